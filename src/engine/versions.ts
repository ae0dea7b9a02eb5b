/** Versions as PEP 440 has them; what is not a version compares as unknown. */

import {
  compare,
  major,
  minor,
  satisfies as pep440Satisfies,
  valid
} from '@renovatebot/pep440';

/** More texts than this are not kept: they come from kernels and notebooks, and may be anything. */
const MOST = 20_000;

/** The answers of a function of one text; parsing versions is most of a search otherwise. */
function remembered<Answer>(
  ask: (text: string) => Answer
): (text: string) => Answer {
  const answers = new Map<string, { readonly answer: Answer }>();
  return text => {
    const known = answers.get(text);
    if (known !== undefined) {
      return known.answer;
    }
    const answer = ask(text);
    if (answers.size < MOST) {
      answers.set(text, { answer });
    }
    return answer;
  };
}

export const isVersion = remembered(version => valid(version) !== null);

/** `2.15` of `2.15.0.post1`; null where it is no version. */
export const seriesOf = remembered(version =>
  isVersion(version) ? `${major(version)}.${minor(version)}` : null
);

const placeOf = remembered(version =>
  isVersion(version) ? { major: major(version), minor: minor(version) } : null
);

export const majorOf = remembered(version =>
  isVersion(version) ? major(version) : null
);

/** Both in one text: no version has a line end. */
const comparison = remembered(both => {
  const [a = '', b = ''] = both.split('\n');
  return compare(a, b);
});

/** Negative where `a` is older; versions that cannot be read come first. */
export function compareVersions(a: string, b: string): number {
  if (!isVersion(a) || !isVersion(b)) {
    return (
      Number(isVersion(a)) - Number(isVersion(b)) || (a < b ? -1 : +(a > b))
    );
  }
  return comparison(`${a}\n${b}`);
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

const satisfaction = remembered(both => {
  const [version = '', specifier = ''] = both.split('\n');
  try {
    return pep440Satisfies(version, specifier, { prereleases: true });
  } catch {
    return null;
  }
});

/** Null where either side cannot be read. */
export function satisfies(version: string, specifier: string): boolean | null {
  return isVersion(version) && !specifier.includes('\n')
    ? satisfaction(`${version}\n${specifier}`)
    : null;
}

/** How far apart two releases are, in minor releases; majors count a hundred. */
export function distance(a: string, b: string): number {
  const [one, other] = [placeOf(a), placeOf(b)];
  return one === null || other === null
    ? Number.MAX_SAFE_INTEGER
    : Math.abs(one.major - other.major) * 100 +
        Math.abs(one.minor - other.minor);
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
