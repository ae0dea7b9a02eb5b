/** What happens where a name of TensorFlow leads into another package. */

import { rootOf } from '../atlas/path';
import type { Table } from '../atlas/table';
import { messageOf, typeOf } from './exceptions';
import { isRoot } from './names';
import type { ModuleState } from './state';
import { fail, unknown, type Step } from './step';
import type { World } from './world';

/**
 * `import a.b.c as x` takes `c` from what stands on `a` as `b`. The place in
 * the path of a name that cannot be had so, because that is another module
 * than the imported one; -1 where there is none. TensorFlow 1.15 to 2.1 show
 * such modules (atlas/builder/behind.py).
 */
export function lostName(table: Table, names: readonly string[]): number {
  let shown = names[0] ?? '';
  let path = shown;
  if (shown !== 'tensorflow') {
    return -1;
  }
  for (const [place, name] of names.entries()) {
    if (place === 0) {
      continue;
    }
    const target = table.entry(path, name)?.target ?? null;
    if (target === null || rootOf(target) !== rootOf(shown)) {
      const isOther = path !== table.canonical(shown);
      const isOpen = table.open(path) && !table.lacks(path, name);
      const isThere = target !== null || table.importable(`${path}.${name}`);
      return isOther && !isOpen && !isThere ? place : -1;
    }
    shown = `${shown}.${name}`;
    path = table.canonical(target);
  }
  return -1;
}

/**
 * The package shows another module by this path, or by a part of it, than the
 * one that its own import has loaded under it: a later import binds nothing
 * that an attribute chain would meet.
 */
export function isDisplaced(table: Table, shown: string): boolean {
  const root = rootOf(shown);
  for (let cut = shown.length; cut > root.length;) {
    const path = shown.slice(0, cut);
    cut = path.lastIndexOf('.');
    const parent = table.canonical(path.slice(0, cut));
    const target = table.entry(parent, path.slice(cut + 1))?.target ?? null;
    if (target !== null && target !== path && table.boots(path, root)) {
      return true;
    }
  }
  return false;
}

interface Known {
  readonly table: Table;
  readonly state: ModuleState;
}

/** A name of a package in contrib. */
const CONTRIBUTED = /^(tensorflow\.contrib\.\w+)\.\w+$/;

/**
 * TensorFlow 1 loads `contrib` at the first touch; which of its packages show
 * which modules then is not recorded. A `from` takes names of the package
 * itself (measured in 1.13 to 1.15).
 */
export function isLazily(
  shown: string,
  how: 'attribute' | 'from',
  known: Known
): boolean {
  const owner = CONTRIBUTED.exec(shown)?.[1];
  const isItself =
    owner !== undefined && (how === 'from' || isOpener(owner, known));
  return shown.startsWith('tensorflow.contrib.') && !isItself;
}

/**
 * Where an import statement of a package of contrib was the first touch,
 * TensorFlow 1.15 has the package in the place of the module that contrib
 * shows otherwise: `eager`, `summary` (measured).
 */
function isOpener(shown: string, { table, state }: Known): boolean {
  return state.opener === shown && isVirtual(table);
}

/** What an attribute of contrib is that the import of its package has put there; null for all others. */
export function openedBy(
  shown: string,
  certain: boolean,
  known: Known
): Step | null {
  known.state.open(shown, 'attribute', certain);
  return isOpener(shown, known)
    ? { kind: 'module', path: known.table.canonical(shown), shown }
    : null;
}

/** TensorFlow 1.15 to 2.1 are a package in front of another one. */
function isVirtual(table: Table): boolean {
  return table.exists('tensorflow.~tensorflow_core._api');
}

/** TensorFlow 1.15 to 2.1: the import of Keras' own API binds `python`. */
export function isForwarded(
  table: Table,
  shown: string,
  state: ModuleState
): boolean {
  return state.below(`${shown}.keras.api.keras`) !== 'no' && isVirtual(table);
}

/**
 * With Keras 3 the loader of these cells refuses names that the module behind
 * it has. Where TensorFlow was measured with Keras 3, the name leads to what
 * the loader gives: atlas/builder/loaded.py.
 */
export function isRefusing(
  shown: string,
  table: Table,
  { line }: World
): boolean {
  return (
    line === 'keras3' &&
    /\.v1\.nn\.rnn_cell\.\w+$/.test(shown) &&
    !table.exists('tensorflow.~tensorflow._api.v2.compat.v1.nn.rnn_cell')
  );
}

/** Where a `tensorflow.keras` leads that cannot be loaded. */
const UNMOUNTED = '~unmounted';

export class Crossing {
  constructor(private readonly world: World) {}

  /** What any name of a `tensorflow.keras` that cannot be loaded gives; null for other modules. */
  touch(path: string): Step | null {
    const { attribute } = this.world.mount;
    return path !== UNMOUNTED
      ? null
      : attribute.kind === 'broken'
        ? fail(
            'pair',
            typeOf(attribute.exception),
            messageOf(attribute.exception)
          )
        : unknown('what `tensorflow.keras` is was not measured');
  }

  /** What happens where a name of TensorFlow leads into the installed keras; null where nothing does. */
  cross(shown: string, path: string, way: 'import' | 'attribute'): Step | null {
    if (rootOf(shown) !== 'tensorflow' || rootOf(path) === 'tensorflow') {
      return null;
    }
    const mount = this.world.mount[way];
    if (mount.kind === 'broken') {
      // The name itself is there from 2.6 on; what stands behind it is loaded at the first touch (measured).
      if (way === 'attribute' && shown.endsWith('.keras')) {
        return { kind: 'module', path: UNMOUNTED, shown };
      }
      return fail('pair', typeOf(mount.exception), messageOf(mount.exception));
    }
    if (mount.kind === 'unknown') {
      return unknown(mount.why);
    }
    const target = rootOf(path);
    return isRoot(target) && this.world[target].kind === 'absent'
      ? unknown(`${shown} without ${target} was not measured`)
      : null;
  }
}
