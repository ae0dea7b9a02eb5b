/** The backend of a Keras that has a choice, and what importing Keras without it raises. */

import type { Atlas } from '../atlas/atlas';
import type { Mixture, Tried } from '../atlas/mixtures';
import { standing } from '../atlas/patches';
import type { Environment } from '../types';
import { compareVersions, majorOf, seriesOf } from '../versions';
import { judgedVersion } from './judged';
import { backendOf } from './pairs';

/** Keys of `Environment.installed`; numpy is always there, and the others are looked for by the probe. */
const PACKAGES: Readonly<Record<string, string>> = {
  tensorflow: 'tensorflow',
  jax: 'jax',
  torch: 'torch',
  openvino: 'openvino',
  theano: 'theano',
  cntk: 'cntk'
};

/** The value that stands for every one that is no backend's name. */
const NONSENSE = 'nonsense';

export interface Backend {
  readonly name: string;
  /** Where the name comes from; null for the default. */
  readonly from: 'variable' | 'keras.json' | null;
  /** `unknown` is no backend of any Keras. */
  readonly state: 'installed' | 'absent' | 'unclear' | 'unknown';
}

/** Keras 3, and Keras 2 up to 2.3: those between run on TensorFlow alone (their own source reads no variable). */
export function hasChoice(keras: string): boolean {
  return majorOf(keras) === 3 || compareVersions(keras, '2.4.dev0') < 0;
}

/** Null where no installed keras takes a backend, or the process has chosen one. */
export function chosenBackend(environment: Environment): Backend | null {
  const keras = judgedVersion(environment, 'keras');
  if (
    keras === null ||
    !hasChoice(keras) ||
    environment.loaded['keras'] !== undefined
  ) {
    return null;
  }
  const name = backendOf(environment);
  const from =
    environment.variables['KERAS_BACKEND'] !== undefined
      ? 'variable'
      : environment.kerasConfig?.backend !== undefined
        ? 'keras.json'
        : null;
  return { name, from, state: stateOf(name, environment) };
}

function stateOf(name: string, environment: Environment): Backend['state'] {
  if (name === 'numpy') {
    return 'installed';
  }
  const key = PACKAGES[name];
  if (key === undefined) {
    return 'unknown';
  }
  const installed = environment.installed[key];
  return installed === undefined
    ? 'unclear'
    : installed === null
      ? 'absent'
      : 'installed';
}

/** The row in which this keras was tried beside a TensorFlow and without that backend; null where nobody tried. */
export function lackingRow(
  environment: Environment,
  atlas: Atlas
): Mixture | null {
  const backend = chosenBackend(environment);
  const keras = judgedVersion(environment, 'keras');
  if (
    backend === null ||
    keras === null ||
    backend.name === 'tensorflow' ||
    (backend.state !== 'absent' && backend.state !== 'unknown')
  ) {
    return null;
  }
  const wanted = backend.state === 'unknown' ? NONSENSE : backend.name;
  const rows = atlas.mixtures.lacking.filter(
    row => row.variables['KERAS_BACKEND'] === wanted
  );
  const version = standing(atlas.patches, 'keras', {
    version: keras,
    among: rows.flatMap(row => row.keras ?? [])
  });
  const series = seriesOf(judgedVersion(environment, 'tensorflow') ?? '');
  const own = rows.filter(row => row.keras === version);
  return (
    own.find(row => seriesOf(row.tensorflow ?? '') === series) ?? own[0] ?? null
  );
}

/**
 * What `import tensorflow` raises beside it. TensorFlow looks for a keras while
 * it is imported, and lets only an ImportError pass: a name that is no backend
 * stops it. Undefined where that was seen with another TensorFlow only.
 */
export function raisedByTensorflow(
  environment: Environment,
  atlas: Atlas
): Tried {
  const row = lackingRow(environment, atlas);
  const raised = row?.importTensorflow;
  const version = judgedVersion(environment, 'tensorflow');
  return raised == null
    ? null
    : seriesOf(row?.tensorflow ?? '') === seriesOf(version ?? '')
      ? raised.split(NONSENSE).join(backendOf(environment))
      : undefined;
}

/** What `import keras` then raises here, with the name that was asked for; undefined where that is not known. */
export function raisedWithout(environment: Environment, atlas: Atlas): Tried {
  const raised = lackingRow(environment, atlas)?.importKeras;
  return raised == null
    ? undefined
    : raised.split(NONSENSE).join(backendOf(environment));
}
