/** What following a notebook needs to know of it in any environment: worked out once for all candidates of a search. */

import { mentionedIn } from '../source/mentions';
import type { AttributeUsage, Usage } from '../source/usage';
import { switchesToGraphs } from './graphs';
import type { Making } from './instances';
import { mentionsGraphs } from './retired';
import { shapeOf } from './shapes';
import { inTurn } from './turns';

export interface Course extends Making {
  /** Function bodies are judged as if called after the last cell. */
  readonly order: readonly Usage[];
  /** As of `shapeOf`, by usage id. */
  readonly shapes: readonly (string | null)[];
  /** Environment variables that it sets. */
  readonly variables: ReadonlySet<string>;
  /** Names that it is written with. */
  readonly mentioned: ReadonlySet<string>;
  /** Attribute chains by where they begin. */
  readonly bases: ReadonlyMap<string, AttributeUsage>;
}

const courses = new WeakMap<readonly Usage[], Course>();

export function courseOf(usages: readonly Usage[]): Course {
  const known = courses.get(usages);
  if (known !== undefined) {
    return known;
  }
  const bases = new Map<string, AttributeUsage>();
  for (const usage of usages) {
    if (usage.kind === 'attribute') {
      const { base, place } = usage;
      bases.set(baseKey(place.cell, base.span.from, base.name), usage);
    }
  }
  const course = {
    order: inTurn(usages),
    graph: usages.some(switchesToGraphs),
    within: usages.some(mentionsGraphs),
    shapes: usages.map(shapeOf),
    variables: new Set(
      usages.flatMap(usage => (usage.kind === 'variable' ? usage.name : []))
    ),
    mentioned: mentionedIn(usages),
    bases
  };
  courses.set(usages, course);
  return course;
}

export const baseKey = (cell: number, offset: number, name: string): string =>
  `${cell}:${offset}:${name}`;
