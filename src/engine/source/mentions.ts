/** The names that a notebook is written with. */

import type { Usage } from './usage';

/** Keywords, attributes and imported names of all usages. */
export function mentionedIn(usages: readonly Usage[]): ReadonlySet<string> {
  return new Set(usages.flatMap(namesOf));
}

function namesOf(usage: Usage): readonly string[] {
  switch (usage.kind) {
    case 'variable':
      return [];
    case 'import':
    case 'attribute':
      return usage.path.map(({ name }) => name);
    case 'from':
      return [...usage.path, ...(usage.name ? [usage.name] : [])].map(
        ({ name }) => name
      );
    case 'call':
      return usage.arguments.flatMap(({ keyword }) => keyword ?? []);
    case 'keyword':
      return [usage.keyword.name];
  }
}
