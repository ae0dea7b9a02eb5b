/** Words for people: a template with `%1`, `%2`, … and what to put there, as Jupyter's translation bundles take them. */
export type Say = (template: string, ...values: readonly string[]) => string;

/** Says it in English, without a translator. */
export const plain: Say = (template, ...values) =>
  template.replace(/%(\d+)/g, (whole, digits: string) => {
    const value = values[Number(digits) - 1];
    return value === undefined ? whole : value;
  });

/** A message that is still to be said: what knows a reason is far from what speaks. */
export interface Told {
  readonly template: string;
  readonly values: readonly (string | Told)[];
}

export type Tell = (
  template: string,
  ...values: readonly (string | Told)[]
) => Told;

export const told: Tell = (template, ...values) => ({ template, values });

/** Says it, and what it holds. */
export function saying(say: Say, { template, values }: Told): string {
  return say(
    template,
    ...values.map(each => (typeof each === 'string' ? each : saying(say, each)))
  );
}
