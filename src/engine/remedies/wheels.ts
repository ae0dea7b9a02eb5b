/** Whether a wheel in the index can be installed on an interpreter. */

import type { ReleaseData } from '../atlas/data';
import type { PythonFacts } from '../types';
import { compareVersions, satisfies } from '../versions';

/** Null where the interpreter is not known well enough to tell. */
export function installable(
  release: ReleaseData,
  distribution: string,
  python: PythonFacts
): boolean | null {
  const tags = release.wheels[distribution];
  if (tags === undefined || release.yanked) {
    return false;
  }
  if (
    release.requiresPython !== null &&
    satisfies(python.version, release.requiresPython) === false
  ) {
    return false;
  }
  const answers = tags.map(tag => fits(tag, python));
  return answers.includes(true) ? true : answers.includes(null) ? null : false;
}

/** `cp38-cp38-manylinux2010_x86_64` against an interpreter; each part may hold several, dot-separated. */
function fits(tag: string, python: PythonFacts): boolean | null {
  const [interpreters = '', , platforms = ''] = tag.split('-');
  const [major = '3', minor = ''] = python.version.split('.');
  const wanted = new Set([`cp${major}${minor}`, `py${major}`]);
  if (!interpreters.split('.').some(each => wanted.has(each))) {
    return false;
  }
  const answers = platforms.split('.').map(each => platformFits(each, python));
  return answers.includes(true) ? true : answers.includes(null) ? null : false;
}

/** glibc of the old manylinux names (PEP 513, 571, 599). */
const MANYLINUX: Readonly<Record<string, string>> = {
  manylinux1: '2.5',
  manylinux2010: '2.12',
  manylinux2014: '2.17'
};

function platformFits(tag: string, python: PythonFacts): boolean | null {
  if (tag === 'any') {
    return true;
  }
  const { platform, machine } = python;
  if (platform === undefined || machine === undefined) {
    return null;
  }
  const named = /^(manylinux1|manylinux2010|manylinux2014)_(\w+)$/.exec(tag);
  const numbered = /^manylinux_(\d+)_(\d+)_(\w+)$/.exec(tag);
  if (named ?? numbered) {
    const glibc = named
      ? MANYLINUX[named[1] ?? '']
      : `${numbered?.[1]}.${numbered?.[2]}`;
    const architecture = named ? named[2] : numbered?.[3];
    const has = /^glibc (\S+)$/.exec(python.libc ?? '')?.[1];
    return (
      platform === 'linux' &&
      architecture === machine &&
      has !== undefined &&
      compareVersions(has, glibc ?? '') >= 0
    );
  }
  const mac = /^macosx_(\d+)_(\d+)_(\w+)$/.exec(tag);
  if (mac) {
    return (
      platform === 'darwin' &&
      (mac[3] === machine || mac[3] === 'universal2') &&
      compareVersions(python.macos ?? '0', `${mac[1]}.${mac[2]}`) >= 0
    );
  }
  if (tag.startsWith('win')) {
    return platform === 'win32' && tag === `win_${machine.toLowerCase()}`;
  }
  return platform === 'linux' && tag === `linux_${machine}`;
}
