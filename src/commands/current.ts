/** What commands ask of the current notebook. */

import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';

import type { Finding } from '../engine/types';
import type { Diagnoses, Judged, Place } from '../tokens';
import type { Cursor } from './cursor';

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
