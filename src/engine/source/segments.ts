/** The names that a usage is written with. */

import type { Argument, Segment, Usage } from './usage';

/** All names of a usage in order: base or root first, an imported name last. */
export function segmentsOf(usage: Usage): readonly Segment[] {
  switch (usage.kind) {
    case 'variable':
      return [];
    case 'import':
      return usage.path;
    case 'from':
      return usage.name === null ? usage.path : [...usage.path, usage.name];
    case 'attribute':
      return [usage.base, ...usage.path];
    case 'call':
      return [usage.callee, ...usage.arguments.map(asSegment)];
    case 'keyword':
      return [usage.keyword];
  }
}

function asSegment({ keyword, span }: Argument): Segment {
  return { name: keyword ?? '', span };
}
