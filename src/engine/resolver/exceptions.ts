/** Which handlers catch which exceptions. */

import type { Caught } from '../source/usage';

const PARENTS: Readonly<Record<string, string>> = {
  ModuleNotFoundError: 'ImportError'
};

/** The type of an exception text such as `ImportError: cannot import name 'x'`. */
export function typeOf(text: string): string {
  const cut = text.indexOf(':');
  return cut < 0 ? text : text.slice(0, cut);
}

/** The message of an exception text. */
export function messageOf(text: string): string {
  const cut = text.indexOf(': ');
  return cut < 0 ? '' : text.slice(cut + 2);
}

/** A handler catches the exception: bare, its class, or a parent of its class. */
export function catches(caught: Caught, exception: string): boolean {
  if (caught === 'all') {
    return true;
  }
  const parent = PARENTS[exception];
  return (
    caught.includes(exception) ||
    (parent !== undefined && caught.includes(parent)) ||
    caught.includes('Exception') ||
    caught.includes('BaseException')
  );
}
