/** What a rule is: one file that turns a missing usage, what a notebook does, or a fact about the environment, into a finding. */

import type { CallUsage, Pin, Segment, Span, Usage } from '../source/usage';
import type { Missing, Notice, Verdict } from '../resolver/verdict';
import type { Whereabouts } from '../resolver/whereabouts';
import type { World } from '../resolver/world';
import type { Atlas } from '../atlas/atlas';
import type { Named } from '../suppression';
import type { Say } from '../text';
import type { Environment, Severity } from '../types';

/** A usage that fails, as a rule sees it. */
export interface Subject {
  readonly usage: Usage;
  readonly verdict: Missing;
  /** All names of the usage in order: base or root first, an imported name last. */
  readonly segments: readonly Segment[];
  /** The full dotted path that the notebook asks for, as it reaches it. */
  readonly path: string;
  /** The usages of its statement and kind, itself included: a `from` with one name can be moved as a whole. */
  readonly siblings: readonly Usage[];
  /** The call of what the usage names, or to which its keyword belongs. */
  readonly call: CallUsage | null;
}

/** A usage that works, and of which there is something to say. */
export interface Noticed {
  readonly usage: Usage;
  readonly notice: Notice;
  readonly call: CallUsage | null;
}

/** A usage that works here. */
export interface Working {
  readonly usage: Usage;
  /** The whole path, as the notebook reaches it. */
  readonly symbol: string;
  readonly segments: readonly Segment[];
  /** As of `Subject`. */
  readonly siblings: readonly Usage[];
}

/** What a rule about the notebook as a whole sees of it. */
export interface Notebook {
  /** In document order. */
  readonly working: readonly Working[];
  /** Rules that comments name to silence them. */
  readonly named: readonly Named[];
  /** The ids of all rules. */
  readonly rules: readonly string[];
}

export interface Context {
  /** With the variables that the notebook sets in time. */
  readonly environment: Environment;
  /** As the kernel told it. */
  readonly kernel: Environment;
  readonly world: World;
  readonly atlas: Atlas;
  readonly whereabouts: Whereabouts;
  readonly say: Say;
}

/** Replaces the names from the first to the last of `segments` by `text`. */
export interface Rewrite {
  readonly title: string;
  readonly safe: boolean;
  /** As of `Fix`. */
  readonly partial?: true;
  readonly edits: readonly {
    readonly from: Segment;
    readonly to: Segment;
    readonly text: string;
  }[];
}

export interface Draft {
  readonly message: string;
  readonly fixes: readonly Rewrite[];
}

/** Something to say about a place in a cell. */
export interface Remark extends Draft {
  readonly cell: number;
  readonly statement: Span;
  readonly span: Span;
  readonly symbol: string;
}

interface RuleFacts {
  /** Kebab-case words: file, test, docs page and id are the same. */
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
}

export interface UsageRule extends RuleFacts {
  readonly about: 'usage';
  /** Null where the usage is none of this rule's. */
  check(subject: Subject, context: Context): Draft | null;
}

export interface NoticeRule extends RuleFacts {
  readonly about: 'notice';
  /** Null where the notice is none of this rule's. */
  check(noticed: Noticed, context: Context): Draft | null;
}

/** A fact about the environment: it has no place in the notebook. */
export interface Fact {
  readonly message: string;
  readonly severity: Severity;
}

export interface EnvironmentRule extends RuleFacts {
  readonly about: 'environment';
  /** One message for each fact, of the rule's own severity where it names none. */
  check(context: Context): readonly (string | Fact)[];
}

/** All that was read of the notebook, and what became of it. */
export interface Reading {
  readonly usages: readonly Usage[];
  readonly verdicts: readonly Verdict[];
  readonly pins: readonly Pin[];
}

/** What is said of a place that is no failing usage. */
export interface Note extends Fact {
  readonly cell: number;
  readonly statement: Span;
  readonly span: Span;
  /** A variable's name, or a requirement as written. */
  readonly symbol: string;
}

/** A rule about what is around the notebook, and what the notebook does to it. */
export interface SurroundingsRule extends RuleFacts {
  readonly about: 'surroundings';
  /** Failing usages that are explained by it; null where one is not. */
  claim?(subject: Subject, context: Context): Draft | null;
  notes?(reading: Reading, context: Context): readonly Note[];
  facts?(reading: Reading, context: Context): readonly Fact[];
}

export interface NotebookRule extends RuleFacts {
  readonly about: 'notebook';
  check(notebook: Notebook, context: Context): readonly Remark[];
}

export type Rule =
  UsageRule | NoticeRule | EnvironmentRule | SurroundingsRule | NotebookRule;

export function defineRule<T extends Rule>(rule: T): T {
  return rule;
}
