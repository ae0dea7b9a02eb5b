/** Where a name is now: under which public paths of this world, and in which measured releases. */

import type { Atlas } from '../atlas/atlas';
import type { MeasurementData } from '../atlas/data';
import { rootOf } from '../atlas/path';
import type { Table } from '../atlas/table';
import type { Environment, Installed } from '../types';
import { compareVersions, seriesOf } from '../versions';
import type { Step } from './step';
import { reach } from './reach';
import { type Root } from './judged';
import { worldOf, type World } from './world';

/** Paths that lead to the same things under another name, or into the implementation. */
const ASIDE = new Set([
  'compat',
  'python',
  'src',
  'api',
  'raw_ops',
  'legacy_tf_layers'
]);

const DEEPEST = 7;

export class Whereabouts {
  constructor(
    private readonly atlas: Atlas,
    private readonly environment: Environment,
    private readonly world: World
  ) {}

  /** Public paths of this environment that end in `name`, those nearest to `symbol` first. */
  here(symbol: string): readonly string[] {
    const name = symbol.slice(symbol.lastIndexOf('.') + 1);
    const rank = (path: string): readonly number[] => [
      -commonPrefix(path, symbol),
      Number(!path.startsWith('tensorflow.keras.')),
      path.split('.').length
    ];
    return (this.index.get(name) ?? [])
      .filter(path => path !== symbol)
      .sort((a, b) => compareRanks(rank(a), rank(b)) || (a < b ? -1 : 1));
  }

  /** `from … import …` of this path works here. */
  works(path: string): boolean {
    let answer = this.worked.get(path);
    if (answer === undefined) {
      answer = found(reach(path, this.world, this.environment));
      this.worked.set(path, answer);
    }
    return answer;
  }

  /** Series (`2.6`) of the measured releases that have the path, oldest first. */
  releases(path: string): readonly string[] {
    let answer = this.had.get(path);
    if (answer === undefined) {
      answer = this.series(path, (world, environment) =>
        found(reach(path, world, environment))
      );
      this.had.set(path, answer);
    }
    return answer;
  }

  /** Series of the measured releases of the path's package of which `holds` is true, oldest first. */
  series(
    path: string,
    holds: (world: World, environment: Environment) => boolean
  ): readonly string[] {
    const root = rootOf(path);
    const key: Root =
      root === 'keras' || root === 'tf_keras' ? root : 'tensorflow';
    const series = measuredWorlds(this.atlas).flatMap(
      ({ measurement, environment, world }) => {
        const version = measurement[key];
        return version !== null && holds(world, environment)
          ? [seriesOf(version) ?? version]
          : [];
      }
    );
    return [...new Set(series)].sort(compareVersions);
  }

  /** Name → public paths, by walking the attributes of the packages once. */
  private get index(): ReadonlyMap<string, readonly string[]> {
    this.built ??= this.build();
    return this.built;
  }

  private build(): Map<string, string[]> {
    const index = new Map<string, string[]>();
    const seen = new Set<string>();
    const queue: { path: string; shown: string }[] = [];
    for (const root of ['tensorflow', 'keras', 'tf_keras']) {
      if (this.tableOf(root) !== null) {
        queue.push({ path: root, shown: root });
      }
    }
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { path, shown } = next;
      const table = this.tableOf(path);
      const identity = `${rootOf(shown)} ${path}`;
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
          const target = this.tableOf(entry.target)?.canonical(entry.target);
          if (target !== undefined && this.reachable(shown, target)) {
            queue.push({ path: target, shown: reached });
          }
        }
      }
    }
    return index;
  }

  private reachable(shown: string, target: string): boolean {
    return (
      rootOf(shown) !== 'tensorflow' ||
      rootOf(target) === 'tensorflow' ||
      this.world.mount.attribute.kind === 'works'
    );
  }

  private tableOf(path: string): Table | null {
    const root = rootOf(path);
    const part =
      root === 'tensorflow' || root === 'keras' || root === 'tf_keras'
        ? this.world[root]
        : null;
    return part?.kind === 'known' ? part.table : null;
  }

  private built: ReadonlyMap<string, readonly string[]> | null = null;
  private readonly worked = new Map<string, boolean>();
  private readonly had = new Map<string, readonly string[]>();
}

function found(step: Step): boolean {
  return step.kind === 'module' || step.kind === 'object';
}

interface MeasuredWorld {
  readonly measurement: MeasurementData;
  readonly environment: Environment;
  readonly world: World;
}

const worlds = new WeakMap<Atlas, readonly MeasuredWorld[]>();

/** Each environment that was measured as it comes, without variables. */
function measuredWorlds(atlas: Atlas): readonly MeasuredWorld[] {
  let known = worlds.get(atlas);
  if (known === undefined) {
    known = atlas.measurements
      .filter(({ variables }) => Object.keys(variables).length === 0)
      .map(measurement => {
        const environment = environmentOf(measurement);
        const world = worldOf(environment, atlas);
        return { measurement, environment, world };
      });
    worlds.set(atlas, known);
  }
  return known;
}

/** The environment that a measurement was made in, as far as names go. */
export function environmentOf(measurement: MeasurementData): Environment {
  const installed: Record<string, Installed | null> = {};
  for (const key of ['tensorflow', 'keras', 'tf_keras'] as const) {
    const version = measurement[key];
    installed[key] = version === null ? null : { version, distribution: key };
  }
  return {
    schema: 1,
    python: { version: measurement.python },
    installed,
    loaded: {},
    variables: measurement.variables,
    unreadable: []
  };
}

function commonPrefix(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')];
  const index = left.findIndex((name, i) => name !== right[i]);
  return index < 0 ? left.length : index;
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, i) => value !== b[i]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}
