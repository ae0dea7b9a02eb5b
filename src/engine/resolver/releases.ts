/** What the modules call their own release. */

import type { Environment } from '../types';
import { judgedVersion, type Root } from './judged';
import type { World } from './world';

/** Under `tensorflow`, `compat.v1` and `compat.v2` give the same (asked in 24 releases from 1.15 to 2.21). */
const OF_TENSORFLOW =
  /^tensorflow(\.compat\.v[12])*\.(__version__|VERSION|version\.VERSION)$/;
const OF_MOUNTED = /^tensorflow(\.compat\.v[12])*\.keras\.__version__$/;

/** The text that a name such as `tensorflow.__version__` holds; null for any other name, and where it cannot be told. */
export function releaseText(
  shown: string,
  world: World,
  environment: Environment
): string | null {
  const root = rootOf(shown, world);
  const version = root && judgedVersion(environment, root);
  if (!root || !version) {
    return null;
  }
  // A module does not tell of itself what only its distribution knows.
  const own = environment.loaded[root]
    ? version
    : version.replace(/\+.*$/, '').replace(/\.post\d+$/, '');
  // A distribution spells 2.4.0-rc1 without its hyphen.
  return /^\d+(\.\d+)+$/.test(own) || environment.loaded[root] ? own : null;
}

function rootOf(shown: string, { line }: World): Root | null {
  if (OF_TENSORFLOW.test(shown)) {
    return 'tensorflow';
  }
  if (OF_MOUNTED.test(shown)) {
    // To TensorFlow 2.5 it is a release of its own kind (`2.3.0-tf`); later, where the name is there, the installed keras's.
    return line === 'keras2' || line === 'keras3' ? 'keras' : null;
  }
  return shown === 'keras.__version__'
    ? 'keras'
    : shown === 'tf_keras.__version__'
      ? 'tf_keras'
      : null;
}
