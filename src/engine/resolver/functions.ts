/** Calls that conditions on releases are made of. */

import { compareVersions, isVersion } from '../versions';
import {
  booleanOf,
  listOf,
  looseOf,
  numberOf,
  textOf,
  truthOf,
  type Known
} from './known';

const VERSIONS =
  /^(packaging\.version\.(parse|Version)|pkg_resources\.(parse_version|packaging\.version\.(parse|Version)))$/;

/** A text that packaging reads; it refuses any other. */
function versionOf(text: string): Known | null {
  return isVersion(text) ? { kind: 'version', text } : null;
}

/** `int(value)` and the like. */
export function callBuiltin(
  name: string,
  [first, second, ...more]: readonly (Known | null)[]
): Known | null {
  if (!first || more.length > 0 || (second && name !== 'map')) {
    return null;
  }
  switch (name) {
    case 'int':
      return first.kind === 'text'
        ? /^\s*[+-]?\d+\s*$/.test(first.text)
          ? numberOf(Number(first.text))
          : null
        : first.kind === 'number'
          ? numberOf(Math.trunc(first.number))
          : null;
    case 'float':
      return first.kind === 'text'
        ? /^\s*[+-]?\d+(\.\d*)?\s*$/.test(first.text)
          ? numberOf(Number(first.text))
          : null
        : first.kind === 'number'
          ? first
          : null;
    case 'str':
      return first.kind === 'text' ||
        first.kind === 'version' ||
        first.kind === 'loose'
        ? textOf(first.text)
        : null;
    case 'bool': {
      const truth = truthOf(first);
      return truth === null ? null : booleanOf(truth);
    }
    case 'len':
      return first.kind === 'text'
        ? numberOf(first.text.length)
        : first.kind === 'list'
          ? numberOf(first.items.length)
          : null;
    case 'tuple':
    case 'list':
      return first.kind === 'list'
        ? listOf(first.items, name === 'tuple')
        : null;
    case 'map':
      return second?.kind === 'list'
        ? listOf(second.items.map(item => callValue(first, [item])))
        : null;
    default:
      return null;
  }
}

/** Calls a value that needs no environment. */
export function callValue(
  callee: Known,
  args: readonly (Known | null)[]
): Known | null {
  if (callee.kind === 'method') {
    return callMethod(callee.of, callee.name, args);
  }
  if (callee.kind !== 'foreign') {
    return null;
  }
  const [first, ...more] = args;
  if (first?.kind !== 'text' || more.length > 0) {
    return callBuiltin(callee.path, args);
  }
  if (VERSIONS.test(callee.path)) {
    return versionOf(first.text);
  }
  if (callee.path === 'distutils.version.LooseVersion') {
    return looseOf(first.text);
  }
  if (callee.path === 'distutils.version.StrictVersion') {
    // It takes two or three numbers, and holds three.
    const numbers = /^(\d+)\.(\d+)(?:\.(\d+))?$/.exec(first.text);
    const items = numbers?.slice(1).map(part => numberOf(Number(part ?? '0')));
    return items ? { kind: 'loose', text: first.text, items } : null;
  }
  return callBuiltin(callee.path, args);
}

function callMethod(
  of: Known,
  name: string,
  args: readonly (Known | null)[]
): Known | null {
  const texts = args.map(arg => (arg?.kind === 'text' ? arg.text : null));
  const [first, second] = texts;
  if (of.kind !== 'text') {
    return null;
  }
  const { text } = of;
  switch (name) {
    case 'startswith':
    case 'endswith': {
      const [given] = args;
      const list = given?.kind === 'list' && given.tuple ? given.items : args;
      const all = list.map(item => (item?.kind === 'text' ? item.text : null));
      return args.length === 1 && !all.includes(null)
        ? booleanOf(
            all.some(
              part =>
                part !== null &&
                (name === 'startswith'
                  ? text.startsWith(part)
                  : text.endsWith(part))
            )
          )
        : null;
    }
    case 'split':
    case 'rsplit': {
      const most = args[1]?.kind === 'number' ? args[1].number : null;
      if (!first || args.length > 2 || (args.length === 2 && most === null)) {
        return null;
      }
      const parts = text.split(first);
      const kept = Math.min(most ?? parts.length, parts.length - 1);
      const cut = most === null || most < 0 ? parts.length - 1 : kept;
      const pieces =
        name === 'split'
          ? [...parts.slice(0, cut), parts.slice(cut).join(first)]
          : [
              parts.slice(0, parts.length - cut).join(first),
              ...parts.slice(parts.length - cut)
            ];
      return listOf(pieces.map(textOf));
    }
    case 'replace':
      return first && second != null && args.length === 2
        ? textOf(text.split(first).join(second))
        : null;
    case 'strip':
      return args.length === 0 ? textOf(text.trim()) : null;
    case 'join': {
      const [list] = args;
      const items = list?.kind === 'list' ? list.items : null;
      const parts = items?.flatMap(item =>
        item?.kind === 'text' ? [item.text] : []
      );
      return items && parts?.length === items.length
        ? textOf(parts.join(text))
        : null;
    }
    default:
      return null;
  }
}

/** `value.name` of what needs no environment. */
export function memberOf(of: Known, name: string): Known | null {
  if (of.kind === 'text') {
    return { kind: 'method', of, name };
  }
  if (of.kind === 'foreign') {
    return { kind: 'foreign', path: `${of.path}.${name}` };
  }
  if (of.kind === 'loose' && name === 'version') {
    return listOf(of.items);
  }
  if (of.kind === 'version') {
    const release = /^v?(?:\d+!)?(\d+(?:\.\d+)*)/.exec(of.text)?.[1] ?? '';
    const numbers = release.split('.').map(Number);
    const place = ['major', 'minor', 'micro'].indexOf(name);
    return place >= 0
      ? numberOf(numbers[place] ?? 0)
      : name === 'release'
        ? listOf(numbers.map(numberOf), true)
        : name === 'base_version' && compareVersions(release, of.text) === 0
          ? textOf(release)
          : null;
  }
  return null;
}
