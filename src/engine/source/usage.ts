/** Usages: what a notebook needs of TensorFlow and Keras, before any release is known. */

import type { Condition } from './condition';
import type { Asked } from './pins';

/** Half-open range of UTF-16 offsets in the source of a cell as saved. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** One name of a dotted path, with its place. */
export interface Segment {
  readonly name: string;
  readonly span: Span;
}

/** What an `except` clause (or `contextlib.suppress`) around a usage catches: exception names, or all of them. */
export type Caught = 'all' | readonly string[];

/** One `except` clause, or a `suppress`. */
export interface Handler {
  readonly catches: Caught;
  /** It raises again on every path, so that it catches nothing after all. */
  readonly raises: boolean;
}

/** An `except` clause, seen from what stands in it. */
export interface Rescue {
  /** The body of its `try`, in the same cell. */
  readonly tried: Span;
  /** `all` where what it catches is computed. */
  readonly catches: Caught;
  /** What the clauses before it catch. */
  readonly before: readonly Caught[];
}

/** The statement of the notebook that calls a function. */
export interface Ran {
  /** `Cell.index`. */
  readonly cell: number;
  /** Where the statement begins. */
  readonly from: number;
}

/** Where a usage stands. */
export interface Place {
  /** `Cell.index`. */
  readonly cell: number;
  /** The simple statement, or the header of a compound one. */
  readonly statement: Span;
  /**
   * What the handlers around it catch, innermost first. Handlers that raise
   * again are left out; bodies of `except`, `else` and `finally` of a `try`
   * are not guarded by its handlers.
   */
  readonly guards: readonly Caught[];
  /**
   * Only where a clause before a catching one raises again: every clause of
   * each `try`, innermost first. The first one that matches decides. Ask
   * `isGuarded`, which reads both.
   */
  readonly handlers?: readonly (readonly Handler[])[];
  /** The `except` clauses that it stands in: each runs only if its `try` raises what it catches. */
  readonly rescues?: readonly Rescue[];
  /** In `else` clauses of a `try`: the bodies of those. It runs only if none of them raises. */
  readonly follows?: readonly Span[];
  /** In a function or lambda body: judged as if called after the last cell. */
  readonly deferred: boolean;
  /** In a function body that is followed where it is called first: that call. */
  readonly ran?: Ran;
  /** Reached only on some paths, by what no condition tells (`except`, loops, an `if` on anything): what it loads is uncertain. */
  readonly conditional: boolean;
  /** What must hold for it to be reached: tests on releases, answered by an environment. */
  readonly conditions?: readonly Condition[];
}

/** What a name may hold where all of `when` holds. */
export interface Alternative {
  readonly when: readonly Condition[];
  readonly usages: readonly number[];
  readonly open: boolean;
  readonly stars?: readonly number[];
}

/**
 * Where the value of a name may come from: the usages that may have bound it,
 * latest last. `open` says that something unknown may have bound it too; then
 * a failing lookup proves nothing.
 */
export interface Origin {
  readonly usages: readonly number[];
  readonly open: boolean;
  /**
   * `from … import *` usages that came after those of `usages`: each binds the
   * name only if its module exports it. Where `usages` is empty nothing else
   * is known to bind the name, and `open` is true.
   */
  readonly stars?: readonly number[];
  /** The same by the paths that lead here, where conditions tell them apart; together they are `usages`, `open` and `stars`. */
  readonly cases?: readonly Alternative[];
}

interface UsageBase {
  /** Position in `Analysis.usages`. */
  readonly id: number;
  readonly place: Place;
}

/**
 * `import a.b.c` (yields the root module), `import a.b.c as d` (yields `a.b.c`),
 * or a call with a literal: `__import__('a.b.c')` (yields the root), `import_module('a.b.c')`.
 */
export interface ImportUsage extends UsageBase {
  readonly kind: 'import';
  readonly path: readonly Segment[];
  readonly aliased: boolean;
  /** By a call: the last module comes from `sys.modules`, not from its package, and the path is text. */
  readonly called?: boolean;
  /** The usages that bound the root as a variable, where it is one and no package: `import tf.keras`. */
  readonly variable: Origin | null;
  /** What the name that it binds held before, and still holds if this import raises. */
  readonly previous?: Origin;
}

/** One name of `from a.b import c`; `name` is null for `*`. Names of one statement share `place.statement`. */
export interface FromUsage extends UsageBase {
  readonly kind: 'from';
  readonly path: readonly Segment[];
  readonly name: Segment | null;
  readonly variable: Origin | null;
  /** As of `ImportUsage`. */
  readonly previous?: Origin;
}

/** `base.x.y` where `base` is a name that another usage bound, or a call: `Sequential().x`. */
export interface AttributeUsage extends UsageBase {
  readonly kind: 'attribute';
  /** The name as written, with its place. */
  readonly base: Segment;
  readonly origin: Origin;
  /** Empty where the name is only used by itself (it still counts as blocked). */
  readonly path: readonly Segment[];
  /** The last name is the text of a `getattr`; `optional` where that has a default, so that it is no failure. */
  readonly asked?: 'plain' | 'optional';
}

/** What an argument is written as, where that is a plain literal. */
export type Literal = string | number | boolean | null;

/** One argument of a call. */
export interface Argument {
  /** Null for a positional one. */
  readonly keyword: string | null;
  readonly span: Span;
  /** Undefined where it is anything but a literal. */
  readonly literal?: Literal;
}

/** A class of the notebook, by its place, and the names that its body binds. */
export interface Own {
  readonly place: string;
  readonly names: readonly string[];
}

/** `callee(…)` of something that another usage bound. A class called yields an instance. */
export interface CallUsage extends UsageBase {
  readonly kind: 'call';
  /** The callee as written, with its place. */
  readonly callee: Segment;
  readonly origin: Origin;
  readonly arguments: readonly Argument[];
  /** `*` or `**` brings more arguments. */
  readonly more: boolean;
  /** It calls a function of the notebook, by its place: `origin` is what that returns. */
  readonly defined?: string;
  /** It is an object of a class of the notebook below the callee. */
  readonly own?: Own;
}

/** One keyword of a call. */
export interface KeywordUsage extends UsageBase {
  readonly kind: 'keyword';
  /** The callee as written, with its place. */
  readonly callee: Segment;
  /** As of the call. */
  readonly origin: Origin;
  readonly keyword: Segment;
}

/** `os.environ['KERAS_BACKEND'] = 'jax'`, `%env …`, `%set_env …`; null where the value is no literal. */
export interface VariableUsage extends UsageBase {
  readonly kind: 'variable';
  readonly name: string;
  readonly value: string | null;
  /** Only where it is not set yet, by `setdefault`; or it is taken away, and has no value. */
  readonly manner?: 'default' | 'removed';
  /** The name where it is set; a magic as a whole. */
  readonly span: Span;
}

/** A release that the notebook asks an installer for, outside of any block. */
export interface Pin {
  /** `Cell.index`. */
  readonly cell: number;
  /** `tensorflow[and-cuda]==2.15`, without quotes. */
  readonly written: string;
  /** The distribution's name in the form of `Environment.installed`. */
  readonly name: string;
  /** As PEP 440 has it: `==2.15`, `>=2,<3`. */
  readonly specifier: string;
  readonly span: Span;
}

export type Usage =
  | ImportUsage
  | FromUsage
  | AttributeUsage
  | CallUsage
  | KeywordUsage
  | VariableUsage;

export interface Analysis {
  /** In document order. */
  readonly usages: readonly Usage[];
  /** Cells with syntax errors; the rest of such a cell is still read. */
  readonly broken: readonly number[];
  /** In document order. */
  readonly pins: readonly Pin[];
  /** These and what is asked for without a release, in order. */
  readonly asked: readonly Asked[];
}

/** Import names that the engine judges. */
export const ROOTS: readonly string[] = [
  'tensorflow',
  'keras',
  'tf_keras',
  'keras_core'
];
