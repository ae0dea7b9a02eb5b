/** The class, function or other object that a name of a module is. */

import { rootOf } from '../atlas/path';
import type { Table } from '../atlas/table';
import type { Owned } from './members';
import { isRoot } from './names';
import type { Value } from './verdict';

/** `kind` is that of `Entry`: a function may stand in the place of the submodule that it comes from. */
export function objectOf(
  table: Table,
  path: string,
  { name, shown, kind }: { name: string; shown: string; kind: string }
): Value & { kind: 'object' } {
  const below = `${path}.${name}`;
  const owned = ownedOf(table, path, { name, kind });
  return kind === 'f' && table.importable(below)
    ? { kind: 'object', shown, owned, hides: below }
    : { kind: 'object', shown, owned };
}

function ownedOf(
  table: Table,
  path: string,
  { name, kind }: { name: string; kind: string }
): Owned | null {
  const root = rootOf(path);
  const number = table.object(path, name);
  return number === null || !isRoot(root)
    ? null
    : { number, root, instance: kind === 'o' };
}
