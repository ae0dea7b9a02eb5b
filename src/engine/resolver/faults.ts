/** What is wrong with an environment itself, whatever a notebook uses of it. */

import type { Atlas } from '../atlas/atlas';
import { kept } from '../kept';
import type { Environment, Installed } from '../types';
import { sameRelease } from '../versions';
import { stopsOf, type Stop } from './limits';
import { BACKEND } from './variables';
import { worldOf } from './world';

export type Fault =
  /** A package beside TensorFlow that was measured to stop its import. */
  | { readonly kind: 'stopped'; readonly stop: Stop }
  /** Releases of TensorFlow and Keras that were measured to refuse each other. */
  | {
      readonly kind: 'refused';
      /** What cannot be imported, as people write it. */
      readonly name: 'tensorflow' | 'tensorflow.keras' | 'keras';
      /** Whose release is the other one. */
      readonly by: 'keras' | 'tf_keras';
    }
  /** Other distributions of other releases in the folder of TensorFlow: each has written over files of the rest. */
  | { readonly kind: 'doubled'; readonly all: Doubled };

type Doubled = readonly {
  readonly distribution: string;
  readonly version: string;
}[];

/** One for each cause; empty where TensorFlow is not there, or where all that is known of it works. */
export const faultsOf = kept(allOf);

function allOf(environment: Environment, atlas: Atlas): readonly Fault[] {
  const tensorflow = environment.installed['tensorflow'];
  if (tensorflow == null) {
    return [];
  }
  const stops = stopsOf(environment, atlas).map((stop): Fault => ({
    kind: 'stopped',
    stop
  }));
  const all = doubledOf(tensorflow);
  const refused =
    stops.length === 0 && all === null ? refusedIn(environment, atlas) : null;
  return [
    ...stops,
    ...(all === null ? [] : [{ kind: 'doubled', all } as const]),
    ...(refused === null ? [] : [refused])
  ];
}

/** The first of those that the others follow. Which backend somebody chose is no matter of releases. */
function refusedIn(environment: Environment, atlas: Atlas): Fault | null {
  const variables = Object.fromEntries(
    Object.entries(environment.variables).filter(([name]) => name !== BACKEND)
  );
  const own = { ...environment, variables, kerasConfig: null };
  const { tensorflow, keras, mount, line } = worldOf(own, atlas);
  const by = line === 'legacy' ? 'tf_keras' : 'keras';
  const name =
    tensorflow.kind === 'broken'
      ? 'tensorflow'
      : mount.import.kind === 'broken' && mount.attribute.kind === 'broken'
        ? 'tensorflow.keras'
        : keras.kind === 'broken'
          ? 'keras'
          : null;
  return name === null
    ? null
    : { kind: 'refused', name, by: name === 'keras' ? 'keras' : by };
}

/** The same release twice is one set of files; a folder of its own hides nothing. Null where there is one. */
function doubledOf(tensorflow: Installed): Doubled | null {
  const { distribution, version, location, others = [] } = tensorflow;
  const over = others.filter(
    each =>
      location !== undefined &&
      each.location === location &&
      !sameRelease(each.version, version)
  );
  return over.length === 0 ? null : [{ distribution, version }, ...over];
}
