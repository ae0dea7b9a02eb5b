/** Usages as they are filed: without their ids. */

import type { Origin, Usage, VariableUsage } from './usage';

/** A usage of any kind without its id, a variable without its span. */
export type Draft<T extends Usage = Usage> = T extends VariableUsage
  ? Omit<T, 'id' | 'span'>
  : T extends Usage
    ? Omit<T, 'id'>
    : never;

/** The draft with each of its origins changed. */
export function withOrigins(
  draft: Draft,
  change: (origin: Origin) => Origin
): Draft {
  switch (draft.kind) {
    case 'variable':
      return draft;
    case 'import':
    case 'from': {
      const { variable, previous } = draft;
      return {
        ...draft,
        variable: variable && change(variable),
        ...(previous ? { previous: change(previous) } : {})
      };
    }
    case 'attribute':
    case 'call':
    case 'keyword':
      return { ...draft, origin: change(draft.origin) };
  }
}
