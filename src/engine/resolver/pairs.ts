/** Which TensorFlow, keras and tf_keras work together, as measured by importing them. */

import type { Atlas } from '../atlas/atlas';
import type { Mixture, Tried } from '../atlas/mixtures';
import { standing } from '../atlas/patches';
import type { Environment } from '../types';
import { majorOf, seriesOf } from '../versions';
import { isOurs } from './exceptions';
import type { Versions } from './judged';

/**
 * An exception that speaks of none of the packages comes from the Python it was
 * measured on (`inspect` has no `ArgSpec` from 3.11 on) and says nothing of another.
 */
function holdsOn(row: Mixture, python: string): boolean {
  const texts: readonly Tried[] = [
    row.importTensorflow,
    row.importKeras,
    row.importTfKeras,
    row.tensorflowKeras,
    row.attributeKeras
  ];
  return (
    seriesOf(row.python) === seriesOf(python) ||
    texts.every(text => text == null || /tensorflow|keras/i.test(text))
  );
}

/** Protobuf's own refusals: they speak of the protobuf that was there, not of the releases. */
const OF_PROTOBUF =
  /google\.protobuf|Descriptors cannot be created|VersionError/;

/** What was tried, where it holds everywhere: that yet another package is missing or another one says nothing of the releases. */
function settled(tried: Tried): Tried {
  return tried == null || (isOurs(tried) && !OF_PROTOBUF.test(tried))
    ? tried
    : undefined;
}

function settledRow(row: Mixture): Mixture {
  return {
    ...row,
    importTensorflow: settled(row.importTensorflow),
    importKeras: settled(row.importKeras),
    importTfKeras: settled(row.importTfKeras),
    tensorflowKeras: settled(row.tensorflowKeras),
    attributeKeras: settled(row.attributeKeras)
  };
}

interface Asked {
  readonly atlas: Atlas;
  readonly versions: Versions;
  readonly environment: Environment;
}

type Key = 'tensorflow' | 'keras' | 'tf_keras';

/**
 * The row of the releases that speak for those of `keys`; where their group was
 * not tried, another patch of the same minor release is taken (those of Keras 3,
 * which are known to differ in this, were tried with each TensorFlow from 2.15
 * on). Null where nobody tried.
 */
function rowFor(
  rows: readonly Mixture[],
  keys: readonly Key[],
  { atlas, versions, environment }: Asked
): Mixture | null {
  const python = environment.python.version;
  let fitting = rows.filter(row => holdsOn(row, python));
  for (const key of keys) {
    const version = versions[key];
    const tried = fitting.flatMap(row => row[key] ?? []);
    const wanted =
      version === null
        ? null
        : standing(atlas.patches, key, { version, among: tried });
    fitting = fitting.filter(row => row[key] === wanted);
  }
  const row = fitting[0];
  return row === undefined ? null : settledRow(row);
}

/** A TensorFlow with a keras or none. */
export function pairOf(
  atlas: Atlas,
  versions: Versions,
  environment: Environment
): Mixture | null {
  return versions.tensorflow === null
    ? null
    : rowFor(atlas.mixtures.pairs, ['tensorflow', 'keras'], {
        atlas,
        versions,
        environment
      });
}

/** A TensorFlow whose Keras is tf_keras, by the variable. */
export function legacyOf(
  atlas: Atlas,
  versions: Versions,
  environment: Environment
): Mixture | null {
  const unread =
    versions.tf_keras === null &&
    environment.installed['tf_keras'] === undefined;
  return versions.tensorflow === null || unread
    ? null
    : rowFor(atlas.mixtures.legacy, ['tensorflow', 'tf_keras'], {
        atlas,
        versions,
        environment
      });
}

/** The backend that Keras 3 takes: the variable, then its configuration, then "tensorflow". */
export function backendOf({ variables, kerasConfig }: Environment): string {
  return variables['KERAS_BACKEND'] ?? kerasConfig?.backend ?? 'tensorflow';
}

/** keras or tf_keras where there is no TensorFlow; Keras 3 by the backend that it would take. */
export function aloneOf(
  atlas: Atlas,
  key: 'keras' | 'tf_keras',
  { versions, environment }: Omit<Asked, 'atlas'>
): Mixture | null {
  const version = versions[key];
  const backend = backendOf(environment);
  const many =
    key === 'keras' && version !== null && (majorOf(version) ?? 0) >= 3;
  const rows = atlas.mixtures.alone.filter(
    row =>
      row[key] !== null &&
      (!many || (row.variables['KERAS_BACKEND'] ?? 'tensorflow') === backend)
  );
  return version === null
    ? null
    : rowFor(rows, [key], { atlas, versions, environment });
}
