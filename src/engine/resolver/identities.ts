/** Which object a path leads to: two paths with one identity are one object. */

import { rootOf } from '../atlas/path';
import type { Environment } from '../types';
import { isRoot } from './names';
import { reach } from './reach';
import type { World } from './world';

const all = new WeakMap<World, Identities>();

/** Those of a world, which one environment has. */
export function identitiesOf(
  world: World,
  environment: Environment
): Identities {
  const identities = all.get(world) ?? new Identities(world, environment);
  all.set(world, identities);
  return identities;
}

export class Identities {
  constructor(
    private readonly world: World,
    private readonly environment: Environment
  ) {}

  /**
   * Null where the path leads to no class or callable, or the atlas does not
   * tell to which. Packages are kept apart: `tensorflow.python.keras` holds a
   * second copy of what keras has.
   */
  of(path: string): string | null {
    let answer = this.known.get(path);
    if (answer === undefined) {
      answer = this.find(path);
      this.known.set(path, answer);
    }
    return answer;
  }

  private find(path: string): string | null {
    const cut = path.lastIndexOf('.');
    const holder =
      cut < 0 ? null : reach(path.slice(0, cut), this.world, this.environment);
    if (holder?.kind !== 'module') {
      return null;
    }
    const root = rootOf(holder.path);
    const part = isRoot(root) ? this.world[root] : null;
    const number =
      part?.kind === 'known'
        ? part.table.identity(holder.path, path.slice(cut + 1))
        : null;
    return number === null ? null : `${root} ${number}`;
  }

  private readonly known = new Map<string, string | null>();
}
