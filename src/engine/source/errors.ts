/** Where a cell is no Python 3, as far as its tree tells. */

import type { SyntaxNode, Tree } from '@lezer/common';

import type { Blanked } from './magics';
import { firstFrom, ordered } from './ordered';
import type { Span } from './usage';

export interface Errors {
  /** Errors inside a statement; in order. */
  readonly within: readonly Span[];
  /** Errors between statements: nothing on their lines can be trusted; in order. */
  readonly beside: readonly Span[];
  /** A statement starts where Python's indentation allows none. */
  readonly indentation: boolean;
}

/** Nodes whose children are statements: an error directly in one belongs to a neighbour. */
const LISTS = ['Script', 'Body', 'StatementGroup', 'MatchBody'];
/** Patterns that Python allows to be empty and the grammar does not. */
const MAY_BE_EMPTY = /^(PatternArgList|SequencePattern|MappingPattern)$/;
/** Names that Python would refuse for their characters. */
const NO_NAME = /[^\p{ID_Continue}_]/u;

/** Words that are no attribute's name; the grammar takes them. */
const KEYWORD =
  /^(None|True|False|and|as|assert|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield)$/;

/** True for a literal that ends before its closing quotes. */
function isOpenString(text: string): boolean {
  const quote = /^[A-Za-z]*('''|"""|'|")/.exec(text);
  return (
    !quote ||
    text.length < quote[0].length + quote[1].length ||
    !text.endsWith(quote[1])
  );
}

/** True for an error that is the grammar's and not the text's: `case []:`, or `1.` in an f-string. */
function isGap({ from, to, parent }: SyntaxNode, code: string): boolean {
  const list = parent?.name === 'LiteralPattern' ? parent.parent : parent;
  return (
    (from === to &&
      parent?.name === 'MemberExpression' &&
      parent.firstChild?.name === 'Number') ||
    (list !== null &&
      MAY_BE_EMPTY.test(list.name) &&
      /^[([{]\s*[)\]}]$/.test(code.slice(list.from, list.to)))
  );
}

function isError(node: SyntaxNode, code: string): boolean {
  const text = code.slice(node.from, node.to);
  switch (node.name) {
    case 'VariableName':
      return NO_NAME.test(text);
    case 'PropertyName':
      return NO_NAME.test(text) || KEYWORD.test(text);
    case 'String':
    case 'FormatString':
      return isOpenString(text);
    case 'PrintStatement':
      return true;
    case ',':
      // `except E, e` and `raise E, x` of Python 2.
      return /^(Try|Raise)Statement$/.test(node.parent?.name ?? '');
    case 'CompareOp':
      return text === '<>';
    default:
      return node.type.isError && !isGap(node, code);
  }
}

/** Lines that an error between statements spoils. */
function spoiled({ from, to }: Span, code: string): Span {
  const before = code.slice(0, from).trimEnd().length;
  const above = from === to && code.slice(before, from).includes('\n');
  const start = above ? before : from;
  const end = code.indexOf('\n', above ? before : to);
  return {
    from: code.lastIndexOf('\n', start - 1) + 1,
    to: end < 0 ? code.length : end
  };
}

/** Width of the white space before `at`; null where anything else is before it on its line. */
function indentOf(at: number, { code, gaps }: Blanked): number | null {
  const start = code.lastIndexOf('\n', at - 1) + 1;
  const gap = gaps[firstFrom(gaps, start)];
  const margin = gap?.from === start ? gap.to : start;
  let width = 0;
  for (const char of code.slice(margin, Math.max(margin, at))) {
    if (char === '\t') {
      width += 8 - (width % 8);
    } else if (char === ' ') {
      width++;
    } else {
      return null;
    }
  }
  return width;
}

function isMisplaced(list: SyntaxNode, blanked: Blanked): boolean {
  let expected = list.name === 'Script' ? 0 : null;
  for (let node = list.firstChild; node; node = node.nextSibling) {
    if (/Statement|Definition|StatementGroup/.test(node.name)) {
      const indent = indentOf(node.from, blanked);
      if (indent !== null && expected !== null && indent !== expected) {
        return true;
      }
      expected = expected ?? indent;
    }
  }
  return false;
}

/** Finds every error of a parsed cell. */
export function errorsOf(tree: Tree, blanked: Blanked): Errors {
  const { code } = blanked;
  const within = blanked.unread.map(({ span }) => span);
  const beside: Span[] = [];
  let indentation = false;
  tree.iterate({
    enter: ({ node }) => {
      if (node.name === 'Script' || node.name === 'Body') {
        indentation = indentation || isMisplaced(node, blanked);
      } else if (isError(node, code)) {
        const listed = LISTS.includes(node.parent?.name ?? '');
        if (listed && node.type.isError) {
          beside.push(spoiled(node, code));
        } else {
          within.push({ from: node.from, to: node.to });
        }
      }
    }
  });
  return { within: ordered(within), beside: ordered(beside), indentation };
}
