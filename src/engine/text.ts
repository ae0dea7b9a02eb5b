/** Words for people: a template with `%1`, `%2`, … and what to put there, as Jupyter's translation bundles take them. */
export type Say = (template: string, ...values: readonly string[]) => string;

/** Says it in English, without a translator. */
export const plain: Say = (template, ...values) =>
  template.replace(/%(\d+)/g, (whole, digits: string) => {
    const value = values[Number(digits) - 1];
    return value === undefined ? whole : value;
  });
