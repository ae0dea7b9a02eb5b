/** What commands ask of the current notebook. */

import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';

import type { Finding } from '../engine/types';
import { findingKey, type Diagnoses, type Judged, type Place } from '../tokens';
import type { Cursor } from './cursor';
import type { CommandsOptions } from './options';
import { findingAt } from './stops';

/** Null where the current notebook is not judged. */
export function judgedOf({ current }: Diagnoses): Judged | null {
  return current?.state.kind === 'judged' ? current.state : null;
}

export function isEditable({ current }: Diagnoses): boolean {
  return current?.editable === true;
}

export function findingsOf(diagnoses: Diagnoses): readonly Finding[] {
  return judgedOf(diagnoses)?.report.findings ?? [];
}

/** The place that a command is about: in the context menu that of the pointer. */
export function placeOf(
  { isContextMenu }: ReadonlyPartialJSONObject,
  cursor: Cursor
): Place | null {
  return isContextMenu === true ? cursor.pointed() : cursor.active();
}

/** Among some findings the one that a command is about: the one that is named or pointed at, or else the one at its place. */
export function findingMeant(
  args: ReadonlyPartialJSONObject,
  { diagnoses, cursor }: Pick<CommandsOptions, 'diagnoses' | 'cursor'>,
  findings: readonly Finding[] = findingsOf(diagnoses)
): Finding | null {
  const key =
    args.finding ??
    (args.isContextMenu === true ? cursor.pointedFinding() : null);
  if (key !== null) {
    return findings.find(each => findingKey(each) === key) ?? null;
  }
  const place = placeOf(args, cursor);
  return place && findingAt(findings, place);
}
