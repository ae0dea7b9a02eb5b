/** The notebook installs another release than this kernel has, or one that this Python cannot have. */

import type { Pin } from '../source/usage';
import { compareVersions, isVersion, satisfies } from '../versions';
import { defineRule, type Context, type Note } from './rule';
import { fitting, titleOf } from './wording';

/** Distributions that supply the packages whose releases decide how a notebook behaves. */
const SUPPLIES: Readonly<Record<string, string>> = {
  tensorflow: 'tensorflow',
  tensorflow_cpu: 'tensorflow',
  tensorflow_gpu: 'tensorflow',
  tensorflow_intel: 'tensorflow',
  tensorflow_macos: 'tensorflow',
  keras: 'keras',
  tf_keras: 'tf_keras',
  numpy: 'numpy',
  protobuf: 'protobuf',
  h5py: 'h5py'
};

/** Flavours whose releases are those of the index's list. */
const LISTED = ['tensorflow', 'tensorflow_cpu', 'keras', 'tf_keras'];

export const pinnedRelease = defineRule({
  about: 'surroundings',
  id: 'pinned-release',
  severity: 'warning',
  summary: 'The notebook asks an installer for another release than this one.',

  notes({ pins }, context) {
    // What is asked for last is what the kernel is left with.
    const last = new Map(pins.map(pin => [SUPPLIES[pin.name] ?? '', pin]));
    last.delete('');
    return [...last].flatMap(([root, pin]): readonly Note[] => {
      const message = unmet(root, pin, context);
      return message === null
        ? []
        : [
            {
              message,
              severity: 'warning',
              cell: pin.cell,
              statement: pin.span,
              span: pin.span,
              symbol: pin.written
            }
          ];
    });
  }
});

function unmet(root: string, pin: Pin, context: Context): string | null {
  const { kernel, say } = context;
  const installed = kernel.installed[root] ?? null;
  const fits =
    installed === null || !isReadable(pin.specifier)
      ? null
      : satisfies(installed.version, pin.specifier);
  if (fits === true || (installed !== null && fits === null)) {
    return null;
  }
  const written = pin.written.slice(0, 60);
  const none = impossible(root, pin, context);
  if (none !== null) {
    const says = say(
      '`%1` cannot be installed: %2 has no such release for Python %3.',
      written,
      titleOf(root),
      pythonOf(context)
    );
    const other = say('There are %1 to %2.', ...none);
    return fitting(none.length < 2 ? null : `${says} ${other}`, says);
  }
  return installed === null
    ? null
    : fitting(
        say(
          'This kernel has %1 %2, not `%3`. Run this line and restart the kernel, or change the line.',
          titleOf(root),
          installed.version,
          written
        ),
        say(
          'This kernel has %1 %2, not `%3`.',
          titleOf(root),
          installed.version,
          written
        )
      );
}

/**
 * Where no release that fits can be installed on this Python: the oldest and
 * the newest that can (none where there is none). Null where one fits, and
 * where the list of releases does not tell.
 */
function impossible(
  root: string,
  pin: Pin,
  { kernel, atlas }: Context
): readonly string[] | null {
  const published = [...atlas.published(root)].sort(compareVersions);
  const newest = published[published.length - 1];
  if (
    newest === undefined ||
    !LISTED.includes(pin.name) ||
    !isListed(pin.specifier, newest)
  ) {
    return null;
  }
  const here = published.filter(version =>
    hasPython(atlas.pythons(root, version), kernel.python.version)
  );
  return here.some(version => satisfies(version, pin.specifier) !== false)
    ? null
    : [...here.slice(0, 1), ...here.slice(1).slice(-1)];
}

/** Versions that a specifier names, without `.*`. */
function versionsIn(specifier: string): readonly string[] {
  return specifier
    .split(',')
    .map(part => part.replace(/^[<>=!~\s]+/, '').replace(/\.\*$/, ''));
}

function isReadable(specifier: string): boolean {
  return versionsIn(specifier).every(isVersion);
}

/** All versions that the specifier names are final ones, and none is newer than the list. */
function isListed(specifier: string, newest: string): boolean {
  return versionsIn(specifier).every(
    version =>
      isVersion(version) &&
      /^[\d.]+$/.test(version) &&
      compareVersions(version, newest) <= 0
  );
}

/** Whether a release offers something for this Python: `cp38 cp39`, `py3 >=3.9`, `sdist`. */
function hasPython(listed: string | null, python: string): boolean {
  const words = (listed ?? '').split(' ');
  const [major, minor] = python.split('.');
  const needs = words.filter(word => /^[<>=!~]/.test(word)).join(',');
  return (
    words.some(word =>
      ['sdist', `py${major}`, `cp${major}${minor}`, 'py2.py3'].includes(word)
    ) &&
    (needs === '' || satisfies(python, needs) !== false)
  );
}

function pythonOf({ kernel }: Context): string {
  return kernel.python.version.split('.').slice(0, 2).join('.');
}
