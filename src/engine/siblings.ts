/** The usages of a kind that each statement has. */

import type { Usage } from './source/usage';

export class Siblings {
  constructor(usages: readonly Usage[]) {
    for (const usage of usages) {
      const key = keyOf(usage);
      const known = this.byStatement.get(key);
      if (known) {
        known.push(usage);
      } else {
        this.byStatement.set(key, [usage]);
      }
    }
  }

  /** Of the usage's statement and kind, itself included. */
  of(usage: Usage): readonly Usage[] {
    return this.byStatement.get(keyOf(usage)) ?? [];
  }

  private readonly byStatement = new Map<string, Usage[]>();
}

function keyOf({ kind, place }: Usage): string {
  return `${kind} ${place.cell} ${place.statement.from}`;
}
