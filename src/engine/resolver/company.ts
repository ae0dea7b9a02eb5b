/** What the company of a package does to it: other packages beside it, or missing. */

import type { Mixture, Tried } from '../atlas/mixtures';
import type { Environment } from '../types';
import { normalizedName, satisfies, splitRequirement } from '../versions';
import { judgedVersion } from './judged';
import type { Part } from './parts';
import { told, type Told } from '../text';

/** A Keras beside TensorFlow: what importing the two together was measured to raise. */
export function beside(part: Part, tried: Tried, why: Told): Part {
  return (
    broken(part, tried) ??
    (tried === undefined && part.kind === 'known'
      ? { kind: 'unknown', version: part.version, why }
      : part)
  );
}

/** A Keras without TensorFlow. What it misses of other packages is a fact about those. */
export function alone(
  part: Part,
  {
    row,
    key,
    environment
  }: {
    row: Mixture | null;
    key: 'keras' | 'tf_keras';
    environment: Environment;
  }
): Part {
  if (part.kind === 'absent' || part.kind === 'broken') {
    return part;
  }
  const { version } = part;
  const raised = key === 'keras' ? row?.importKeras : row?.importTfKeras;
  if (raised === undefined) {
    const why = told('%1 %2 was not measured without TensorFlow', key, version);
    return { kind: 'unknown', version, why };
  }
  if (raised !== null) {
    return { kind: 'broken', version, exception: raised };
  }
  const backend = row?.variables['KERAS_BACKEND'];
  return backend !== undefined && environment.installed[backend] === null
    ? {
        kind: 'unknown',
        version,
        why: told('%1 %2 without %3 was not measured', key, version, backend)
      }
    : part;
}

export function broken(part: Part, exception: Tried): Part | null {
  return part.kind === 'absent' || part.kind === 'broken' || exception == null
    ? null
    : { kind: 'broken', version: part.version, exception };
}

/** A measured cap that the environment exceeds: what then happens was not measured for this release. */
export function cappedBy(environment: Environment, part: Part): Part | null {
  if (part.kind !== 'known') {
    return null;
  }
  for (const cap of part.table.measurement.constraints) {
    const requirement = splitRequirement(cap);
    const key = requirement ? normalizedName(requirement.name) : '';
    const version = judgedVersion(environment, key);
    if (
      requirement &&
      version &&
      satisfies(version, requirement.specifier) === false
    ) {
      return {
        kind: 'unknown',
        version: part.version,
        why: told(
          'TensorFlow %1 needs %2, this kernel has %3',
          part.version,
          cap,
          version
        )
      };
    }
  }
  return null;
}
