/** Versions as PEP 440 has them; what is not a version compares as unknown. */

import {
  compare,
  major,
  minor,
  satisfies as pep440Satisfies,
  valid
} from '@renovatebot/pep440';

export function isVersion(version: string): boolean {
  return valid(version) !== null;
}

/** `2.15` of `2.15.0.post1`; null where it is no version. */
export function seriesOf(version: string): string | null {
  return isVersion(version) ? `${major(version)}.${minor(version)}` : null;
}

export function majorOf(version: string): number | null {
  return isVersion(version) ? major(version) : null;
}

/** Negative where `a` is older; versions that cannot be read come first. */
export function compareVersions(a: string, b: string): number {
  if (!isVersion(a) || !isVersion(b)) {
    return (
      Number(isVersion(a)) - Number(isVersion(b)) || (a < b ? -1 : +(a > b))
    );
  }
  return compare(a, b);
}

/**
 * Whether two version texts mean the same release. A module does not report
 * what only its distribution knows: TensorFlow 2.15.0.post1 calls itself 2.15.0.
 */
export function sameRelease(a: string, b: string): boolean {
  const release = (version: string): string =>
    version.replace(/\+.*$/, '').replace(/[._-]?post\d+$/, '');
  return a === b || compareVersions(release(a), release(b)) === 0;
}

/** Null where either side cannot be read. */
export function satisfies(version: string, specifier: string): boolean | null {
  if (!isVersion(version)) {
    return null;
  }
  try {
    return pep440Satisfies(version, specifier, { prereleases: true });
  } catch {
    return null;
  }
}

/** How far apart two releases are, in minor releases; majors count a hundred. */
export function distance(a: string, b: string): number {
  if (!isVersion(a) || !isVersion(b)) {
    return Number.MAX_SAFE_INTEGER;
  }
  return Math.abs(major(a) - major(b)) * 100 + Math.abs(minor(a) - minor(b));
}

/** Name and specifier of a plain requirement such as `protobuf<3.21`; null where it is not plain. */
export function splitRequirement(
  requirement: string
): { name: string; specifier: string } | null {
  const match =
    /^([A-Za-z0-9][A-Za-z0-9._-]*)\s*\(?([<>=!~][^;)]*)?\)?\s*$/.exec(
      requirement
    );
  return match && match[1] !== undefined
    ? { name: match[1], specifier: (match[2] ?? '').trim() }
    : null;
}

/** Key of a distribution in `Environment.installed`. */
export function normalizedName(distribution: string): string {
  return distribution.toLowerCase().replace(/[-_.]+/g, '_');
}
