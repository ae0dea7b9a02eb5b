/** The syntax tree of one cell, with its errors found and bounded. */

import { parser } from '@lezer/python';
import type { SyntaxNode, Tree } from '@lezer/common';

import type { Blanked } from './magics';
import type { Segment, Span } from './usage';

/** Nodes whose children are statements: an error directly in one belongs to a neighbour. */
const LISTS = ['Script', 'Body', 'StatementGroup', 'MatchBody'];
/** Patterns that Python allows to be empty and the grammar does not. */
const MAY_BE_EMPTY = ['PatternArgList', 'SequencePattern', 'MappingPattern'];
/** Names that Python would refuse for their characters. */
const NO_NAME = /[^\p{ID_Continue}_]/u;

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
  for (const gap of [...blanked.gaps].sort((a, b) => a.from - b.from)) {
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

/** True for a literal that ends before its closing quotes. */
function isOpenString(text: string): boolean {
  const quote = /^[A-Za-z]*('''|"""|'|")/.exec(text);
  return (
    !quote ||
    text.length < quote[0].length + quote[1].length ||
    !text.endsWith(quote[1])
  );
}

function isError(node: SyntaxNode, code: string): boolean {
  const text = code.slice(node.from, node.to);
  switch (node.name) {
    case 'VariableName':
    case 'PropertyName':
      return NO_NAME.test(text);
    case 'String':
    case 'FormatString':
      return isOpenString(text);
    case 'PrintStatement':
      return true;
    case 'CompareOp':
      return text === '<>';
    default:
      return (
        node.type.isError &&
        !(
          node.from === node.to &&
          node.parent !== null &&
          MAY_BE_EMPTY.includes(node.parent.name)
        )
      );
  }
}

/** Parses a cell whose IPython syntax is blanked. */
export function readSyntax(blanked: Blanked): Syntax {
  const { code } = blanked;
  const tree = parse(blanked);
  const within: Span[] = [];
  const beside: Span[] = [];
  tree.iterate({
    enter: ref => {
      if (ref.type.isError || ref.name !== 'Script') {
        const node = ref.node;
        if (isError(node, code)) {
          const listed = LISTS.includes(node.parent?.name ?? '');
          const before = code.slice(0, node.from).trimEnd().length;
          (listed && node.type.isError ? beside : within).push(
            listed ? { from: Math.max(0, before - 1), to: node.to } : node
          );
        }
      }
    }
  });
  const lineStart = (at: number) => code.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = (at: number) => {
    const end = code.indexOf('\n', at);
    return end < 0 ? code.length : end;
  };
  const lines = beside.map(span => ({
    from: lineStart(span.from),
    to: lineEnd(span.to)
  }));
  return {
    top: tree.topNode,
    broken: within.length + beside.length > 0,
    children: childrenOf,
    text: node => code.slice(node.from, node.to),
    segment: node => ({
      name: code.slice(node.from, node.to),
      span: { from: node.from, to: node.to }
    }),
    isBroken: statement => {
      if (within.length + lines.length === 0) {
        return false;
      }
      const bodies = bodiesUnder(statement);
      const inHeader = (span: Span) =>
        span.from >= statement.from &&
        span.to <= statement.to &&
        !bodies.some(body => span.from > body.from && span.to <= body.to);
      const header = bodies[0]?.from ?? statement.to;
      return (
        within.some(inHeader) ||
        lines.some(line => line.from < header && line.to > statement.from)
      );
    }
  };
}
