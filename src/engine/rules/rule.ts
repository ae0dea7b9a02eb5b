/** What a rule is: one file that turns a missing usage, or a fact about the environment, into a finding. */

import type { CallUsage, Segment, Usage } from '../source/usage';
import type { Missing, Notice } from '../resolver/verdict';
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
  /** The call of what the usage names, or to which its keyword belongs. */
  readonly call: CallUsage | null;
}

/** A usage that works, and of which there is something to say. */
export interface Noticed {
  readonly usage: Usage;
  readonly notice: Notice;
  readonly call: CallUsage | null;
}

export interface Context {
  readonly environment: Environment;
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

export interface NoticeRule extends RuleFacts {
  readonly about: 'notice';
  /** Null where the notice is none of this rule's. */
  check(noticed: Noticed, context: Context): Draft | null;
}

export interface EnvironmentRule extends RuleFacts {
  readonly about: 'environment';
  /** One message for each fact. */
  check(context: Context): readonly string[];
}

export type Rule = UsageRule | NoticeRule | EnvironmentRule;

export function defineRule<T extends Rule>(rule: T): T {
  return rule;
}
