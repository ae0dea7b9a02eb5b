/** What the import of a package as a whole gives: its names, or a failure. */

import type { Table } from '../atlas/table';
import { messageOf, typeOf } from './exceptions';
import type { Part } from './parts';
import { fail, unknown, type Step } from './step';

export function openPart(part: Part): Step | { kind: 'table'; table: Table } {
  switch (part.kind) {
    case 'known':
      return { kind: 'table', table: part.table };
    case 'unknown':
      return unknown(part.why);
    case 'absent':
      return fail('package', 'ModuleNotFoundError');
    case 'broken':
      return fail('pair', typeOf(part.exception), messageOf(part.exception));
  }
}
