/** How the compact form writes lists of names: atlas/builder/coding.py is the other half. */

/** Printable ASCII without the blank, the quote and the backslash. */
const CODES: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 94 }, (_, n) => String.fromCharCode(33 + n))
    .filter(character => character !== '"' && character !== '\\')
    .map((character, n) => [character, n])
);
const HALF = CODES.size / 2;

/** Numbers, most significant digit first; digits of the second half of the alphabet go on. Foreign characters end the list. */
export function numbersOf(text: string): readonly number[] {
  const numbers: number[] = [];
  let value = 0;
  for (const character of text) {
    const code = CODES.get(character);
    if (code === undefined) {
      break;
    }
    value = value * HALF + (code % HALF);
    if (code < HALF) {
      numbers.push(value);
      value = 0;
    }
  }
  return numbers;
}

/** Numbers without order, each written as its distance from the one before it. */
export function ascendingOf(text: string): readonly number[] {
  let before = -1;
  return numbersOf(text).map(distance => (before += distance + 1));
}

/** What says how many characters a name shares with the one before it. */
const SHARED = "!#$%&'()*+,-/:;<=>?@[]^`{|}";

/** Sorted names, each written as the character that tells how many it shares with the one before it, and the rest. */
export function wordsOf(text: string): readonly string[] {
  let before = '';
  return (text.match(/\W\w*/g) ?? []).map(
    word =>
      (before =
        before.slice(0, Math.max(0, SHARED.indexOf(word.charAt(0)))) +
        word.slice(1))
  );
}

/** Dotted paths, each written as the number of segments that it shares with the one before it, and the rest. */
export function pathsOf(text: string): readonly string[] {
  let before: readonly string[] = [];
  return text.split(' ').map(word => {
    const digits = /^\d+/.exec(word)?.[0] ?? '0';
    const rest = word.slice(digits.length);
    before = [
      ...before.slice(0, Number(digits)),
      ...(rest === '' ? [] : rest.split('.'))
    ];
    return before.join('.');
  });
}
