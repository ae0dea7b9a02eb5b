/** Environment variables that the notebook sets: which of them come in time. */

import type { Atlas } from '../atlas/atlas';
import { kept } from '../kept';
import type { Usage, VariableUsage } from '../source/usage';
import type { Environment } from '../types';
import { majorOf } from '../versions';
import { courseOf } from './course';
import { judgedVersion } from './judged';
import { wantsLegacy } from './mounts';
import { worldOf, type World } from './world';
import { told } from '../text';

export const LEGACY_FLAG = 'TF_USE_LEGACY_KERAS';
export const BACKEND = 'KERAS_BACKEND';

export interface Setting {
  readonly usage: VariableUsage;
  /** The usage that has loaded what reads the variable, before it was set. */
  readonly after: Usage | null;
  /** This process had loaded it before the notebook was looked at. */
  readonly loaded: boolean;
}

/** The settings of a variable in document order; Keras reads its backend, and TensorFlow what else there is. */
export function settingsOf(
  name: string,
  usages: readonly Usage[],
  environment: Environment
): readonly Setting[] {
  if (!courseOf(usages).variables.has(name)) {
    return [];
  }
  const keras = judgedVersion(environment, 'keras');
  // TensorFlow loads a Keras 3 while it is imported, and no older one that has a choice (measured).
  const isNew = keras !== null && (majorOf(keras) ?? 0) >= 3;
  const reads =
    name !== BACKEND
      ? loadsTensorflow
      : (usage: Usage) =>
          loadsKeras(usage) || (isNew && loadsTensorflow(usage));
  const reader = name === BACKEND ? 'keras' : 'tensorflow';
  const loaded = environment.loaded[reader] !== undefined;
  const settings: Setting[] = [];
  let after: Usage | null = null;
  for (const usage of usages) {
    if (usage.kind === 'variable' && usage.name === name) {
      settings.push({ usage, after, loaded });
    } else if (
      after === null &&
      !usage.place.deferred &&
      !usage.place.ran &&
      reads(usage)
    ) {
      after = usage;
    }
  }
  return settings;
}

export interface Seen {
  readonly environment: Environment;
  readonly world: World;
}

/**
 * Whether TF_USE_LEGACY_KERAS was set after this process had imported
 * TensorFlow without it: with it TensorFlow imports tf_keras at once, and not
 * keras (measured in 2.15 to 2.21).
 */
export function isUnheeded({ loaded, variables }: Environment): boolean {
  const tensorflow = loaded['tensorflow'];
  return (
    tensorflow !== undefined &&
    loaded['keras'] !== undefined &&
    loaded['tf_keras'] === undefined &&
    wantsLegacy(tensorflow, variables)
  );
}

/** The environment as its process has taken notice of it. */
export const heeded = kept((environment: Environment): Environment => {
  if (!isUnheeded(environment)) {
    return environment;
  }
  const variables = { ...environment.variables };
  delete variables[LEGACY_FLAG];
  return { ...environment, variables };
});

/**
 * What the notebook's own code meets. TF_USE_LEGACY_KERAS set after the import
 * of TensorFlow moves the attribute `tensorflow.keras` as long as nothing has
 * touched it, and no import statement (measured in 2.15 to 2.21): what the
 * attribute is cannot be told then.
 */
export function seenBy(
  usages: readonly Usage[],
  kernel: Environment,
  atlas: Atlas
): Seen {
  const process = heeded(kernel, atlas);
  const environment = withOwnVariables(process, usages);
  const world = worldOf(environment, atlas);
  const tensorflow = judgedVersion(environment, 'tensorflow');
  const late =
    process !== kernel ||
    (tensorflow !== null &&
      settingsOf(LEGACY_FLAG, usages, environment).some(
        ({ usage: { value, manner }, after, loaded }) =>
          (after !== null || loaded) &&
          value !== null &&
          (manner !== 'default' ||
            kernel.variables[LEGACY_FLAG] === undefined) &&
          wantsLegacy(tensorflow, { [LEGACY_FLAG]: value }) !==
            wantsLegacy(tensorflow, environment.variables)
      ));
  return { environment, world: late ? unsettled(world) : world };
}

const unsettledWorlds = new WeakMap<World, World>();

/** The same world with nothing known of that attribute; one for each, since what it remembers is kept by it. */
function unsettled(world: World): World {
  const attribute = {
    kind: 'unknown',
    why: told('%1 is set after TensorFlow was imported', LEGACY_FLAG)
  } as const;
  const known = unsettledWorlds.get(world) ?? {
    ...world,
    mount: { ...world.mount, attribute }
  };
  unsettledWorlds.set(world, known);
  return known;
}

/** The environment with the variables that the notebook sets to a literal in time. */
function withOwnVariables(
  environment: Environment,
  usages: readonly Usage[]
): Environment {
  const variables: Record<string, string> = { ...environment.variables };
  const names = courseOf(usages).variables;
  if (names.size === 0) {
    return environment;
  }
  for (const name of names) {
    for (const setting of settingsOf(name, usages, environment)) {
      const { value, manner } = setting.usage;
      if (setting.after !== null || setting.loaded) {
        continue;
      }
      if (manner === 'removed') {
        delete variables[name];
      } else if (
        value !== null &&
        (manner !== 'default' || variables[name] === undefined)
      ) {
        variables[name] = value;
      }
    }
  }
  return withVariables(environment, variables);
}

/** One environment for the same variables: its world is kept by it. */
function withVariables(
  environment: Environment,
  variables: Readonly<Record<string, string>>
): Environment {
  const all = changed.get(environment) ?? new Map<string, Environment>();
  changed.set(environment, all);
  const key = JSON.stringify(Object.entries(variables).sort());
  const known = all.get(key) ?? { ...environment, variables };
  if (all.size >= MOST) {
    all.clear();
  }
  all.set(key, known);
  return known;
}

/** Ways to set variables that are kept for one kernel: a value is typed letter by letter. */
const MOST = 20;
const changed = new WeakMap<Environment, Map<string, Environment>>();

function loadsTensorflow(usage: Usage): boolean {
  return (
    (usage.kind === 'import' || usage.kind === 'from') &&
    usage.variable === null &&
    usage.path[0]?.name === 'tensorflow'
  );
}

/** `import keras`, `import tensorflow.keras.layers`, and the first touch of `tf.keras.layers`. */
function loadsKeras(usage: Usage): boolean {
  switch (usage.kind) {
    case 'variable':
    case 'call':
    case 'keyword':
      return false;
    case 'attribute':
      return (
        usage.path.length > 1 &&
        usage.path[0]?.name === 'keras' &&
        ['tf', 'tensorflow'].includes(usage.base.name)
      );
    case 'import':
    case 'from':
      return (
        usage.variable === null &&
        (usage.path[0]?.name === 'keras' ||
          (usage.path[0]?.name === 'tensorflow' &&
            usage.path[1]?.name === 'keras'))
      );
  }
}
