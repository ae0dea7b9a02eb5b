/** Which call a usage belongs to. */

import { grouped } from '../grouped';
import type { CallUsage, Usage } from './usage';

export class Calls {
  constructor(usages: readonly Usage[]) {
    this.byCallee = grouped(
      usages.filter(usage => usage.kind === 'call'),
      call => keyOf(call, call.callee.span.from)
    );
  }

  /** The call of what an attribute names, or to which a keyword belongs; null where there is none. */
  of(usage: Usage): CallUsage | null {
    switch (usage.kind) {
      case 'call':
        return usage;
      case 'keyword': {
        const call = this.at(usage, usage.callee.span.from).find(each =>
          each.arguments.some(
            ({ keyword, span }) =>
              keyword === usage.keyword.name &&
              span.from > usage.keyword.span.from
          )
        );
        return call ?? null;
      }
      case 'attribute': {
        const last = usage.path[usage.path.length - 1];
        return this.at(usage, last?.span.from)[0] ?? null;
      }
      default:
        return null;
    }
  }

  private at(usage: Usage, callee: number | undefined): readonly CallUsage[] {
    return this.byCallee.get(keyOf(usage, callee)) ?? [];
  }

  private readonly byCallee: ReadonlyMap<string, readonly CallUsage[]>;
}

function keyOf({ place }: Usage, callee: number | undefined): string {
  return `${place.cell} ${callee}`;
}
