/** The answer for one usage, and what it leaves in a name. */

import type { Owned } from './members';
import type { Step } from './step';
import type { Value, Verdict } from './verdict';
import { told, type Told } from '../text';

export interface Outcome {
  readonly verdict: Verdict;
  readonly value: Value | null;
  /** What the name may hold in place of the value. */
  readonly instead?: Value | null;
}

export const UNJUDGED: Outcome = {
  verdict: { status: 'unjudged' },
  value: null
};

/** Nothing is asked, and nothing is known of what comes of it. */
export const ANYTHING: Outcome = { ...UNJUDGED, value: { kind: 'any' } };

/** Two values with one identity give the same answers. */
export function identityOf(value: Value): string {
  switch (value.kind) {
    case 'module':
      return `module ${value.path} ${value.shown}`;
    case 'object':
      return `object ${value.shown} ${partsOf(value)}`;
    case 'unknown':
    case 'any':
      return value.kind;
  }
}

/** One answer for a name that may hold several things: missing only where it is missing in all of them. */
export function agreed(
  outcomes: readonly Outcome[],
  name: string,
  open: boolean
): Outcome {
  const [first] = outcomes;
  const { status } = first.verdict;
  const same = outcomes.every(
    each => contentsOf(each.value) === contentsOf(first.value)
  );
  if (outcomes.some(({ verdict }) => verdict.status === 'unjudged')) {
    return same ? first : ANYTHING;
  }
  if (status === 'unknown') {
    return first;
  }
  if (open || outcomes.some(each => each.verdict.status !== status)) {
    return unknownOutcome(told('%1 may be one of several things here', name));
  }
  return same
    ? first
    : {
        verdict: first.verdict,
        value: {
          kind: 'unknown',
          why: told('%1 may be one of several things', name)
        }
      };
}

/** What decides the answers about a value: its module, or the object that it is. */
function contentsOf(value: Value | null): string {
  switch (value?.kind) {
    case 'module':
      return value.path;
    case 'object':
      return partsOf(value);
    default:
      return value?.kind ?? '';
  }
}

function partsOf(value: Value & { kind: 'object' }): string {
  const { owned, member, given = [] } = value;
  const said = (one: Owned | null | undefined): string =>
    one
      ? `${one.root}/${one.number}${one.instance ? '()' : ''}${one.handed ? '?' : ''}`
      : '';
  return `${said(owned)} ${said(member?.of)}.${member?.name ?? ''} ${given.join(' ')}`;
}

export function unknownOutcome(why: Told): Outcome {
  return {
    verdict: { status: 'unknown', why },
    value: { kind: 'unknown', why }
  };
}

export function outcomeOf(
  step: Step,
  at: { segment: number; symbol: string }
): Outcome {
  switch (step.kind) {
    case 'failure':
      return {
        verdict: {
          status: 'missing',
          reason: step.reason,
          segment: at.segment,
          symbol: at.symbol,
          exception: step.exception,
          detail: step.detail
        },
        value: null
      };
    case 'unknown':
      return unknownOutcome(step.why);
    case 'any':
      return ANYTHING;
    case 'module':
      return {
        verdict: { status: 'found', module: step.path, symbol: at.symbol },
        value: step
      };
    case 'object':
      return {
        verdict: { status: 'found', module: null, symbol: at.symbol },
        value: step
      };
  }
}
