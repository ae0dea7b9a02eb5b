/** Patterns of `case`: classes and constants are uses, captures bind. */

import type { SyntaxNode } from '@lezer/common';

import { UNKNOWN } from './binding';
import { bind, type Context } from './context';
import { readAll } from './expressions';
import { useChain } from './uses';

/** Reads the patterns and the guard under `node`, its body apart. */
export function readPattern(node: SyntaxNode, at: Context, depth = 0): void {
  const parts = at.syntax.children(node);
  const names = parts.filter(part =>
    /^(Variable|Property)Name$/.test(part.name)
  );
  switch (node.name) {
    case 'Body':
      return;
    case 'Guard':
      return readAll(parts, at);
    case 'CapturePattern':
      return names.forEach(name => bind(at.syntax.text(name), UNKNOWN, at));
    case 'AttributePattern':
    case 'ClassPattern': {
      const [base, ...path] = names.map(name => at.syntax.segment(name));
      if (base) {
        useChain({ base, path }, at);
      }
      break;
    }
    case 'AsPattern':
      names.forEach(name => bind(at.syntax.text(name), UNKNOWN, at));
  }
  if (depth < 50) {
    parts.forEach(part => readPattern(part, at, depth + 1));
  }
}
