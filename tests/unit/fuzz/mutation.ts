/** Damages cells as slips, pasting, other editors and chance do. */

import type { Random } from '../source/random';

const SPACES = [
  ' ',
  '\t',
  '\u00a0',
  '\f',
  '\v',
  '\ufeff',
  '\u2003',
  '\u2028',
  '\u3000'
];
const LINE_ENDS = ['\n', '\r\n', '\r', '\\\n', '\\\r\n', '\n\n', '\u0085'];
const CHARACTERS = [
  ...SPACES,
  ...LINE_ENDS,
  '😀',
  '𝒇',
  '\ud800',
  '\udc00',
  'é',
  'e\u0301',
  'ﬁ',
  '“',
  '\0',
  '\u200b',
  '\uffff',
  '>>> ',
  '\n... ',
  'In [1]: '
];
const PIECES =
  '( ) [ ] { } " \' """ \'\'\' : ; , . .. = := == -> @ * ** / \\ # % %% ! !! ? ?? $ ` ~ 1. 0x 1e ' +
  'tf tf. .keras keras. tf.keras. import from as in if else: try: except: except finally: def class lambda yield with for while match case del global async await return raise print f" rb\' f"{ }" %time %%time %env !pip';

/** A character of any plane, half of a surrogate pair included. */
function anything(random: Random): string {
  return random.chance(50)
    ? random.pick(CHARACTERS)
    : random.chance(50)
      ? String.fromCharCode(random.below(0x10000))
      : String.fromCodePoint(random.below(0x110000));
}

/** Many of one thing, to as deep or as long as `most`. */
function many(random: Random, most: number): string {
  const times = 1 + random.below(most);
  return random
    .pick([
      '(',
      '[',
      '{',
      ')',
      'x(',
      'tf.keras.',
      '.a',
      '.a()',
      ' + tf.a',
      '-',
      'not ',
      'lambda: ',
      '1 if x else ',
      '"""',
      '\\\n',
      '?\n',
      'if x:\n ',
      'f"{',
      ' ',
      '\n',
      'é',
      '😀'
    ])
    .repeat(times);
}

function spliced(source: string, random: Random, most: number): string {
  const a = random.below(source.length + 1);
  const b = Math.min(source.length, a + random.below(12));
  const c = random.below(source.length + 1);
  const put = (text: string, to = a) =>
    source.slice(0, a) + text + source.slice(to);
  return random.pick([
    () => source.slice(0, a),
    () => source.slice(a),
    () => put('', b),
    () => put(source.slice(a, b)),
    () => put(random.pick(PIECES.split(' '))),
    () => put(random.pick(PIECES.split(' ')), b),
    () => put(anything(random)),
    () => put(anything(random), a + 1),
    () => put(source.slice(Math.min(b, c), Math.max(b, c))),
    () => put(random.chance(5) ? many(random, most) : random.pick(SPACES))
  ])();
}

/** Lines dropped, doubled, exchanged, moved in or out, or ended in another way. */
function relined(source: string, random: Random): string {
  const lines = source.split('\n');
  const at = random.below(lines.length);
  const other = random.below(lines.length);
  const line = lines[at];
  const changed = random.pick([
    () => lines.filter((_, index) => index !== at),
    () => [...lines.slice(0, at), line, ...lines.slice(at)],
    () =>
      lines.map((each, index) =>
        index === at ? lines[other] : index === other ? line : each
      ),
    () => lines.map((each, index) => (index === at ? ` ${each}` : each)),
    () => lines.map((each, index) => (index === at ? each.trimStart() : each)),
    () => lines.map(each => each.replace(/^ {4}/, '\t')),
    () => lines.map(each => each.replace(/ /g, '\u00a0'))
  ])();
  const ends = random.chance(30)
    ? () => random.pick(LINE_ENDS)
    : random.chance(20)
      ? () => '\r\n'
      : () => '\n';
  return changed.reduce((text, each) => text + ends() + each, '').slice(1);
}

/** @param most How deep nesting may be made, and how long a line. */
export function mutated(source: string, random: Random, most: number): string {
  let text = source;
  for (let times = 1 + random.below(5); times > 0; times--) {
    text = random.chance(25)
      ? relined(text, random)
      : spliced(text, random, most);
  }
  return text;
}
