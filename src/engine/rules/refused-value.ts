/** A literal argument that the installed release refuses. */

import { written, type Refusal } from '../resolver/refusal';
import type { Segment } from '../source/usage';
import { takenIn } from './taken';
import {
  defineRule,
  type Context,
  type Draft,
  type Rewrite,
  type Subject
} from './rule';
import { fitting, leafOf, releaseOf } from './wording';

/** So many endings are told. */
const FEW = 2;

/** What a name ends in that is made another one. */
const ENDING = /(\.(weights\.h5|weights|h5|hdf5|hdf|keras|tf|ckpt|pb)|\/)$/i;

export const refusedValue = defineRule({
  about: 'usage',
  id: 'refused-value',
  severity: 'error',
  summary: 'The installed release refuses the value of an argument.',
  check(subject, context) {
    const { refusal } = subject.verdict;
    return refusal === undefined ? null : draft(refusal, subject, context);
  }
});

function draft(refusal: Refusal, subject: Subject, context: Context): Draft {
  const { say } = context;
  const { symbol, detail } = subject.verdict;
  const said = say(
    '`%1` of %2 refuses `%3`.',
    leafOf(symbol),
    releaseOf(symbol, context),
    [given(refusal, subject), ...refusal.beside].join(', ')
  );
  const right = replaced(refusal);
  const advice = adviceOn(refusal, right, context);
  // Of what is read most releases told only that no such file was there.
  const since = refusal.reads ? null : takenIn(refusal, symbol, context);
  const joined = (...texts: readonly (string | null)[]): string =>
    [said, ...texts].filter(text => text !== null).join(' ');
  const known = advice !== null || since !== null || detail === null;
  return {
    message: fitting(
      known ? joined(advice, since) : joined(say('It raises: %1', detail)),
      advice === null ? null : joined(advice),
      since === null ? null : joined(since),
      said
    ),
    fixes: right === null ? [] : fixes(right, subject, context)
  };
}

/** The argument as it is written in the call. */
function given(
  { value }: Refusal,
  { usage, segments, verdict }: Subject
): string {
  const keyword = segments[verdict.segment]?.name ?? '';
  const text = written(value);
  return usage.kind === 'call' && keyword !== '' ? `${keyword}=${text}` : text;
}

function adviceOn(
  refusal: Refusal,
  right: string | null,
  { say }: Context
): string | null {
  const { ends, like, reads } = refusal;
  const told = [...new Set(ends.filter(end => !covered(end, ends)))]
    .slice(0, FEW)
    .map(end => `\`${end}\``);
  const [one, other] = told;
  if (one === undefined) {
    return like === null || right === null ? null : say('Write `%1`.', right);
  }
  const endings = other === undefined ? one : say('%1 or %2', one, other);
  return reads
    ? say('It reads names that end in %1.', endings)
    : say('The name must end in %1.', endings);
}

/** A shorter ending that is taken says it already. */
function covered(end: string, ends: readonly string[]): boolean {
  return ends.some(other => other !== end && end.endsWith(other));
}

/** What to write instead, as Python writes it; null where that is not known or would be something else. */
function replaced({ value, ends, like, reads }: Refusal): string | null {
  const [end] = ends;
  if (like !== null) {
    return written(like);
  }
  return end === undefined ||
    reads ||
    typeof value !== 'string' ||
    /['\\\n]/.test(value)
    ? null
    : written(`${value.replace(ENDING, '')}${end}`);
}

/** Another name is another file, and what reads it must be told: no fix is safe. */
function fixes(
  text: string,
  { segments, verdict }: Subject,
  { say }: Context
): readonly Rewrite[] {
  const argument: Segment | undefined = segments[verdict.segment];
  return argument === undefined
    ? []
    : [
        {
          title: say('Write %1', `\`${text}\``),
          safe: false,
          edits: [{ from: argument, to: argument, text }]
        }
      ];
}
