/** What one step of a lookup gives: a value, or what it raises. */

import type { Reason, Value } from './verdict';

/** A lookup that raises. */
export interface Failure {
  readonly kind: 'failure';
  readonly reason: Reason;
  readonly exception: string;
  readonly detail: string | null;
}

export type Step = Value | Failure;

export const fail = (
  reason: Reason,
  exception: string,
  detail: string | null = null
): Failure => ({ kind: 'failure', reason, exception, detail });

export const unknown = (why: string): Value => ({ kind: 'unknown', why });
