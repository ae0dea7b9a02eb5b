/** What a rule is: one file that turns a missing usage, or a fact about the environment, into a finding. */

import type { Pin, Segment, Span, Usage } from '../source/usage';
import type { Missing, Verdict } from '../resolver/verdict';
import type { Whereabouts } from '../resolver/whereabouts';
import type { World } from '../resolver/world';
import type { Atlas } from '../atlas/atlas';
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
  /** Names that the statement imports: a `from` with one of them can be moved as a whole. */
  readonly siblings: number;
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

/** The whole notebook, as a rule sees it. */
export interface Notebook {
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
  notes?(notebook: Notebook, context: Context): readonly Note[];
  facts?(notebook: Notebook, context: Context): readonly Fact[];
}

export type Rule = UsageRule | EnvironmentRule | SurroundingsRule;

export function defineRule<T extends Rule>(rule: T): T {
  return rule;
}
