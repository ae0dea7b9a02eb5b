/** What a call calls, by its dotted name. */

import type { SyntaxNode } from '@lezer/common';

import { chainOf } from './chain';
import { lookUp, type Context } from './context';

/** The name of what is called, `exec` or `importlib.import_module`; null where it is none of another module. */
export function nameOfCalled(node: SyntaxNode, at: Context): string | null {
  const chain = chainOf(node, at.syntax);
  const found = chain && lookUp(chain.base.name, at);
  if (!chain || (found && found.value?.kind !== 'foreign')) {
    return null;
  }
  const path = chain.path.map(segment => segment.name);
  const { value } = found ?? {};
  return [
    value?.kind === 'foreign' ? value.path : chain.base.name,
    ...path
  ].join('.');
}
