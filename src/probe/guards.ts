/** Typed views of untrusted JSON; what does not fit is dropped and told. */

/** Longest text that is kept: a path or a requirement, never a document. */
export const LONGEST_TEXT = 4096;

/** Most lines that `unreadable` keeps. */
const MOST_UNREADABLE = 100;

export type JsonObject = { readonly [key: string]: unknown };

/** True of JSON objects: neither null nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object without prototype, so that no key can reach one. */
export function emptyRecord<T>(): Record<string, T> {
  return Object.create(null);
}

/** `value` as one line of at most `length` characters. */
export function oneLine(value: string, length = 200): string {
  const line = value
    .slice(0, 4 * length)
    .replace(/[\s\u0000-\u001f\u007f]+/g, ' ')
    .trim();
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}

/** Reads fields of one untrusted document and remembers what it dropped. */
export class Reading {
  readonly unreadable: { readonly what: string; readonly why: string }[] = [];

  /** Notes that `what` was dropped. */
  drop(what: string, why: string): void {
    if (this.unreadable.length < MOST_UNREADABLE) {
      this.unreadable.push({ what: oneLine(what), why: oneLine(why, 500) });
    }
  }

  /** One line of text that matches `form`, if given; undefined where absent or dropped. */
  text(value: unknown, what: string, form?: RegExp): string | undefined {
    if (value === undefined || value === null) {
      return undefined;
    }
    if (typeof value !== 'string') {
      this.drop(what, 'it is not text');
    } else if (value.length > LONGEST_TEXT) {
      this.drop(what, `it is longer than ${LONGEST_TEXT} characters`);
    } else if (/[\u0000-\u001f\u007f]/.test(value)) {
      this.drop(what, 'it holds control characters');
    } else if (form && !form.test(value)) {
      this.drop(what, `it reads ${value}`);
    } else {
      return value;
    }
    return undefined;
  }

  /** True, false, or false where it is something else. */
  flag(value: unknown, what: string): boolean {
    if (typeof value !== 'boolean') {
      this.drop(what, 'it is neither true nor false');
    }
    return value === true;
  }

  /** Entries of an object; none where it is absent or something else. */
  entries(value: unknown, what: string): (readonly [string, unknown])[] {
    if (isObject(value)) {
      return Object.entries(value);
    }
    if (value !== undefined && value !== null) {
      this.drop(what, 'it is not an object');
    }
    return [];
  }

  /** Items of a list; undefined where it is absent or something else. */
  items(value: unknown, what: string): readonly unknown[] | undefined {
    if (Array.isArray(value)) {
      return value;
    }
    if (value !== undefined && value !== null) {
      this.drop(what, 'it is not a list');
    }
    return undefined;
  }
}
