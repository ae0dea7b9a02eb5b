/** The usages of a kind that each statement has. */

import { grouped } from './grouped';
import type { Usage } from './source/usage';

export class Siblings {
  constructor(usages: readonly Usage[]) {
    this.byStatement = grouped(usages, keyOf);
  }

  /** Of the usage's statement and kind, itself included. */
  of(usage: Usage): readonly Usage[] {
    return this.byStatement.get(keyOf(usage)) ?? [];
  }

  private readonly byStatement: ReadonlyMap<string, readonly Usage[]>;
}

function keyOf({ kind, place }: Usage): string {
  return `${kind} ${place.cell} ${place.statement.from}`;
}
