/** What the interpreter would do with one usage. */

import type { Owned } from './members';
import type { Refusal } from './refusal';
import type { Told } from '../text';

/** What is said of something that works. */
export interface Notice {
  /** `ignored`: a keyword that is taken and has no effect. */
  readonly kind: 'ignored';
  /** What it is said of, as the notebook reaches it. */
  readonly symbol: string;
}

/**
 * `alias`: the root of the path is a variable; `package`: not installed;
 * `pair`: it is there and its own import raises; `module`, `symbol`: no such
 * name; `raises`: listed, raises when touched; `unloaded`: a module that is
 * there, yet no attribute until something imports it; `member`: a class or its
 * instances have no such attribute; `keyword`: the callable refuses it;
 * `unusable`: it can be imported, and using it raises; `value`: the callable
 * refuses what an argument is.
 */
export type Reason =
  | 'alias'
  | 'package'
  | 'pair'
  | 'module'
  | 'symbol'
  | 'raises'
  | 'unloaded'
  | 'member'
  | 'keyword'
  | 'unusable'
  | 'value';

export interface Missing {
  readonly status: 'missing';
  readonly reason: Reason;
  /** Index into the usage's segments (base first, then path, then name) of the first that fails. */
  readonly segment: number;
  /** The shortest prefix that fails, as the notebook reaches it. */
  readonly symbol: string;
  /** `ModuleNotFoundError`, `ImportError`, `AttributeError`, … */
  readonly exception: string;
  /** The message that was measured, where the exception is not the plain one. */
  readonly detail: string | null;
  /** Of `value`: which argument is refused. */
  readonly refusal?: Refusal;
}

export type Verdict =
  /** `module` is where the value's contents are, null for what is no module. */
  | {
      readonly status: 'found';
      readonly module: string | null;
      readonly notice?: Notice;
      /** The whole path, as the notebook reaches it. */
      readonly symbol: string;
    }
  | Missing
  /** The usage that should have bound the name fails. */
  | { readonly status: 'blocked'; readonly by: number }
  | { readonly status: 'unknown'; readonly why: Told }
  /** On a path that this environment does not take; in a handler whose `try` body works, or an `else` whose body does not: it never runs here. */
  | { readonly status: 'unreached' }
  /** Nothing to judge: a variable, or a name that is none of ours. */
  | { readonly status: 'unjudged' };

/** What a name holds while the notebook is followed. */
export type Value =
  | {
      readonly kind: 'module';
      /** Where the contents are: `keras.api._v2.keras.layers`. */
      readonly path: string;
      /** How the notebook reached it: `tensorflow.keras.layers`. */
      readonly shown: string;
    }
  | {
      readonly kind: 'object';
      readonly shown: string;
      /** The class or callable that it is, or the class that it is an instance of; null where the atlas cannot tell. */
      readonly owned: Owned | null;
      /** The submodule that it hides: a function in the place of the module that it comes from. */
      readonly hides?: string;
      /** What calling it yields, where that is known. */
      readonly yields?: Owned;
      /** The keywords that it was made with: it may hold them. */
      readonly given?: readonly string[];
      /** It is an attribute of that class, or of its instances. */
      readonly member?: { readonly of: Owned; readonly name: string };
    }
  /** What a call yields of which nothing is known: no question about it is asked. */
  | { readonly kind: 'any' }
  | { readonly kind: 'unknown'; readonly why: Told };
