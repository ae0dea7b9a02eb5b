/** The installs that can be offered: every measured set of releases that works and that pip can install here. */

import type { Atlas } from '../atlas/atlas';
import type { MeasurementData } from '../atlas/data';
import { wantsLegacy } from '../resolver/mounts';
import { pairOf } from '../resolver/pairs';
import type { Environment, Installed } from '../types';
import { normalizedName, satisfies, splitRequirement } from '../versions';
import { installable } from './wheels';

export interface Candidate {
  readonly tensorflow: string;
  readonly keras: string | null;
  /** Distribution that supplies TensorFlow: the installed flavour is kept. */
  readonly distribution: string;
  /** Exact pins, then the measured caps that the metadata lacks. */
  readonly requirements: readonly string[];
  /** False where no wheel fits this Python and platform. */
  readonly installable: boolean;
  /** Packages whose release changes. */
  readonly changes: number;
  /** The environment after the install and a restart. */
  readonly environment: Environment;
}

const candidates = new WeakMap<
  Atlas,
  WeakMap<Environment, readonly Candidate[]>
>();

/** The same ones for the same environment: their worlds are kept by them. */
export function candidatesFor(
  environment: Environment,
  atlas: Atlas
): readonly Candidate[] {
  const known =
    candidates.get(atlas) ?? new WeakMap<Environment, readonly Candidate[]>();
  candidates.set(atlas, known);
  const all = known.get(environment) ?? allFor(environment, atlas);
  known.set(environment, all);
  return all;
}

function allFor(environment: Environment, atlas: Atlas): readonly Candidate[] {
  const seen = new Set<string>();
  return atlas.measurements.flatMap(measurement => {
    const candidate = candidateOf(measurement, environment, atlas);
    const key = `${candidate?.tensorflow} ${candidate?.keras}`;
    if (candidate === null || seen.has(key)) {
      return [];
    }
    seen.add(key);
    return [candidate];
  });
}

function candidateOf(
  measurement: MeasurementData,
  environment: Environment,
  atlas: Atlas
): Candidate | null {
  const { tensorflow } = measurement;
  if (
    tensorflow === null ||
    measurement.columns['tensorflow'] === undefined ||
    measurement.roots['tensorflow'] !== null ||
    (measurement.keras !== null && measurement.roots['keras'] !== null) ||
    wantsLegacy(tensorflow, measurement.variables)
  ) {
    return null;
  }
  // pip leaves a keras that is there where the pin does not name one.
  const keras = measurement.keras;
  if (keras === null && environment.installed['keras'] != null) {
    return null;
  }
  const pair = pairOf(
    atlas,
    { tensorflow, keras, tf_keras: null },
    environment
  );
  const release = atlas.release('tensorflow', tensorflow);
  if (
    pair?.tensorflowKeras != null ||
    pair?.importTensorflow != null ||
    (keras !== null &&
      refuses(release?.requires ?? [], { name: 'keras', version: keras }))
  ) {
    return null;
  }
  const kerasRelease = keras === null ? null : atlas.release('keras', keras);
  // TensorFlow 2.5 brings the keras of another distribution along by itself.
  const own = keras !== null && kerasRelease?.wheels['keras'] === undefined;
  const flavour = flavourOf(environment, release?.wheels ?? {});
  const { python } = environment;
  const fits =
    release !== null &&
    installable(release, flavour, python) === true &&
    (keras === null ||
      (kerasRelease !== null &&
        (own || installable(kerasRelease, 'keras', python) === true)));
  const pins: Record<string, string> = { tensorflow };
  if (keras !== null && !own) {
    pins['keras'] = keras;
  }
  const caps = measurement.constraints;
  return {
    tensorflow,
    keras,
    distribution: flavour,
    requirements: [
      `${flavour}==${tensorflow}`,
      ...(pins['keras'] === undefined ? [] : [`keras==${keras}`]),
      ...caps
    ],
    installable: fits,
    changes: changesOf(environment, pins, caps),
    environment: after(environment, { pins, caps, flavour })
  };
}

/** `tensorflow-cpu` stays `tensorflow-cpu` where that release has it. */
function flavourOf(
  environment: Environment,
  wheels: Readonly<Record<string, readonly string[]>>
): string {
  const installed = environment.installed['tensorflow']?.distribution;
  return installed !== undefined && wheels[installed] !== undefined
    ? installed
    : 'tensorflow';
}

function exceeds(environment: Environment, cap: string): string | null {
  const requirement = splitRequirement(cap);
  const key = requirement === null ? '' : normalizedName(requirement.name);
  const version = environment.installed[key]?.version;
  return requirement !== null &&
    version !== undefined &&
    satisfies(version, requirement.specifier) === false
    ? key
    : null;
}

function changesOf(
  environment: Environment,
  pins: Readonly<Record<string, string>>,
  caps: readonly string[]
): number {
  const changed = Object.entries(pins).filter(
    ([name, version]) => environment.installed[name]?.version !== version
  );
  return (
    changed.length +
    caps.filter(cap => exceeds(environment, cap) !== null).length
  );
}

/** What the kernel has after the install and a restart; a companion above its cap becomes unknown. */
function after(
  environment: Environment,
  change: {
    readonly pins: Readonly<Record<string, string>>;
    readonly caps: readonly string[];
    readonly flavour: string;
  }
): Environment {
  const installed: Record<string, Installed | null> = {
    ...environment.installed
  };
  for (const [name, version] of Object.entries(change.pins)) {
    installed[name] = {
      version,
      distribution: name === 'tensorflow' ? change.flavour : name
    };
  }
  for (const cap of change.caps) {
    const key = exceeds(environment, cap);
    if (key !== null) {
      delete installed[key];
    }
  }
  return { ...environment, installed, loaded: {} };
}

/** Whether pip cannot install both: the metadata of one excludes that release of the other. */
function refuses(
  requires: readonly string[],
  other: { readonly name: string; readonly version: string }
): boolean {
  return requires.some(text => {
    const requirement = splitRequirement(text.split(';')[0] ?? '');
    return (
      requirement !== null &&
      normalizedName(requirement.name) === other.name &&
      satisfies(other.version, requirement.specifier) === false
    );
  });
}
