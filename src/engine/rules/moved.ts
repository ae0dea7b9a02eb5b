/** The draft of a name that is not where the notebook looks for it. */

import { rewriteTo } from './rewrites';
import type { Context, Draft, Subject } from './rule';
import { fitting, releasesThatHave } from './wording';

export interface Moved {
  /** What is wrong, one sentence. */
  readonly says: string;
  /** The path that the notebook asks for. */
  readonly wanted: string;
  /** Where it is in this environment, and the sentence that says so; null where it is nowhere. */
  readonly now: {
    readonly path: string;
    readonly says: string;
    /** How many names that follow the missing one the path stands for too. */
    readonly further?: number;
    /** In some release both paths lead to one object; elsewhere may be another thing of the same name. */
    readonly same: boolean;
  } | null;
}

export function movedDraft(
  { says, wanted, now }: Moved,
  subject: Subject,
  context: Context
): Draft {
  const had = releasesThatHave(wanted, context);
  const rewrite =
    now === null
      ? null
      : rewriteTo(now.path, extended(subject, now.further ?? 0), context);
  return {
    message: fitting(
      now && had ? `${says} ${now.says} ${had}` : null,
      now ? `${says} ${now.says}` : null,
      now === null && had ? `${says} ${had}` : null,
      says
    ),
    fixes: rewrite === null ? [] : [{ ...rewrite, safe: now?.same === true }]
  };
}

/** As if a later name of the path were the missing one. */
function extended(
  { verdict, path, ...subject }: Subject,
  further: number
): Pick<Subject, 'usage' | 'segments' | 'siblings' | 'verdict'> {
  const { length } = verdict.symbol.split('.');
  const symbol = path
    .split('.')
    .slice(0, length + further)
    .join('.');
  const segment = verdict.segment + further;
  return { ...subject, verdict: { ...verdict, symbol, segment } };
}
