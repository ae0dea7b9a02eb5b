/** What `tensorflow.keras` is for a set of releases and variables. */

import type { Mixture, Tried } from '../atlas/mixtures';
import { compareVersions, majorOf } from '../versions';
import type { Versions } from './judged';
import { told, type Told } from '../text';

/**
 * `inside`: part of TensorFlow itself (to 2.5); `keras2`, `keras3`: the
 * installed keras; `legacy`: tf_keras, by TF_USE_LEGACY_KERAS; `none`: the
 * keras that TensorFlow needs is not installed.
 */
export type KerasLine = 'inside' | 'keras2' | 'keras3' | 'legacy' | 'none';

/** The values that TensorFlow reads as "yes"; 2.14 and older ignore the variable (tests/truth). */
export const YES = ['1', 'true', 'True'];

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

/** Whether one way to `tensorflow.keras` works. */
export type Mount =
  | { readonly kind: 'works' }
  | { readonly kind: 'broken'; readonly exception: string }
  | { readonly kind: 'unknown'; readonly why: Told };

/** By `import tensorflow.keras`, and as an attribute of `tensorflow`. */
export interface Mounts {
  readonly import: Mount;
  readonly attribute: Mount;
}

/** One line for a mixture that nobody has tried. */
export function unmeasuredPair(
  versions: Versions,
  key: 'keras' | 'tf_keras' = 'keras'
): Told {
  const tensorflow = String(versions.tensorflow);
  const version = versions[key];
  return version === null
    ? told('TensorFlow %1 was not measured without %2', tensorflow, key)
    : told(
        '%1 %2 was not measured with TensorFlow %3',
        key,
        version,
        tensorflow
      );
}

const WORKS: Mount = { kind: 'works' };

export function mountOf({
  line,
  pair,
  legacy,
  versions
}: {
  line: KerasLine;
  pair: Mixture | null;
  legacy: Mixture | null;
  versions: Versions;
}): Mounts {
  if (versions.tensorflow === null) {
    return { import: WORKS, attribute: WORKS };
  }
  const row = line === 'legacy' ? legacy : pair;
  const why = unmeasuredPair(
    versions,
    line === 'legacy' ? 'tf_keras' : 'keras'
  );
  const mount = (tried: Tried): Mount =>
    tried === undefined
      ? { kind: 'unknown', why }
      : tried === null
        ? WORKS
        : { kind: 'broken', exception: tried };
  const attribute = mount(row?.attributeKeras);
  const imported = mount(row?.tensorflowKeras);
  return {
    attribute,
    // TensorFlow 2.6 without its keras imports a copy of its own, whose names were not measured.
    import:
      imported.kind === 'works' && attribute.kind === 'broken'
        ? {
            kind: 'unknown',
            why: told(
              'what `import tensorflow.keras` gives without its keras was not measured'
            )
          }
        : imported
  };
}
