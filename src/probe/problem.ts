import type { Told } from '../engine/text';

/** Why a probe gave no Environment: one line for people. */
export class ProbeError extends Error {
  /** @param values Stand for `%1`, `%2`, … of the template. */
  constructor(template: string, ...values: readonly string[]) {
    super(template.replace(/%(\d)/g, (_, at) => values[Number(at) - 1] ?? ''));
    this.name = 'ProbeError';
    this.told = { template, values };
  }

  /** The message, to be said in the person's language. */
  readonly told: Told;
}
