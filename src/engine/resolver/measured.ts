/** The environments of the atlas, each as a world to look names up in. */

import type { Atlas } from '../atlas/atlas';
import type { MeasurementData } from '../atlas/data';
import type { Environment, Installed } from '../types';
import { identitiesOf, type Identities } from './identities';
import { reach } from './reach';
import { worldOf, type World } from './world';

export interface MeasuredWorld {
  readonly measurement: MeasurementData;
  readonly environment: Environment;
  readonly world: World;
  readonly identities: Identities;
}

const worlds = new WeakMap<Atlas, readonly MeasuredWorld[]>();

/** Each environment that was measured as it comes, without variables. */
export function measuredWorlds(atlas: Atlas): readonly MeasuredWorld[] {
  let known = worlds.get(atlas);
  if (known === undefined) {
    known = atlas.measurements
      .filter(({ variables }) => Object.keys(variables).length === 0)
      .map(measurement => {
        const environment = environmentOf(measurement);
        const world = worldOf(environment, atlas);
        const identities = identitiesOf(world, environment);
        return { measurement, environment, world, identities };
      });
    worlds.set(atlas, known);
  }
  return known;
}

/** The path leads to a module in one of them. */
export function wasModule(path: string, atlas: Atlas): boolean {
  return measuredWorlds(atlas).some(
    ({ world, environment }) =>
      reach(path, world, environment).kind === 'module'
  );
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
