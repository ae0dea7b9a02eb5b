/** What functions of the notebook return, and what objects of its own classes hold, once all bodies are read. */

import { UNKNOWN, either, type Binding } from './binding';

/** Stored on an object, these decide what else it has. */
const DECISIVE = ['*', '__class__', '__dict__'];

/** One attribute of the objects of a class, which is known by its place. */
interface Attribute {
  readonly owner: string;
  readonly name: string;
}

/** The key by which the result of asking an object for an attribute is known. */
export function heldKey({ owner, name }: Attribute): string {
  return `${owner}.${name}`;
}

/** The key by which an item is known of what a function returns, by its place, as so many items. */
export function itemKey(place: string, index: number, count: number): string {
  return `${place}[${index}/${count}]`;
}

/** The key under which it is noted that the function of an item may return anything else; no key for what is no item. */
export function wholeOf(key: string): string {
  return key.endsWith(']') ? key.replace(/[^[]*$/, ']') : '';
}

/** The same of calling a method. */
export function methodKey({ owner, name }: Attribute): string {
  return `${owner}.${name}()`;
}

export class Objects {
  /** Notes what a function of the notebook may return, by its place. */
  returned(place: string | null, value: Binding): void {
    if (place !== null) {
      this._return(place, value);
      this._return(`${place}[]`, UNKNOWN);
    }
  }

  /** The same of what it returns as so many items. */
  returnedItems(place: string | null, items: readonly Binding[]): void {
    if (place !== null) {
      this._return(place, UNKNOWN);
      items.forEach((item, index) =>
        this._return(itemKey(place, index, items.length), item)
      );
    }
  }

  /** Notes that `self.name = value` is among what the class does. */
  hold(attribute: Attribute, value: Binding): void {
    const key = heldKey(attribute);
    const known = this._held.get(key)?.value;
    this._held.set(key, { attribute, value: either(known, value) ?? value });
  }

  /** Notes a method, by the place of its function. */
  method(attribute: Attribute, place: string): void {
    this._methods.set(methodKey(attribute), { attribute, place });
  }

  /** Notes that an attribute of the name is set on some object. */
  stray(name: string): void {
    this._strays.add(name);
  }

  /** Notes that objects of the class may be of one below it, which may have anything. */
  inherit(owner: string): void {
    this._inherited.add(owner);
  }

  isInherited(owner: string): boolean {
    return this._inherited.has(owner);
  }

  /** What functions return, and with it what attributes hold and methods return. */
  results(): ReadonlyMap<string, Binding> {
    const results = new Map(this._returned);
    for (const [key, { attribute, value }] of this._held) {
      if (this._isCertain(attribute)) {
        results.set(key, value);
      }
    }
    for (const [key, { attribute, place }] of this._methods) {
      if (this._isCertain(attribute)) {
        for (const [result, value] of this._returned) {
          if (result === place || result.startsWith(`${place}[`)) {
            results.set(key + result.slice(place.length), value);
          }
        }
      }
    }
    return results;
  }

  private _return(key: string, value: Binding): void {
    this._returned.set(key, either(this._returned.get(key), value) ?? value);
  }

  private _isCertain({ owner, name }: Attribute): boolean {
    return (
      !this._inherited.has(owner) &&
      ![name, ...DECISIVE].some(each => this._strays.has(each))
    );
  }

  private readonly _returned = new Map<string, Binding>();
  private readonly _held = new Map<
    string,
    { readonly attribute: Attribute; readonly value: Binding }
  >();
  private readonly _methods = new Map<
    string,
    { readonly attribute: Attribute; readonly place: string }
  >();
  private readonly _strays = new Set<string>();
  private readonly _inherited = new Set<string>();
}
