/** How many usages of a kind each statement has. */

import type { Usage } from './source/usage';

export class Siblings {
  constructor(usages: readonly Usage[]) {
    for (const usage of usages) {
      const key = keyOf(usage);
      this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    }
  }

  /** Of the usage's statement and kind, itself included. */
  of(usage: Usage): number {
    return this.counts.get(keyOf(usage)) ?? 0;
  }

  private readonly counts = new Map<string, number>();
}

function keyOf({ kind, place }: Usage): string {
  return `${kind} ${place.cell} ${place.statement.from}`;
}
