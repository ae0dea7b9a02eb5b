/** The installs that can be offered: every measured set of releases that works, as pip would make it here. */

import type { Atlas } from '../atlas/atlas';
import type { MeasurementData, ReleaseData } from '../atlas/data';
import { standing } from '../atlas/patches';
import { kept } from '../kept';
import { unmetOf } from '../requirements';
import { faultsOf } from '../resolver/faults';
import { LEGACY_FLAG } from '../resolver/variables';
import { worldOf, type World } from '../resolver/world';
import type { Environment, Installed } from '../types';
import { capsOf } from './caps';
import { combinationOf, type Combination } from './combination';
import { extraOf } from './extra';
import { excludes, flavourOf, isPlain, type Flavour } from './flavour';
import {
  after,
  breaksOf,
  changesOf,
  type Change,
  type Install,
  type Pins
} from './install';
import { installable } from './wheels';

export interface Candidate {
  readonly tensorflow: string;
  readonly keras: string | null;
  /** Set where tf_keras is to be `tensorflow.keras`. */
  readonly tfKeras: string | null;
  /** Distribution that supplies TensorFlow. */
  readonly distribution: string;
  readonly install: Install;
  /** False where no wheel fits this Python and platform. */
  readonly installable: boolean;
  /** Packages whose release changes. */
  readonly changes: number;
  /** Installed packages that exclude what it brings. */
  readonly breaks: readonly string[];
  /** Whether something stays wrong with the environment itself. */
  readonly faulty: boolean;
  /** The environment after the install and a restart. */
  readonly environment: Environment;
}

/** Supplies the keras of TensorFlow 2.5, which requires it. */
const NIGHTLY = 'keras-nightly';

/** The same ones for the same environment: their worlds are kept by them. */
export const candidatesFor = kept(allFor);

function allFor(environment: Environment, atlas: Atlas): readonly Candidate[] {
  const seen = new Set<string>();
  return atlas.measurements.flatMap(measurement => {
    const combination = combinationOf(measurement, environment, atlas);
    const candidate =
      combination &&
      candidateOf(combination, { measurement, environment, atlas });
    const key = `${candidate?.tensorflow} ${candidate?.keras} ${candidate?.tfKeras}`;
    if (candidate === null || seen.has(key)) {
      return [];
    }
    seen.add(key);
    return [candidate];
  });
}

interface Given {
  readonly measurement: MeasurementData;
  readonly environment: Environment;
  readonly atlas: Atlas;
}

function candidateOf(combination: Combination, given: Given): Candidate | null {
  const { environment, atlas } = given;
  const { tensorflow, keras, tf_keras } = combination;
  const release = listed('tensorflow', tensorflow, atlas);
  const requires = release?.requires ?? [];
  // pip leaves a keras that is there where the pin does not name one.
  const isLeft = keras === null && environment.installed['keras'] != null;
  const kerasIs = keras !== null && {
    key: 'keras',
    version: keras,
    environment
  };
  if (isLeft || (kerasIs && excludes(requires, kerasIs))) {
    return null;
  }
  const flavour = flavourOf(environment, release?.wheels ?? {});
  const kerasRelease = keras === null ? null : listed('keras', keras, atlas);
  // TensorFlow 2.5 brings the keras of another distribution along by itself; beside keras it would write over its files.
  const brings = keras !== null && kerasRelease?.wheels['keras'] === undefined;
  const pins = {
    tensorflow: { version: tensorflow, distribution: flavour.distribution },
    ...(keras === null || brings
      ? {}
      : { keras: { version: keras, distribution: 'keras' } }),
    ...(tf_keras === null
      ? {}
      : { tf_keras: { version: tf_keras, distribution: 'tf-keras' } })
  };
  const caps = capsOf(
    { measurement: given.measurement, tensorflow: pins.tensorflow, requires },
    environment,
    atlas
  );
  const change: Change = {
    install: installOf({ pins, caps, flavour }, environment),
    pins,
    requires
  };
  const brought = brings
    ? { ...pins, keras: { version: keras, distribution: NIGHTLY } }
    : pins;
  const changed = after({ ...change, pins: brought }, environment);
  const present = environment.installed['keras'];
  if (
    (brings && present != null && present.distribution !== NIGHTLY) ||
    !isKnown(worldOf(changed, atlas), keras)
  ) {
    return null;
  }
  return {
    tensorflow,
    keras,
    tfKeras: tf_keras,
    distribution: flavour.distribution,
    install: change.install,
    installable: Object.entries(pins).every(
      ([key, { version, distribution }]) =>
        fits(key, { version, distribution }, given)
    ),
    changes: changesOf(change, environment),
    breaks: breaksOf(environment, changed),
    faulty: faultsOf(changed, atlas).length > 0,
    environment: changed
  };
}

/** Where nothing can be told of a package, nothing of it fails either. */
function isKnown({ tensorflow, keras }: World, wanted: string | null): boolean {
  return (
    tensorflow.kind === 'known' && (wanted === null || keras.kind === 'known')
  );
}

/** What is installed stays, whatever the index has of it. */
function fits(
  key: string,
  { version, distribution }: Installed,
  { environment, atlas }: Given
): boolean {
  const installed = environment.installed[key];
  const release = listed(key, version, atlas);
  return (
    (installed?.version === version &&
      installed.distribution === distribution) ||
    (release !== null &&
      installable(release, distribution, environment.python) === true)
  );
}

/** What the index has of a release, or of the measured one with the same names. */
function listed(
  key: string,
  version: string,
  atlas: Atlas
): ReleaseData | null {
  const measured = atlas.measurements.flatMap(each => {
    const release = each[key as keyof Combination];
    return release === null ? [] : release;
  });
  return (
    atlas.release(key, version) ??
    atlas.release(
      key,
      standing(atlas.patches, key, { version, among: measured }) ?? ''
    )
  );
}

interface Parts {
  readonly pins: Pins;
  readonly caps: readonly string[];
  readonly flavour: Flavour;
}

/** What is there already is pinned only where something else of it moves: `numpy<2` alone says what it does. */
function installOf(
  { pins, caps, flavour }: Parts,
  environment: Environment
): Install {
  const wanted = unmetOf(caps, environment);
  if (
    (wanted.length > 0 || pins['tf_keras'] !== undefined) &&
    flavour.removes.length === 0 &&
    areThere(pins, environment)
  ) {
    return {
      removes: [],
      requirements: wanted.map(({ name, specifier }) => `${name}${specifier}`),
      alone: [],
      variables: variablesOf(pins)
    };
  }
  const pinned = (keys: readonly string[]): readonly string[] =>
    keys.flatMap(key => {
      const pin = pins[key];
      return pin === undefined
        ? []
        : `${pin.distribution}${key === 'tensorflow' ? extraOf(pin, environment) : ''}==${pin.version}`;
    });
  const alone = pins['tf_keras'] !== undefined && !isPlain(flavour);
  return {
    removes: flavour.removes,
    requirements: [
      ...pinned(['tensorflow', 'keras', ...(alone ? [] : ['tf_keras'])]),
      ...caps
    ],
    alone: alone ? pinned(['tf_keras']) : [],
    variables: variablesOf(pins)
  };
}

function variablesOf(pins: Pins): Install['variables'] {
  return pins['tf_keras'] === undefined ? {} : { [LEGACY_FLAG]: '1' };
}

function areThere(pins: Pins, { installed }: Environment): boolean {
  return Object.entries(pins).every(
    ([key, { version, distribution }]) =>
      installed[key]?.version === version &&
      installed[key].distribution === distribution
  );
}
