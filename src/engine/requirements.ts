/** What installed distributions require, held against what is installed. */

import type { Environment, Installed } from './types';
import { normalizedName, satisfies } from './versions';

export interface Requirement {
  /** Key of `Environment.installed`. */
  readonly key: string;
  /** The name as the metadata writes it. */
  readonly name: string;
  readonly specifier: string;
}

export interface Unmet extends Requirement {
  /** The installed release; null where there is none. */
  readonly has: string | null;
}

/** Distributions that supply one of the three import names. */
const ROOT =
  /^(?:(tensorflow(?:_(?:cpu|gpu|intel|macos|rocm|aarch64|cpu_aws))?|intel_tensorflow|tf_nightly(?:_(?:cpu|gpu|intel|macos))?)|(keras|keras_nightly)|(tf_keras|tf_keras_nightly))$/;

/** `name[extra](specifier)`, in any of the forms of metadata; null for an address or a marker. */
export function readRequirement(text: string): Requirement | null {
  const parts =
    /^\s*([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*\(?\s*((?:[<>=!~][^;@()]*)?)\)?\s*$/.exec(
      text
    );
  return parts === null
    ? null
    : {
        key: keyOf(parts[1]),
        name: parts[1],
        specifier: parts[2].replace(/\s+/g, '')
      };
}

/** The import name of what supplies TensorFlow or Keras, the normalised name of all others. */
function keyOf(name: string): string {
  const normalized = normalizedName(name);
  const [, tensorflow, keras, legacy] = ROOT.exec(normalized) ?? [];
  return tensorflow !== undefined
    ? 'tensorflow'
    : keras !== undefined
      ? 'keras'
      : legacy !== undefined
        ? 'tf_keras'
        : normalized;
}

/**
 * Those of `requires` that are not met. A flavour such as tensorflow-gpu counts
 * only where it is the one that supplies TensorFlow; the plain name is met by
 * any flavour. What the kernel has not told is no fault.
 */
export function unmetOf(
  requires: readonly string[],
  environment: Environment
): readonly Unmet[] {
  return requires.flatMap((text): readonly Unmet[] => {
    const requirement = readRequirement(text);
    const installed =
      requirement === null ? undefined : environment.installed[requirement.key];
    if (requirement === null || installed === undefined) {
      return [];
    }
    if (installed === null) {
      return [{ ...requirement, has: null }];
    }
    return supplies(installed, requirement) &&
      requirement.specifier !== '' &&
      satisfies(installed.version, requirement.specifier) === false
      ? [{ ...requirement, has: installed.version }]
      : [];
  });
}

function supplies(installed: Installed, { key, name }: Requirement): boolean {
  const asked = normalizedName(name);
  return asked === key || normalizedName(installed.distribution) === asked;
}
