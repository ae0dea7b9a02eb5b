/** The notebook's own installs, written so that they install what a repair does. */

import { readRequirement, type Requirement } from '../requirements';
import { rangeOf } from '../source/lines';
import type { Asked } from '../source/pins';
import type { Span } from '../source/usage';
import type { Say } from '../text';
import type { CellFix, PinChange } from '../offers';
import type { Cell, Edit } from '../types';

/** A requirement of the install, as text too. */
export interface Wanted extends Requirement {
  readonly text: string;
}

/** What the install has to say of the package that a word names. */
export function wishOf(
  { name }: Asked,
  wanted: readonly Wanted[]
): Wanted | undefined {
  const key = readRequirement(name)?.key;
  return wanted.find(each => each.key === key);
}

export interface Changing {
  readonly wanted: readonly Wanted[];
  /** The word whose command is to say everything; null where a cell of its own does. */
  readonly carrier: Asked | null;
  readonly cells: readonly Cell[];
  readonly asked: readonly Asked[];
  readonly say: Say;
}

/** By cell, since a cell's edits are one step. */
export function changesOf(
  pinned: readonly Asked[],
  changing: Changing
): readonly PinChange[] {
  const { wanted, carrier, cells, asked, say } = changing;
  const changed = asked.filter(
    each =>
      pinned.includes(each) ||
      (each.command === carrier?.command && wishOf(each, wanted) !== undefined)
  );
  return [...new Set(changed.map(({ cell }) => cell))].flatMap(index => {
    const cell = cells.find(each => each.index === index);
    const words = changed.filter(each => each.cell === index);
    const edits = words.flatMap(word =>
      cell === undefined ? [] : editsOf(word, { ...changing, cell, words })
    );
    const [first] = edits;
    const named = words.map(word => wishOf(word, wanted)?.text ?? '');
    return cell === undefined || first === undefined
      ? []
      : {
          cell: index,
          cellId: cell.id,
          line: first.line,
          title: say(
            'Change cell %1 to install `%2`',
            String(index + 1),
            named[0] ?? ''
          ),
          edits
        };
  });
}

/** The change as a fix of its cell: safe, since it does no more than the repair that it goes with. */
export function fixOfPin({
  cell,
  cellId,
  title,
  edits
}: PinChange): Pick<CellFix, 'cell' | 'cellId' | 'fix'> {
  return { cell, cellId, fix: { title, safe: true, edits } };
}

/** A word as it is to be; the carrier brings along what its command does not name. */
function editsOf(
  word: Asked,
  {
    wanted,
    carrier,
    cell: { source },
    words
  }: Changing & { readonly cell: Cell; readonly words: readonly Asked[] }
): readonly Edit[] {
  const wish = wishOf(word, wanted);
  const { command } = word;
  const together = words.filter(each => each.command === command);
  const isFirst = together.find(each => wishOf(each, wanted) === wish) === word;
  const rest =
    word === carrier
      ? wanted.filter(
          each => !together.some(other => wishOf(other, wanted) === each)
        )
      : [];
  const quote = source[word.span.from - 1];
  const isQuoted =
    (quote === '"' || quote === "'") && source[word.span.to] === quote;
  const span = isQuoted
    ? { from: word.span.from - 1, to: word.span.to + 1 }
    : word.span;
  const texts = (isFirst && wish ? [wish, ...rest] : rest).map(({ text }) =>
    isQuoted || !/^[\w.-]+==[\w.]+$/.test(text)
      ? `${isQuoted ? quote : '"'}${text}${isQuoted ? quote : '"'}`
      : text
  );
  return [
    ...(word === carrier && command.head !== null
      ? headEdits(command.head, source)
      : []),
    { ...rangeOf(source, span), text: texts.join(' ') }
  ];
}

/** `!pip` may be the pip of any Python; `%pip` is the one of this kernel. */
function headEdits(head: Span, source: string): readonly Edit[] {
  const text = source.slice(head.from, head.to);
  return text.startsWith('!') && !text.includes('{')
    ? [{ ...rangeOf(source, head), text: '%pip' }]
    : [];
}
