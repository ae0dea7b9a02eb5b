/** A light tokenizer for one logical line: just enough to tell code from strings, brackets and comments. */

export interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'operator';
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Brackets open around it; -1 for one that closes what was never opened. */
  readonly depth: number;
}

export interface LogicalLine {
  readonly tokens: readonly Token[];
  /** Offset after its line end. */
  readonly end: number;
  /** Where an IPython command starts on the right of `=`, as in `x = !ls`. */
  readonly command: number | null;
  /** Every bracket that it opens is closed. */
  readonly closed: boolean;
}

const NAME = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/y;
const NUMBER =
  /0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[jJ]?/y;
const STRING = /[A-Za-z]{0,2}('''|"""|'|")/y;
const OPERATOR = /:=|->|\*\*=?|\/\/=?|>>=?|<<=?|[=!<>+\-*/%&|^@]=|[^\s]/y;
const COMMAND = /\s*[!%]/y;

function matchAt(pattern: RegExp, code: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(code)?.[0] ?? null;
}

/** Offset after the string literal whose opening quotes end at `at`. */
function stringEnd(code: string, at: number, quote: string): number {
  for (let next = at; next < code.length; next++) {
    const char = code[next];
    if (char === '\\') {
      next++;
    } else if (char === '\n' && quote.length === 1) {
      return next;
    } else if (code.startsWith(quote, next)) {
      return next + quote.length;
    }
  }
  return code.length;
}

/** Offset of the line end at or after `at`; backslashes continue the line. */
export function commandEnd(code: string, at: number): number {
  let end = code.indexOf('\n', at);
  while (end > at && code[end - 1] === '\\') {
    end = code.indexOf('\n', end + 1);
  }
  return end < 0 ? code.length : end;
}

/** Reads the logical line at `start`. With `flat` a bracket does not continue a line. */
export function scanLine(
  code: string,
  start: number,
  flat: boolean
): LogicalLine {
  const tokens: Token[] = [];
  let depth = 0;
  let assigned = false;
  let at = start;
  const add = (kind: Token['kind'], text: string, level: number) => {
    tokens.push({ kind, from: at, to: at + text.length, text, depth: level });
    at += text.length;
  };
  while (at < code.length) {
    const char = code[at];
    if (char === '\n' && (depth === 0 || flat)) {
      return { tokens, end: at + 1, command: null, closed: depth === 0 };
    }
    if (char === '\\' && code[at + 1] === '\n') {
      at += 2;
      continue;
    }
    if (char === '#') {
      const end = code.indexOf('\n', at);
      at = end < 0 ? code.length : end;
      continue;
    }
    if (/\s/.test(char)) {
      at++;
      continue;
    }
    const opening = matchAt(STRING, code, at);
    if (opening) {
      const quote = opening.replace(/^[A-Za-z]*/, '');
      const end = stringEnd(code, at + opening.length, quote);
      add('string', code.slice(at, end), depth);
      continue;
    }
    const name = matchAt(NAME, code, at);
    if (name) {
      add('name', name, depth);
      continue;
    }
    const number = matchAt(NUMBER, code, at);
    if (number) {
      add('number', number, depth);
      continue;
    }
    const operator = matchAt(OPERATOR, code, at) ?? char;
    if ('([{'.includes(operator)) {
      add('operator', operator, depth++);
    } else if (')]}'.includes(operator)) {
      add('operator', operator, depth - 1);
      depth = Math.max(0, depth - 1);
    } else {
      add('operator', operator, depth);
      if (operator === '=' && depth === 0 && !assigned) {
        assigned = true;
        const lead = matchAt(COMMAND, code, at);
        if (lead && !lead.includes('\n')) {
          const command = at + lead.length - 1;
          return { tokens, end: code.length, command, closed: true };
        }
      }
    }
  }
  return { tokens, end: code.length, command: null, closed: depth === 0 };
}
