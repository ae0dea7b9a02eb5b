/** The places that next and previous finding go to, and the findings at the cursor. */

import type { Finding, Range } from '../engine/types';
import type { Diagnosis, Place } from '../tokens';

/** A finding, and where its cell is: counted from 1 over all cells. */
export interface Stop {
  readonly finding: Finding;
  readonly cellId: string;
  readonly position: number;
}

/** In the order of the notebook; several findings of one name are one stop, at the gravest. */
export function stopsOf(
  findings: readonly Finding[],
  label: Diagnosis['label']
): readonly Stop[] {
  const stops = findings.flatMap(finding => {
    const { cellId } = finding;
    const position = cellId === null ? null : label(cellId)?.position;
    return cellId !== null && position != null
      ? [{ finding, cellId, position }]
      : [];
  });
  return stops
    .sort(
      (a, b) =>
        a.position - b.position ||
        byStart(a.finding, b.finding) ||
        GRAVITY[a.finding.severity] - GRAVITY[b.finding.severity]
    )
    .filter(
      (stop, index, all) => index === 0 || !isSamePlace(stop, all[index - 1])
    );
}

/**
 * Index of the stop after or before a place, around the end where there is none
 * further on. A cursor at the very beginning of a name is before that name; a
 * name that is selected as a whole has been gone to.
 */
export function stepFrom(
  stops: readonly Stop[],
  at: { readonly position: number; readonly range: Range | null } | null,
  direction: 1 | -1
): number | null {
  const count = stops.length;
  if (count === 0) {
    return null;
  }
  const range = at?.range ?? BEGINNING;
  const position = at?.position ?? 0;
  const on = stops.findIndex(
    stop => stop.position === position && isSameRange(stop.finding, range)
  );
  const passed = stops.filter(
    stop =>
      stop.position < position ||
      (stop.position === position && byStart(stop.finding, range) < 0)
  ).length;
  const index =
    on >= 0 ? on + direction : direction === 1 ? passed : passed - 1;
  return (index + count) % count;
}

/** The finding whose name the cursor touches, otherwise the first on its line. */
export function findingAt(
  findings: readonly Finding[],
  { cellId, range }: Place
): Finding | null {
  if (!range) {
    return null;
  }
  const own = findings
    .filter(finding => finding.cellId === cellId)
    .sort(byStart);
  return (
    own.find(finding => touches(finding, range)) ??
    own.find(
      finding => finding.line <= range.line && range.line <= finding.endLine
    ) ??
    null
  );
}

const GRAVITY = { error: 0, warning: 1, info: 2 };

const BEGINNING: Range = { line: 1, column: 1, endLine: 1, endColumn: 1 };

function byStart(a: Range, b: Range): number {
  return a.line - b.line || a.column - b.column;
}

function touches(a: Range, b: Range): boolean {
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a);
}

function startsBeforeEnd(a: Range, b: Range): boolean {
  return (
    a.line < b.endLine || (a.line === b.endLine && a.column <= b.endColumn)
  );
}

function isSamePlace(a: Stop, b: Stop): boolean {
  return a.position === b.position && isSameRange(a.finding, b.finding);
}

function isSameRange(a: Range, b: Range): boolean {
  return (
    byStart(a, b) === 0 &&
    a.endLine === b.endLine &&
    a.endColumn === b.endColumn
  );
}
