/** An environment seen through the atlas: which measurement speaks for which package. */

import type { Atlas } from '../atlas/atlas';
import type { Tried } from '../atlas/mixtures';
import { kept } from '../kept';
import type { Environment } from '../types';
import { lackingRow, raisedByTensorflow, raisedWithout } from './backends';
import { alone, beside, broken, cappedBy } from './company';
import { versionsOf, type Root } from './judged';
import { stoppedBy } from './limits';
import {
  kerasLine,
  mountOf,
  unmeasuredPair,
  type KerasLine,
  type Mounts
} from './mounts';
import { aloneOf, legacyOf, pairOf } from './pairs';
import { partOf, shadowOf, unreadable, type Part } from './parts';
import { told, type Told } from '../text';

export interface World {
  readonly tensorflow: Part;
  readonly keras: Part;
  readonly tf_keras: Part;
  /** What `tensorflow.keras` is. */
  readonly line: KerasLine;
  /** Whether `tensorflow.keras` can be had, by `import tensorflow.keras` and as an attribute of `tensorflow`. */
  readonly mount: Mounts;
}

/** One world for one environment: a search asks for those of its candidates at each change of the notebook. */
export const worldOf = kept(madeOf);

function madeOf(environment: Environment, atlas: Atlas): World {
  const versions = versionsOf(environment);
  const line = kerasLine(versions, environment.variables);
  const pair = pairOf(atlas, versions, environment);
  const legacy = legacyOf(atlas, versions, environment);
  const part = (root: Root): Part =>
    unreadable(environment, root) ?? partOf(root, { atlas, versions, line });
  const lacking = lackingRow(environment, atlas);
  const stopped = stoppedBy(environment, atlas);
  const raised =
    stopped?.raised ??
    (line === 'keras3' ? raisedByTensorflow(environment, atlas) : null);
  // What needs TensorFlow imports it before all else: with numpy 2 beside TensorFlow 2.5 to 2.17 its import raised the very same (15 tried).
  const stoppedToo = (key: 'keras' | 'tf_keras'): Part | null => {
    const row = aloneOf(atlas, key, { versions, environment });
    const without = key === 'keras' ? row?.importKeras : row?.importTfKeras;
    return stopped === null
      ? null
      : without != null && /tensorflow/i.test(without)
        ? broken(part(key), stopped.raised)
        : unsure(
            part(key),
            told('importing it with %1 was not measured', stopped.key)
          );
  };
  const judge = (key: 'keras' | 'tf_keras', tried: Tried): Part =>
    versions.tensorflow === null
      ? alone(part(key), {
          row: aloneOf(atlas, key, { versions, environment }),
          key,
          environment
        })
      : beside(part(key), tried, unmeasuredPair(versions, key));
  const tensorflow = part('tensorflow');
  return {
    tensorflow:
      broken(tensorflow, pair?.importTensorflow) ??
      broken(tensorflow, raised) ??
      (raised === undefined ? unsure(tensorflow, OTHER_BACKEND) : null) ??
      cappedBy(environment, tensorflow) ??
      tensorflow,
    keras:
      broken(part('keras'), raisedWithout(environment, atlas)) ??
      stoppedToo('keras') ??
      judge('keras', pair?.importKeras),
    tf_keras:
      stoppedToo('tf_keras') ?? judge('tf_keras', legacy?.importTfKeras),
    line,
    mount:
      hidden(environment, line) ??
      mountOf({
        line,
        pair: line === 'keras3' ? (lacking ?? pair) : pair,
        legacy,
        versions
      })
  };
}

const OTHER_BACKEND = told(
  'importing it with that KERAS_BACKEND was not measured'
);

function unsure(part: Part, why: Told): Part | null {
  return part.kind === 'known'
    ? {
        kind: 'unknown',
        version: part.version,
        why
      }
    : null;
}

/** What `tensorflow.keras` is where a file beside the notebook hides the package that it comes from. */
function hidden(environment: Environment, line: KerasLine): Mounts | null {
  const source = line === 'legacy' ? 'tf_keras' : 'keras';
  const shadow =
    line === 'inside' || line === 'none' ? null : shadowOf(environment, source);
  const mount =
    shadow === null
      ? null
      : ({
          kind: 'unknown',
          why: told('%1 hides %2', shadow, source)
        } as const);
  return mount === null ? null : { import: mount, attribute: mount };
}
