/** What happens where a name of TensorFlow leads into another package. */

import { rootOf } from '../atlas/path';
import type { Table } from '../atlas/table';
import { messageOf, typeOf } from './exceptions';
import { isRoot } from './names';
import { fail, unknown, type Step } from './step';
import type { World } from './world';
import { told } from '../text';

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
        : unknown(told('what `tensorflow.keras` is was not measured'));
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
      ? unknown(told('%1 without %2 was not measured', shown, target))
      : null;
  }
}
