/** Which call a usage belongs to. */

import type { CallUsage, Usage } from './usage';

export class Calls {
  constructor(private readonly usages: readonly Usage[]) {}

  /** The call of what an attribute names, or to which a keyword belongs; null where there is none. */
  of(usage: Usage): CallUsage | null {
    switch (usage.kind) {
      case 'call':
        return usage;
      case 'keyword':
        return this.find(
          usage,
          call =>
            call.callee.span.from === usage.callee.span.from &&
            call.arguments.some(
              ({ keyword, span }) =>
                keyword === usage.keyword.name &&
                span.from > usage.keyword.span.from
            )
        );
      case 'attribute': {
        const last = usage.path[usage.path.length - 1];
        return this.find(
          usage,
          call => call.callee.span.from === last?.span.from
        );
      }
      default:
        return null;
    }
  }

  private find(
    { place }: Usage,
    is: (call: CallUsage) => boolean
  ): CallUsage | null {
    for (const other of this.usages) {
      if (
        other.kind === 'call' &&
        other.place.cell === place.cell &&
        is(other)
      ) {
        return other;
      }
    }
    return null;
  }
}
