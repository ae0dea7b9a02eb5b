/** Which repair makes a finding go away. */

import type { Finding } from '../../engine/types';
import { findingKey, type Diagnosis } from '../../tokens';
import type { Repair } from './card';

/** The first of the report's remedies that does; null where it is no more than to run what the notebook says. */
export function repairFor(
  { state, editable, repairCell }: Diagnosis,
  finding: Finding
): Repair | null {
  if (state.kind !== 'judged' || !editable) {
    return null;
  }
  const { findings, remedies } = state.report;
  const key = findingKey(finding);
  // The number of its cell may have changed since the mark was made.
  const now = findings.find(each => findingKey(each) === key);
  const index = remedies.findIndex(({ clearsAt }) =>
    clearsAt.some(
      ({ cell, line, column }) =>
        cell === now?.cell && line === now.line && column === now.column
    )
  );
  if (index < 0) {
    return null;
  }
  const { title, pins, place } = remedies[index];
  return place === 'there'
    ? null
    : { index, remedy: { title, pins, place }, isThere: repairCell !== null };
}
