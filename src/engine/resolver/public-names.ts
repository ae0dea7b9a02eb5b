/** Every public path of a world by its last name. */

import { rootOf } from '../atlas/path';
import type { Table } from '../atlas/table';
import type { World } from './world';

/** Paths that lead to the same things under another name, or into the implementation. */
const ASIDE = new Set([
  'compat',
  'contrib',
  'python',
  'src',
  'api',
  'raw_ops',
  'legacy_tf_layers'
]);

/** Names in the longest path that is listed. */
export const DEEPEST = 7;

/** Name → public paths. */
export type PublicNames = ReadonlyMap<string, readonly string[]>;

const known = new WeakMap<World, PublicNames>();

export function publicNamesOf(world: World): PublicNames {
  const names = known.get(world) ?? walked(world);
  known.set(world, names);
  return names;
}

/** By walking the attributes of the packages once. */
function walked(world: World): PublicNames {
  const index = new Map<string, string[]>();
  const seen = new Set<string>();
  const queue: { path: string; shown: string }[] = [];
  for (const root of ['tensorflow', 'keras', 'tf_keras']) {
    if (tableOf(root, world) !== null) {
      queue.push({ path: root, shown: root });
    }
  }
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { path, shown } = next;
    const table = tableOf(path, world);
    const identity = `${doorOf(shown)} ${path}`;
    if (table === null || seen.has(identity)) {
      continue;
    }
    seen.add(identity);
    for (const [name, entry] of table.names(path)) {
      if (name.startsWith('_') || ASIDE.has(name)) {
        continue;
      }
      const reached = `${shown}.${name}`;
      const paths = index.get(name) ?? [];
      paths.push(reached);
      index.set(name, paths);
      if (entry.target !== null && reached.split('.').length < DEEPEST) {
        const target = tableOf(entry.target, world)?.canonical(entry.target);
        if (target !== undefined && isReachable(shown, target, world)) {
          queue.push({ path: target, shown: reached });
        }
      }
    }
  }
  return index;
}

/** What people import from: `tensorflow.optimizers` is `tensorflow.keras.optimizers` too, and that is what they write. */
function doorOf(shown: string): string {
  return /^tensorflow\.keras\b/.test(shown)
    ? 'tensorflow.keras'
    : rootOf(shown);
}

function isReachable(shown: string, target: string, world: World): boolean {
  return (
    rootOf(shown) !== 'tensorflow' ||
    rootOf(target) === 'tensorflow' ||
    world.mount.attribute.kind === 'works'
  );
}

function tableOf(path: string, world: World): Table | null {
  const root = rootOf(path);
  const part =
    root === 'tensorflow' || root === 'keras' || root === 'tf_keras'
      ? world[root]
      : null;
  return part?.kind === 'known' ? part.table : null;
}
