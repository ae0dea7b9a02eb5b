/** What Python says of itself: `sys.version_info` and its like. */

import type { Environment } from '../types';
import { compareVersions } from '../versions';
import { isRoot } from './names';
import { listOf, numberOf, textOf, type Known } from './known';

/** Null where the environment does not tell. */
export function ofInterpreter(
  path: string,
  { python }: Environment
): Known | null {
  const release = /^(\d+)\.(\d+)(?:\.(\d+))?$/.exec(python.version);
  const numbers = [1, 2, 3].map(at =>
    release?.[at] === undefined ? null : numberOf(Number(release[at]))
  );
  switch (path) {
    case 'sys.version_info':
      return release ? listOf([...numbers, null, null], true) : null;
    case 'sys.version_info.major':
      return numbers[0];
    case 'sys.version_info.minor':
      return numbers[1];
    case 'sys.version_info.micro':
      return numbers[2];
    case 'sys.platform':
      return python.platform === undefined ? null : textOf(python.platform);
    default:
      return null;
  }
}

/** distutils is gone from CPython 3.12 on, unless setuptools brings it. */
export function lacksDistutils(path: string, { python }: Environment): boolean {
  return (
    path.startsWith('distutils.') &&
    compareVersions(python.version, '3.12') >= 0
  );
}

/** A call of a function that asks about the environment; null where it does not tell. */
export function askInterpreter(
  path: string,
  args: readonly (Known | null)[],
  environment: Environment
): Known | null {
  const [first] = args;
  const { installed, shadowing, python } = environment;
  if (path === 'platform.python_version' && args.length === 0) {
    return /^\d+\.\d+\.\d+$/.test(python.version)
      ? textOf(python.version)
      : null;
  }
  if (first?.kind !== 'text' || args.length !== 1) {
    return null;
  }
  if (path === 'importlib.metadata.version') {
    const entry = isRoot(first.text) ? installed[first.text] : null;
    return entry?.distribution === first.text ? textOf(entry.version) : null;
  }
  if (path !== 'importlib.util.find_spec' || !isRoot(first.text)) {
    return null;
  }
  const entry = installed[first.text];
  const isThere =
    entry != null || shadowing?.some(({ module }) => module === first.text);
  return isThere ? { kind: 'spec' } : entry === null ? { kind: 'none' } : null;
}
