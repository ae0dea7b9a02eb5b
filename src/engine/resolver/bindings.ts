/** Which module stands on a package under a name: the one that it shows, or the one that an import has put in its place. */

import { parentOf, rootOf } from '../atlas/path';
import type { Table } from '../atlas/table';
import { OF_LOADERS } from './names';
import type { ModuleState } from './state';
import type { Value } from './verdict';

/** A name that is looked for on a module, and all that decides what stands there. */
export interface Spot {
  readonly module: Value & { kind: 'module' };
  readonly name: string;
  readonly table: Table;
  readonly state: ModuleState;
}

type Bound = 'yes' | 'maybe' | 'no';

/** An attribute leads to the module, and no import does: atlas/builder/behind.py. */
const isBeyondImports = (path: string): boolean =>
  path.startsWith('tensorflow.~');

/** A loader of Keras 3 that refuses names, until an import has come by: atlas/builder/loaded.py. */
export const isOwnLoader = (target: string | null): boolean =>
  target?.startsWith('tensorflow.~tensorflow.') === true;

/** What the package shows under the path as its attribute; null where that is no module. */
function shownBy(table: Table, path: string): string | null {
  const parent = table.canonical(parentOf(path));
  return (
    table.entry(parent, path.slice(path.lastIndexOf('.') + 1))?.target ?? null
  );
}

/** The package loads the module when it is touched. */
function isLazy(table: Table, path: string): boolean {
  const parent = table.canonical(parentOf(path));
  return (
    table.entry(parent, path.slice(path.lastIndexOf('.') + 1))?.kind === 'l'
  );
}

/**
 * The module was the first one that was imported below a package which a
 * forwarder stands for until then: Python has loaded it twice, once on the
 * way, and has put the second one on the package (`contrib` of TensorFlow
 * 1.15).
 */
function isTwice(table: Table, path: string, state: ModuleState): boolean {
  const above = parentOf(path);
  return (
    state.first.has(path) &&
    isLazy(table, above) &&
    table.boots(above, rootOf(path))
  );
}

/** The package itself has loaded the module of this path, and shows `target` in its place. */
function hasReplaced(table: Table, path: string, target: string): boolean {
  return (
    target !== path &&
    (target.startsWith(`${path}.`) || table.boots(path, rootOf(path)))
  );
}

/**
 * The package shows another module by this path, or by a part of it, than the
 * one that its own import has loaded under it: a later import binds nothing
 * that an attribute chain would meet.
 */
export function isDisplaced(
  table: Table,
  shown: string,
  state: ModuleState
): boolean {
  const root = rootOf(shown);
  for (let path = shown; path.length > root.length; path = parentOf(path)) {
    const target = shownBy(table, path);
    if (
      target !== null &&
      hasReplaced(table, path, target) &&
      !isTwice(table, path, state)
    ) {
      return true;
    }
  }
  return false;
}

/**
 * The path of the module that an import has put in the place of the `target`
 * that the package shows; null where none has. Python puts what it loads on
 * the package: what the package had loaded itself it does not load again.
 */
export function rebound(spot: Spot, target: string | null): string | null {
  const { module, name, table, state } = spot;
  const below = `${module.path}.${name}`;
  const shown = `${module.shown}.${name}`;
  const path = state.bound.has(below)
    ? below
    : nameBound(spot) === 'yes'
      ? shown
      : null;
  const bound = path === null ? null : table.canonical(path);
  if (target === null || path === null || bound === target) {
    return null;
  }
  const isFresh =
    path.includes('.src.') ||
    isOwnLoader(target) ||
    (rootOf(path) === 'tensorflow' &&
      !isDisplaced(table, module.shown, state) &&
      (!hasReplaced(table, path, target) || isTwice(table, path, state)));
  return isFresh ? bound : null;
}

/**
 * An import statement has named this very path, and the chain so far leads to
 * what that import has met: so the submodule is an attribute there, unless its
 * package has taken it off again.
 */
export function nameBound({ module, name, table, state }: Spot): Bound {
  const certain = state.named.get(`${module.shown}.${name}`);
  if (
    certain === undefined ||
    rootOf(module.path) !== 'tensorflow' ||
    table.absent(module.path, name)
  ) {
    return 'no';
  }
  const isElsewhere =
    isBeyondImports(module.path) || isDisplaced(table, module.shown, state);
  return certain ? (isElsewhere ? 'no' : 'yes') : 'maybe';
}

/** Whether a submodule that its package has taken off is there all the same. */
function isThereOnce(table: Table, path: string, state: ModuleState): Bound {
  const above = parentOf(path);
  if (!table.isThereOnce(path) || isTwice(table, above, state)) {
    return 'no';
  }
  return state.maybe.has(above) && !state.bound.has(above) ? 'maybe' : 'yes';
}

/** TensorFlow 1.15 to 2.1: the import of Keras' own API binds `python`. */
function isForwarded(table: Table, shown: string, state: ModuleState): boolean {
  return (
    state.below(`${shown}.keras.api.keras`) !== 'no' &&
    table.exists('tensorflow.~tensorflow_core._api')
  );
}

/** Whether a submodule that the package does not list, of the path `child` in the table `holder`, is its attribute by now. */
export function isBound(
  { module, name, table, state }: Spot,
  child: string,
  holder: Table
): Bound {
  const once = isThereOnce(holder, child, state);
  if (once !== 'no') {
    return once;
  }
  if (table.absent(module.path, name)) {
    return isForwarded(table, `${module.shown}.${name}`, state)
      ? 'maybe'
      : 'no';
  }
  const loaded = state.loaded(holder, child);
  return loaded === 'no' && table.open(module.path) ? 'maybe' : loaded;
}

/**
 * What the module is, is not certain: the loader itself, which has names of
 * its own, or what an import that may not have run has put in its place.
 */
export function isUnsure({ module, name, table, state }: Spot): boolean {
  return (
    (OF_LOADERS.has(name) && isLazy(table, module.shown)) ||
    (state.named.get(module.shown) === false &&
      table.canonical(module.shown) !== module.path)
  );
}
