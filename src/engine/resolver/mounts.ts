/** What `tensorflow.keras` is for a set of releases and variables. */

import { compareVersions, majorOf } from '../versions';
import type { Versions } from './judged';
import type { Pair } from './pairs';

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

/** Whether one way to `tensorflow.keras` works. */
export type Mount =
  | { readonly kind: 'works' }
  | { readonly kind: 'broken'; readonly exception: string }
  | { readonly kind: 'unknown'; readonly why: string };

/** By `import tensorflow.keras`, and as an attribute of `tensorflow`. */
export interface Mounts {
  readonly import: Mount;
  readonly attribute: Mount;
}

/** One line for a pair that nobody has tried. */
export function unmeasuredPair(versions: Versions): string {
  return versions.keras === null
    ? `TensorFlow ${versions.tensorflow} was not measured without keras`
    : `keras ${versions.keras} was not measured with TensorFlow ${versions.tensorflow}`;
}

const WORKS: Mount = { kind: 'works' };

export function mountOf({
  line,
  pair,
  versions
}: {
  line: KerasLine;
  pair: Pair | null;
  versions: Versions;
}): Mounts {
  if (line === 'legacy' || versions.tensorflow === null) {
    return { import: WORKS, attribute: WORKS };
  }
  if (pair === null) {
    const mount: Mount = {
      kind: 'unknown',
      why: unmeasuredPair(versions)
    };
    return { import: mount, attribute: mount };
  }
  const mount = (exception: string | null): Mount =>
    exception === null ? WORKS : { kind: 'broken', exception };
  const attribute = mount(pair.attributeKeras);
  const imported = mount(pair.tensorflowKeras);
  return {
    attribute,
    // TensorFlow 2.6 without its keras imports a copy of its own, whose names were not measured.
    import:
      imported.kind === 'works' && attribute.kind === 'broken'
        ? {
            kind: 'unknown',
            why: `what \`import tensorflow.keras\` gives without its keras was not measured`
          }
        : imported
  };
}
