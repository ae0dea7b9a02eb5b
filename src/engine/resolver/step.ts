/** What one step of a lookup gives: a value, or what it raises. */

import type { Reason, Value } from './verdict';
import { told, type Told } from '../text';

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

export const unknown = (why: Told): Value => ({ kind: 'unknown', why });

export type Doubt = (template: string, ...values: readonly string[]) => Value;

/** An unknown value, with the reason in the form that `told` takes. */
export const doubt: Doubt = (template, ...values) =>
  unknown(told(template, ...values));
