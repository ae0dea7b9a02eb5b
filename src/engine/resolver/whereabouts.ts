/** Where a name is now: under which public paths of this world, and in which measured releases. */

import type { Atlas } from '../atlas/atlas';
import { rootOf } from '../atlas/path';
import type { Environment } from '../types';
import { compareVersions, majorOf, seriesOf } from '../versions';
import { identitiesOf, type Identities } from './identities';
import { nearestFirst } from './nearness';
import type { Step } from './step';
import { imported, reach } from './reach';
import { type Root } from './judged';
import { measuredWorlds, wasModule } from './measured';
import { DEEPEST, publicNamesOf, type PublicNames } from './public-names';
import type { World } from './world';

/** The releases that have a path, by atlas and path. */
const HAD = new WeakMap<Atlas, Map<string, readonly string[]>>();
/** Notebooks ask for some hundred names. */
const MOST_KEPT = 5000;

export class Whereabouts {
  constructor(
    private readonly atlas: Atlas,
    private readonly environment: Environment,
    private readonly world: World
  ) {}

  /** Paths of this environment that end in `name`: those for users first, and of them the nearest to `symbol`. */
  here(symbol: string): readonly string[] {
    const name = symbol.slice(symbol.lastIndexOf('.') + 1);
    const paths = nearestFirst(
      symbol,
      (this.index.get(name) ?? []).filter(path => path !== symbol)
    );
    const published = new Set(paths.filter(path => this.isPublished(path)));
    return [...published, ...paths.filter(path => !published.has(path))];
  }

  /**
   * `tensorflow.keras` shows the names that Keras 2 publishes; the package has
   * its implementation beside them, such as `keras.optimizers.rmsprop_v2` of 2.8.
   */
  private isPublished(path: string): boolean {
    return (
      rootOf(path) !== 'keras' ||
      !this.works('tensorflow.keras') ||
      this.works(`tensorflow.${path}`)
    );
  }

  /** Public paths of this environment that are the very same object: those below the same package first, then the shortest. */
  same(path: string): readonly string[] {
    const identity = this.identities.of(path);
    if (identity === null) {
      return [];
    }
    const root = rootOf(path);
    const leaf = path.slice(path.lastIndexOf('.') + 1);
    const length = (each: string): number =>
      each.split('.').length + (rootOf(each) === root ? 0 : DEEPEST);
    return [
      ...(this.index.get(leaf) ?? []),
      `tensorflow.compat.v1.${leaf}`,
      path.replace(/^tensorflow\./, 'tensorflow.compat.v1.')
    ]
      .filter(each => each !== path && this.identities.of(each) === identity)
      .sort((a, b) => length(a) - length(b) || (a < b ? -1 : 1));
  }

  /**
   * TensorFlow 1.x has a name of its own in both places. All 4,307 values that
   * 1.15.5 shows in `tensorflow` and in `tensorflow.compat.v1` are the same,
   * and all 4,158 of 1.14.0: each was compared there.
   */
  isMirrored(path: string, compat: string): boolean {
    return measuredWorlds(this.atlas).some(
      ({ measurement, world, environment }) =>
        majorOf(measurement.tensorflow ?? '') === 1 &&
        found(reach(path, world, environment)) &&
        found(reach(compat, world, environment))
    );
  }

  /** In some measured release both paths lead to one object, and the second leads to it here. */
  wereSame(path: string, now: string): boolean {
    const identity = this.identities.of(now);
    return (
      identity !== null &&
      measuredWorlds(this.atlas).some(
        ({ identities }) =>
          numberOf(identities.of(now)) === numberOf(identity) &&
          identities.of(path) === identities.of(now)
      )
    );
  }

  /** Something is there, once each part has been imported. */
  works(path: string): boolean {
    return found(reach(path, this.world, this.environment));
  }

  /** `from … import …` of this path works here, as one statement. */
  imports(path: string): boolean {
    return found(imported(path, this.world, this.environment));
  }

  /** It leads to a class or a callable here, and it is known to which. */
  isDefined(path: string): boolean {
    return this.identities.of(path) !== null;
  }

  /** It leads to a module in a measured release. */
  wasModule(path: string): boolean {
    return wasModule(path, this.atlas);
  }

  /** What follows the path works there too, as far as its names are those of modules. */
  offers(path: string, following: readonly string[]): boolean {
    let step = reach(path, this.world, this.environment);
    let whole = path;
    for (const name of following) {
      if (step.kind !== 'module') {
        break;
      }
      whole = `${whole}.${name}`;
      step = reach(whole, this.world, this.environment);
    }
    return step.kind !== 'failure';
  }

  /** Series (`2.6`) of the measured releases that have the path, oldest first. */
  releases(path: string): readonly string[] {
    const known = this.had.get(path);
    if (known !== undefined) {
      return known;
    }
    const answer = this.series(path, (world, environment) =>
      found(reach(path, world, environment))
    );
    if (this.had.size < MOST_KEPT) {
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

  private get index(): PublicNames {
    return publicNamesOf(this.world);
  }

  private get identities(): Identities {
    return identitiesOf(this.world, this.environment);
  }

  /** What no environment changes: kept for the next look at the notebook. */
  private get had(): Map<string, readonly string[]> {
    const known = HAD.get(this.atlas) ?? new Map<string, readonly string[]>();
    HAD.set(this.atlas, known);
    return known;
  }
}

function found(step: Step): boolean {
  return step.kind === 'module' || step.kind === 'object';
}

/** Of an identity without its package: what has moved from one package to another is the same. */
function numberOf(identity: string | null): string {
  return identity?.split(' ')[1] ?? '';
}
