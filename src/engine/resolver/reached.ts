/** Whether a clause of a `try` runs in this environment. */

import { isCaught } from '../source/guarded';
import type { Rescue, Span, Usage } from '../source/usage';
import { ancestryOf } from './exceptions';
import type { Outcome } from './outcome';
import type { Verdict } from './verdict';

/**
 * An `except` clause runs only if its `try` raises what it catches, an `else`
 * only if it raises nothing. Where all that the `try` asks of the packages
 * works, or fails in a way that is not caught, the clause is taken as not
 * reached: what else may raise in it is not known.
 */
export function isReached(
  { place }: Usage,
  usages: readonly Usage[],
  outcomes: ReadonlyMap<number, Outcome>
): boolean {
  const verdicts = ({ from, to }: Span): readonly Verdict[] =>
    usages
      .filter(
        other =>
          other.place.cell === place.cell &&
          other.place.statement.from >= from &&
          other.place.statement.from < to
      )
      .flatMap(other => {
        const outcome = outcomes.get(other.id);
        return outcome === undefined || worksInside(other, outcome)
          ? []
          : outcome.verdict;
      });
  const isIdle = (rescue: Rescue): boolean => {
    const seen = verdicts(rescue.tried).filter(
      ({ status }) => status !== 'unjudged' && status !== 'unreached'
    );
    return seen.length > 0 && seen.every(verdict => passes(verdict, rescue));
  };
  const fails = (span: Span): boolean =>
    verdicts(span).some(
      ({ status }) => status === 'missing' || status === 'blocked'
    );
  return (
    !(place.rescues ?? []).some(isIdle) && !(place.follows ?? []).some(fails)
  );
}

/** It works, or raises what the clause does not get. */
function passes(verdict: Verdict, { catches, before }: Rescue): boolean {
  switch (verdict.status) {
    case 'found':
      return true;
    case 'missing':
    case 'blocked': {
      const ancestry = ancestryOf(
        verdict.status === 'blocked' ? 'NameError' : verdict.exception
      );
      return (
        !isCaught(catches, ancestry) ||
        before.some(caught => isCaught(caught, ancestry))
      );
    }
    default:
      return false;
  }
}

/**
 * A keyword, or something of an instance, that is there: what its call does
 * with it may raise all the same. An instance that a module has (`tf.float16`)
 * is only looked up.
 */
function worksInside(usage: Usage, { verdict, value }: Outcome): boolean {
  if (verdict.status !== 'found') {
    return false;
  }
  const isLookedUp =
    usage.kind === 'from' ||
    (usage.kind === 'attribute' && usage.path.length > 0);
  return (
    usage.kind === 'keyword' ||
    (value?.kind === 'object' &&
      (value.member?.of.instance ??
        (value.owned?.instance === true && !isLookedUp)))
  );
}
