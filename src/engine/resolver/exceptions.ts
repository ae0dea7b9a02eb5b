/** Exception texts such as `ImportError: cannot import name 'x'`, and the classes they are of. */

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
