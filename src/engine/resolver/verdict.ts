/** What the interpreter would do with one usage. */

import type { Owned } from './members';

/**
 * `alias`: the root of the path is a variable; `package`: not installed;
 * `pair`: it is there and its own import raises; `module`, `symbol`: no such
 * name; `raises`: listed, raises when touched; `unloaded`: a module that is
 * there, yet no attribute until something imports it.
 */
export type Reason =
  'alias' | 'package' | 'pair' | 'module' | 'symbol' | 'raises' | 'unloaded';

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
}

export type Verdict =
  /** `module` is where the value's contents are, null for what is no module. */
  | { readonly status: 'found'; readonly module: string | null }
  | Missing
  /** The usage that should have bound the name fails. */
  | { readonly status: 'blocked'; readonly by: number }
  | { readonly status: 'unknown'; readonly why: string }
  /** In a handler whose `try` body works, or an `else` whose body does not: it never runs here. */
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
      /** The class or callable that it is; null where the atlas cannot tell. */
      readonly owned: Owned | null;
      /** The submodule that it hides: a function in the place of the module that it comes from. */
      readonly hides?: string;
    }
  | { readonly kind: 'unknown'; readonly why: string };
