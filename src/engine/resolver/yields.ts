/** What calling a class or a function of the packages yields. */

import type { Table } from '../atlas/table';
import type { Owned } from './members';

/**
 * Functions of `….models` that hand over a model: a Model, a Functional or a
 * Sequential. Called in TensorFlow 1.15.5, 2.4.4, 2.8.4, 2.10.1, 2.15.1 and
 * 2.21.0, with models of each kind and in each format of files.
 */
const MODELS: ReadonlySet<string> = new Set([
  'clone_model',
  'load_model',
  'model_from_config',
  'model_from_json',
  'model_from_yaml'
]);

/** Classes that make an object of another class of theirs when they are called: the metaclass of `tf.Variable`. */
const METACLASSED: ReadonlySet<string> = new Set(['DVariable', 'Variable']);

interface Named {
  /** The module, and the name in it. */
  readonly path: string;
  readonly name: string;
  readonly kind: string | undefined;
  readonly table: Table;
}

/** Null where that is not known. */
export function yieldOf(
  owned: Owned,
  { path, name, kind, table }: Named
): Owned | null {
  if (kind === 'c') {
    return METACLASSED.has(name) ? null : { ...owned, instance: true };
  }
  if (kind !== 'f' || !MODELS.has(name) || !path.endsWith('.models')) {
    return null;
  }
  const number = table.object(path, 'Model');
  return number === null
    ? null
    : { number, root: owned.root, instance: true, handed: true };
}
