/** What `tensorflow.keras` is for a set of releases and variables. */

import { compareVersions, majorOf } from '../versions';

/**
 * `inside`: part of TensorFlow itself (to 2.5); `keras2`, `keras3`: the
 * installed keras; `legacy`: tf_keras, by TF_USE_LEGACY_KERAS; `none`: the
 * keras that TensorFlow needs is not installed.
 */
export type KerasLine = 'inside' | 'keras2' | 'keras3' | 'legacy' | 'none';

/** The values that TensorFlow reads as "yes"; 2.14 and older ignore the variable (tests/truth). */
const YES = ['1', 'true', 'True'];

export function wantsLegacy(
  tensorflow: string,
  variables: Readonly<Record<string, string>>
): boolean {
  return (
    compareVersions(tensorflow, '2.15') >= 0 &&
    YES.includes(variables['TF_USE_LEGACY_KERAS'] ?? '')
  );
}

export function kerasLine(
  versions: {
    readonly tensorflow: string | null;
    readonly keras: string | null;
  },
  variables: Readonly<Record<string, string>>
): KerasLine {
  if (versions.tensorflow === null) {
    return 'none';
  }
  if (wantsLegacy(versions.tensorflow, variables)) {
    return 'legacy';
  }
  if (compareVersions(versions.tensorflow, '2.6.dev0') < 0) {
    return 'inside';
  }
  if (versions.keras === null) {
    return 'none';
  }
  return majorOf(versions.keras) === 3 ? 'keras3' : 'keras2';
}
