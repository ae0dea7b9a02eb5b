/** Exception texts such as `ImportError: cannot import name 'x'`, and the classes they are of. */

import type { Environment } from '../types';
import { isRoot } from './names';

/** The type of an exception text. */
export function typeOf(text: string): string {
  const cut = text.indexOf(':');
  return cut < 0 ? text : text.slice(0, cut);
}

/** The message of an exception text. */
export function messageOf(text: string): string {
  const cut = text.indexOf(': ');
  return cut < 0 ? '' : text.slice(cut + 2);
}

/** Bases between a class and Exception, for the classes that a failing lookup raises (CPython's exception hierarchy). */
const BASES: Readonly<Record<string, readonly string[]>> = {
  ModuleNotFoundError: ['ImportError'],
  NotImplementedError: ['RuntimeError'],
  RecursionError: ['RuntimeError'],
  UnicodeDecodeError: ['UnicodeError', 'ValueError'],
  FileNotFoundError: ['OSError'],
  KeyError: ['LookupError'],
  IndexError: ['LookupError']
};

/** The class and its bases: a handler of any of them catches it. */
export function ancestryOf(exception: string): readonly string[] {
  return [exception, ...(BASES[exception] ?? []), 'Exception', 'BaseException'];
}

/** The exception comes from within the three packages, not from something else that is missing there. */
export function isOurs(text: string): boolean {
  const other = /No module named '([^'.]+)/.exec(text);
  return other === null || isRoot(other[1] ?? '');
}

/** Packages that Keras tries to import, each with the distributions that bring it; `conftest` is a file of Keras' own sources. */
const BROUGHT_BY: Readonly<Record<string, readonly string[]>> = {
  cntk: ['cntk', 'cntk_gpu'],
  conftest: [],
  grain: ['grain', 'grain_nightly'],
  jax: ['jax'],
  onnxruntime: ['onnxruntime', 'onnxruntime_gpu'],
  openvino: ['openvino'],
  pandas: ['pandas'],
  pytest: ['pytest'],
  scipy: ['scipy'],
  theano: ['theano'],
  torch: ['torch']
};

/**
 * The exception is that another package is missing, and it is missing here too.
 * An environment that lists no numpy lists the three packages alone.
 */
export function lacksOther(text: string, { installed }: Environment): boolean {
  const other = /^ModuleNotFoundError: No module named '([^'.]+)/.exec(
    text
  )?.[1];
  const bringing = other === undefined ? undefined : BROUGHT_BY[other];
  return (
    bringing !== undefined &&
    installed['numpy'] != null &&
    bringing.every(name => installed[name] == null)
  );
}
