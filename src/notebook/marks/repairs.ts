/** Which repair makes a finding go away. */

import type { Finding } from '../../engine/types';
import { findingKey, type Diagnosis } from '../../tokens';
import type { Repair } from './card';

/** The first of the report's remedies that does, and that is a cell to insert. */
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
  const remedy = remedies.findIndex(
    ({ place, clearsAt }) =>
      place === 'cell' &&
      clearsAt.some(
        ({ cell, line, column }) =>
          cell === now?.cell && line === now.line && column === now.column
      )
  );
  return remedy < 0
    ? null
    : { remedy, title: remedies[remedy].title, isThere: repairCell !== null };
}
