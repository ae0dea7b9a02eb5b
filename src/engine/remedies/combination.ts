/** Releases that were measured to work together. */

import type { Atlas } from '../atlas/atlas';
import type { MeasurementData } from '../atlas/data';
import { wantsLegacy } from '../resolver/mounts';
import { legacyOf, pairOf } from '../resolver/pairs';
import type { Environment } from '../types';

export interface Combination {
  readonly tensorflow: string;
  readonly keras: string | null;
  /** Set where tf_keras is to be `tensorflow.keras`. */
  readonly tf_keras: string | null;
}

/** Those of a measurement, the installed ones in their place where they have the same names; null where they do not work. */
export function combinationOf(
  measurement: MeasurementData,
  environment: Environment,
  atlas: Atlas
): Combination | null {
  const { tensorflow, keras, tf_keras, roots, columns } = measurement;
  const legacy = wantsLegacy(tensorflow ?? '0', measurement.variables);
  if (
    tensorflow === null ||
    columns['tensorflow'] === undefined ||
    roots['tensorflow'] !== null ||
    (keras !== null && roots['keras'] !== null) ||
    (legacy && (tf_keras === null || roots['tf_keras'] !== null))
  ) {
    return null;
  }
  const own = (key: keyof Combination, version: string): string => {
    const installed = environment.installed[key]?.version;
    const stand =
      installed === undefined
        ? null
        : atlas.patches.standIn(key, installed, [version]);
    return installed !== undefined && stand?.neighbour === false
      ? installed
      : version;
  };
  const combination = {
    tensorflow: own('tensorflow', tensorflow),
    keras: keras === null ? null : own('keras', keras),
    tf_keras: legacy && tf_keras !== null ? own('tf_keras', tf_keras) : null
  };
  const row = legacy
    ? legacyOf(atlas, combination, environment)
    : pairOf(atlas, combination, environment);
  return row?.tensorflowKeras == null && row?.importTensorflow == null
    ? combination
    : null;
}
