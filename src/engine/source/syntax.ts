/** The syntax tree of one cell, with its errors found and bounded. */

import { parser } from '@lezer/python';
import type { SyntaxNode, Tree } from '@lezer/common';

import { errorsOf } from './errors';
import type { Blanked } from './magics';
import { firstFrom } from './ordered';
import type { Segment, Span } from './usage';

export interface Syntax {
  readonly top: SyntaxNode;
  /** True where something in the cell is no Python 3. */
  readonly broken: boolean;
  children(node: SyntaxNode): readonly SyntaxNode[];
  text(node: Span): string;
  segment(node: SyntaxNode): Segment;
  /** True where the statement, or the header of a compound one, cannot be read. */
  isBroken(statement: SyntaxNode): boolean;
}

function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'Comment') {
      children.push(child);
    }
  }
  return children;
}

/** The blocks of a compound statement, decorated or not. */
function bodiesUnder(statement: SyntaxNode): readonly SyntaxNode[] {
  return childrenOf(statement).flatMap(child =>
    statement.name === 'DecoratedStatement' && /Definition$/.test(child.name)
      ? bodiesUnder(child)
      : ['Body', 'MatchBody'].includes(child.name)
        ? [child]
        : []
  );
}

function parse(blanked: Blanked): Tree {
  const ranges: Span[] = [];
  let from = 0;
  for (const gap of blanked.gaps) {
    if (gap.from > from) {
      ranges.push({ from, to: gap.from });
    }
    from = Math.max(from, gap.to);
  }
  if (from < blanked.code.length) {
    ranges.push({ from, to: blanked.code.length });
  }
  return parser.parse(blanked.code, [], ranges.length ? ranges : undefined);
}

/** Parses a cell whose IPython syntax is blanked. */
export function readSyntax(blanked: Blanked): Syntax {
  const { code } = blanked;
  const tree = parse(blanked);
  const { within, beside, indentation } = errorsOf(tree, blanked);
  return {
    top: tree.topNode,
    broken: indentation || within.length + beside.length > 0,
    children: childrenOf,
    text: node => code.slice(node.from, node.to),
    segment: node => ({
      name: code.slice(node.from, node.to),
      span: { from: node.from, to: node.to }
    }),
    isBroken: statement => {
      if (within.length + beside.length === 0) {
        return false;
      }
      const bodies = bodiesUnder(statement);
      const header = bodies[0]?.from ?? statement.to;
      for (
        let at = firstFrom(within, statement.from);
        at < within.length && within[at].from <= statement.to;
        at++
      ) {
        const { from, to } = within[at];
        if (
          to <= statement.to &&
          !bodies.some(body => from > body.from && to <= body.to)
        ) {
          return true;
        }
      }
      return beside.some(
        line => line.from < header && line.to > statement.from
      );
    }
  };
}
