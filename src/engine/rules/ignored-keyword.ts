/** A call gives a keyword that the installed release takes and does not use. */

import { adviceOn, isKeyword } from './arguments';
import { defineRule, type Context, type Noticed } from './rule';
import { fitting, leafOf, releaseOf } from './wording';

/** The learning rate that an optimizer has where none is given: TensorFlow 2.11.1, 2.13.1 and 2.15.1. */
const RATES: ReadonlyMap<string, number> = new Map([
  ['SGD', 0.01],
  ['Adadelta', 0.001],
  ['Adafactor', 0.001],
  ['Adagrad', 0.001],
  ['Adam', 0.001],
  ['AdamW', 0.001],
  ['Adamax', 0.001],
  ['Ftrl', 0.001],
  ['Nadam', 0.001],
  ['RMSprop', 0.001]
]);

export const ignoredKeyword = defineRule({
  about: 'notice',
  id: 'ignored-keyword',
  severity: 'warning',
  summary: 'The installed release takes this keyword and does not use it.',
  check(noticed, context) {
    const { usage, notice } = noticed;
    if (notice.kind !== 'ignored' || !isKeyword(usage)) {
      return null;
    }
    const { say } = context;
    const { symbol } = notice;
    const keyword = usage.keyword.name;
    const says = say(
      '`%1` has no effect on `%2` in %3.',
      keyword,
      leafOf(symbol),
      releaseOf(symbol, context)
    );
    const { write, rewrite } = adviceOn(
      { symbol, usage, call: noticed.call },
      context
    );
    const trains = training(noticed, context);
    return {
      message: fitting(
        [says, trains, write].filter(Boolean).join(' '),
        write ? `${says} ${write}` : null,
        says
      ),
      // The notebook runs as it is, and would train otherwise.
      fixes: rewrite === null ? [] : [{ ...rewrite, safe: false }]
    };
  }
});

/** "It trains at 0.001, not 0.5.", where both rates are known and differ. */
function training(
  { notice, usage, call }: Noticed,
  { say }: Context
): string | null {
  const rate = RATES.get(leafOf(notice.symbol));
  const keyword = isKeyword(usage) ? usage.keyword.name : null;
  const rates = (call?.arguments ?? []).filter(
    given => given.keyword === 'learning_rate' || given.keyword === null
  );
  const wanted = call?.arguments.find(given => given.keyword === keyword);
  return keyword !== 'lr' ||
    rate === undefined ||
    rates.length > 0 ||
    call?.more !== false ||
    typeof wanted?.literal !== 'number' ||
    wanted.literal === rate
    ? null
    : say('It trains at %1, not %2.', String(rate), String(wanted.literal));
}
