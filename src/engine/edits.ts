/** The edits of fixes as replacements in a cell's source. */

import type { Fix, Range } from './types';

/** Half-open range of UTF-16 offsets, and what comes in its place. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * What several fixes do together, in the order of the source. A fix that asks
 * for what an earlier one does too adds nothing; one that overlaps an earlier
 * one otherwise is left out as a whole, and so is one without a place.
 */
export function replacementsOf(
  source: string,
  fixes: readonly Fix[]
): readonly Replacement[] {
  const taken: Replacement[] = [];
  for (const fix of fixes) {
    const asked = fix.edits.map(edit => replacementOf(source, edit));
    const fresh = asked.flatMap(each =>
      each === null || taken.some(other => isSame(each, other)) ? [] : [each]
    );
    if (
      asked.every(each => each !== null) &&
      !fresh.some(each => taken.some(other => overlap(each, other)))
    ) {
      taken.push(...fresh);
    }
  }
  return taken.sort((a, b) => a.from - b.from);
}

/** @param replacements In the order of the source, none of them overlapping. */
export function replaced(
  source: string,
  replacements: readonly Replacement[]
): string {
  let text = '';
  let at = 0;
  for (const each of replacements) {
    text += source.slice(at, each.from) + each.text;
    at = each.to;
  }
  return text + source.slice(at);
}

function replacementOf(
  source: string,
  { text, ...range }: Range & { readonly text: string }
): Replacement | null {
  const from = offsetOf(source, range.line, range.column);
  const to = offsetOf(source, range.endLine, range.endColumn);
  return from === null || to === null || to < from ? null : { from, to, text };
}

/** Null where the source has no such place. LF, CRLF and CR each end a line. */
function offsetOf(source: string, line: number, column: number): number | null {
  const ends = /\r\n|\r|\n/g;
  let start = 0;
  for (let passed = 1; passed < line; passed += 1) {
    if (ends.exec(source) === null) {
      return null;
    }
    start = ends.lastIndex;
  }
  const end = ends.exec(source)?.index ?? source.length;
  const place = start + column - 1;
  return place < start || place > end ? null : place;
}

function isSame(a: Replacement, b: Replacement): boolean {
  return a.from === b.from && a.to === b.to && a.text === b.text;
}

/** Two insertions at one place overlap too: their order would be a guess. */
function overlap(a: Replacement, b: Replacement): boolean {
  return (a.from < b.to && b.from < a.to) || a.from === b.from;
}
