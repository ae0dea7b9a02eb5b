/** Whether a clause of a `try` runs in this environment. */

import type { Span, Usage } from '../source/usage';
import type { Outcome } from './outcome';

/**
 * An `except` clause runs only if its `try` raises, an `else` only if it does
 * not. Where all that the `try` asks of the packages works, the clause is
 * taken as not reached: what else may raise in it is not known.
 */
export function isReached(
  { place }: Usage,
  usages: readonly Usage[],
  outcomes: ReadonlyMap<number, Outcome>
): boolean {
  const statuses = ({ from, to }: Span): readonly string[] =>
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
          : outcome.verdict.status;
      });
  const works = (span: Span): boolean => {
    const seen = statuses(span).filter(status => status !== 'unjudged');
    return seen.length > 0 && seen.every(status => status === 'found');
  };
  const fails = (span: Span): boolean =>
    statuses(span).some(status => status === 'missing' || status === 'blocked');
  return (
    !(place.rescues ?? []).some(works) && !(place.follows ?? []).some(fails)
  );
}

/** A keyword, or something of an instance, that is there: what its call does with it may raise all the same. */
function worksInside(usage: Usage, { verdict, value }: Outcome): boolean {
  return (
    verdict.status === 'found' &&
    (usage.kind === 'keyword' ||
      (value?.kind === 'object' &&
        (value.member?.of ?? value.owned)?.instance === true))
  );
}
