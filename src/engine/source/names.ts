/** Which names a block of code binds: what makes them local to it. */

import type { SyntaxNode } from '@lezer/common';

import type { Declared } from './scope';
import type { Syntax } from './syntax';

/** Brackets within brackets beyond which no target is looked for. */
const DEEPEST = 50;

/** Variable names in an assignment target; attributes and subscripts bind none. */
export function targetNames(
  nodes: readonly SyntaxNode[],
  syntax: Syntax,
  depth = 0
): readonly SyntaxNode[] {
  return nodes.flatMap(node => {
    if (node.name === 'VariableName') {
      return [node];
    }
    return depth < DEEPEST &&
      /^(Tuple|Array|Parenthesized)Expression$/.test(node.name)
      ? targetNames(syntax.children(node), syntax, depth + 1)
      : [];
  });
}

/** Nodes after each `word` among siblings, up to the next node of `ends`. */
export function after(
  nodes: readonly SyntaxNode[],
  words: readonly string[],
  ends: readonly string[] = []
): readonly SyntaxNode[] {
  let inside = false;
  return nodes.filter(node => {
    if (words.includes(node.name)) {
      inside = true;
      return false;
    }
    inside = inside && !ends.includes(node.name);
    return inside;
  });
}

/** Names that an import statement binds: of each name the alias, or else its root. */
function importedNames(nodes: readonly SyntaxNode[]): readonly SyntaxNode[] {
  const bound: SyntaxNode[] = [];
  let starts = true;
  let aliased = false;
  const from = nodes.findIndex(node => node.name === 'import') + 1;
  for (const node of nodes.slice(from)) {
    if (node.name === 'VariableName' && (starts || aliased)) {
      bound.splice(starts ? bound.length : -1, starts ? 0 : 1, node);
      starts = false;
    }
    aliased = node.name === 'as';
    starts = starts || node.name === ',';
  }
  return bound;
}

/** Names that one node binds by itself, its parts apart. */
function boundBy(node: SyntaxNode, syntax: Syntax): readonly SyntaxNode[] {
  const parts = syntax.children(node);
  switch (node.name) {
    case 'AssignStatement': {
      const last = parts.map(part => part.name).lastIndexOf('AssignOp');
      return targetNames(last < 0 ? parts : parts.slice(0, last), syntax);
    }
    case 'UpdateStatement':
    case 'CapturePattern':
    case 'TypeParam':
      return targetNames(parts.slice(0, 1), syntax);
    case 'ForStatement':
      return targetNames(after(parts, ['for'], ['in', 'Body']), syntax);
    case 'WithStatement':
      return targetNames(after(parts, ['as'], [',', 'Body']), syntax);
    case 'TryStatement':
      return targetNames(after(parts, ['as', ','], ['Body']), syntax);
    case 'ImportStatement':
      return importedNames(parts);
    case 'FunctionDefinition':
    case 'ClassDefinition':
    case 'TypeDefinition':
      return parts.filter(part => part.name === 'VariableName').slice(0, 1);
    case 'DeleteStatement':
    case 'NamedExpression':
      return targetNames(
        node.name === 'NamedExpression' ? parts.slice(0, 1) : parts,
        syntax
      );
    case 'AsPattern':
      return parts.filter(part => part.name === 'VariableName').slice(-1);
    case 'ArgList':
      return parts.filter(
        (_, index) =>
          parts[index + 1]?.name === 'AssignOp' &&
          syntax.text(parts[index + 1]) === ':='
      );
    default:
      return [];
  }
}

/** Code that has a scope of its own. */
const INNER = ['FunctionDefinition', 'ClassDefinition', 'LambdaExpression'];

/** Everything that the code under `node` binds in its own scope. */
export function declaredIn(node: SyntaxNode, syntax: Syntax): Declared {
  const names = new Set<string>();
  const globals = new Set<string>();
  const nonlocals = new Set<string>();
  node.cursor().iterate(ref => {
    if (ref.name === 'ScopeStatement') {
      const [word, ...rest] = syntax.children(ref.node);
      const into = word.name === 'global' ? globals : nonlocals;
      targetNames(rest, syntax).forEach(name => into.add(syntax.text(name)));
      return false;
    }
    boundBy(ref.node, syntax).forEach(name => names.add(syntax.text(name)));
    return !INNER.includes(ref.name);
  });
  return { names, globals, nonlocals };
}
