/** Rewrites valid Python that @lezer/python cannot parse into text of the same length that it can. */

import type { Token } from './tokens';

/** Replaces `text[from..to)` in place; what is shorter is filled with spaces. */
type Write = (from: number, to: number, text: string) => void;

/** Index of the token that closes the bracket at `open`, or -1. */
function closing(tokens: readonly Token[], open: number): number {
  return tokens.findIndex(
    (token, index) =>
      index > open &&
      token.depth === tokens[open].depth &&
      ')]}'.includes(token.text)
  );
}

/** `with (a as b, c as d):` loses its brackets; targets other than names become `_`. */
function withItems(tokens: readonly Token[], write: Write): void {
  const start = tokens[0].text === 'async' ? 2 : 1;
  if (tokens[start - 1]?.text !== 'with' || start >= tokens.length) {
    return;
  }
  let depth = 0;
  if (tokens[start].text === '(') {
    const end = closing(tokens, start);
    const grouped = tokens.some(
      (token, index) =>
        index > start && index < end && token.depth === 1 && token.text === 'as'
    );
    if (grouped && tokens[end + 1]?.text === ':') {
      depth = 1;
      for (let index = start; index < end; index++) {
        write(tokens[index].to, tokens[index + 1].from, '');
      }
      const last = tokens[end - 1].text === ',' ? end - 1 : end;
      write(tokens[start].from, tokens[start].to, '');
      write(tokens[last].from, tokens[end].to, '');
    }
  }
  for (let index = start; index < tokens.length; index++) {
    if (
      tokens[index].text !== 'as' ||
      tokens[index].depth !== depth ||
      tokens[index - 1].text === '.'
    ) {
      continue;
    }
    let end = index + 1;
    while (
      end < tokens.length &&
      !(
        tokens[end].depth < depth ||
        (tokens[end].depth === depth &&
          [',', ':'].includes(tokens[end].text)) ||
        (depth === 1 && tokens[end].depth === 0)
      )
    ) {
      end++;
    }
    if (end > index + 2) {
      write(tokens[index + 1].from, tokens[end - 1].to, '_');
    }
  }
}

/** `lambda a, /, b,: 0`: the slash and a last comma go. */
function lambdaParameters(
  tokens: readonly Token[],
  start: number,
  write: Write
): void {
  const depth = tokens[start].depth;
  for (let index = start + 1; index < tokens.length; index++) {
    const token = tokens[index];
    const next = tokens[index + 1];
    if (token.depth < depth || (token.depth === depth && token.text === ':')) {
      return;
    }
    if (token.depth !== depth || !next) {
      continue;
    }
    if (token.text === ',' && next.text === ':') {
      write(token.from, token.to, '');
    } else if (token.text === '/' && tokens[index - 1].text === ',') {
      const comma = next.text === ',' ? next : tokens[index - 1];
      write(token.from, token.to, '');
      write(comma.from, comma.to, '');
    }
  }
}

/** A decorator keeps `name.name(…)`; what follows that goes. */
function decorator(tokens: readonly Token[], write: Write): void {
  let index = 1;
  while (tokens[index]?.kind === 'name' && tokens[index + 1]?.text === '.') {
    index += 2;
  }
  if (tokens[index]?.kind === 'name') {
    index++;
    if (tokens[index]?.text === '(') {
      index = closing(tokens, index) + 1;
    }
  }
  if (index > 1 && index < tokens.length) {
    write(tokens[index].from, tokens[tokens.length - 1].to, '');
  } else if (index === 1 && tokens.length > 1) {
    write(tokens[1].from, tokens[tokens.length - 1].to, '_');
  }
}

/** A star that the grammar does not allow where Python does: `for a, *b in`, `x[*y]`, `in *a, b`. */
function isStray(tokens: readonly Token[], star: number): boolean {
  const previous = tokens[star - 1]?.text;
  if (previous !== ',') {
    return previous === '[' || previous === 'in' || previous === 'for';
  }
  const { depth } = tokens[star];
  for (let index = star - 1; index > 0 && index > star - 40; index--) {
    const token = tokens[index];
    if (token.depth < depth || (token.depth === depth && token.text === 'in')) {
      return false;
    }
    if (token.depth === depth && token.text === 'for') {
      return true;
    }
  }
  return false;
}

/** Applies every rewrite to the tokens of one logical line. */
export function adaptDialect(tokens: readonly Token[], write: Write): void {
  if (tokens.length === 0) {
    return;
  }
  withItems(tokens, write);
  if (tokens[0].text === '@') {
    decorator(tokens, write);
  }
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    const previous = tokens[index - 1];
    const dot = token.text.indexOf('.');
    if (token.kind === 'number' && dot > 0 && !/\d/.test(token.text[dot + 1])) {
      write(token.from + dot, token.from + dot + 1, '0');
    } else if (token.text === 'lambda') {
      lambdaParameters(tokens, index, write);
    } else if (token.text === 'yield' && previous?.text !== '.') {
      if (!next || [')', ']', '}', ';', ',', '=', ':'].includes(next.text)) {
        write(token.from, token.to, 'None');
      }
    } else if (token.text === '*' && isStray(tokens, index)) {
      write(token.from, token.to, '');
    }
  });
}
