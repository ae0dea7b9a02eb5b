import {
  MOST_REFUSALS,
  QUIET,
  Schedule,
  type Outcome
} from '../../../src/kernel/schedule';

/** A schedule on a clock that the test moves, and what it asked. */
class Stage {
  readonly answers: ((outcome: Outcome) => void)[] = [];
  now = 0;
  private _timers: { readonly at: number; readonly callback: () => void }[] =
    [];

  readonly schedule = new Schedule({
    ask: () => new Promise(resolve => this.answers.push(resolve)),
    onChange: () => undefined,
    clock: {
      setTimeout: (callback, delay) => {
        const timer = { at: this.now + delay, callback };
        this._timers.push(timer);
        return timer;
      },
      clearTimeout: timer => {
        this._timers = this._timers.filter(other => other !== timer);
      }
    }
  });

  get asked(): number {
    return this.answers.length;
  }

  pass(milliseconds: number): void {
    this.now += milliseconds;
    const due = this._timers.filter(timer => timer.at <= this.now);
    this._timers = this._timers.filter(timer => timer.at > this.now);
    due.forEach(timer => timer.callback());
  }

  async answer(outcome: Outcome): Promise<void> {
    this.answers[this.asked - 1](outcome);
    await Promise.resolve();
    await Promise.resolve();
  }
}

/**
 * What happens, one word each: `open`, `shut`, `want`, `cancel`, `dispose`, an
 * outcome, or milliseconds that pass. Then how often the kernel was asked.
 */
test.each<[string, string, number]>([
  ['nothing wanted, nothing asked', 'open 9999', 0],
  ['after the quiet time', `open want ${QUIET}`, 1],
  ['not before', `open want ${QUIET - 1}`, 0],
  ['not while the kernel is busy', 'want 9999', 0],
  ['but when it has been idle long enough', `want 9999 open ${QUIET}`, 1],
  [
    'gaps of Run All are too short',
    'open want 7 shut 900 open 7 shut 900 open 7',
    0
  ],
  [
    'many wishes are one question',
    `open want 100 want 100 want ${QUIET} 9999`,
    1
  ],
  ['each wish starts the quiet time again', 'open want 200 want 200', 0],
  ['no second question on its way', `open want ${QUIET} want 9999`, 1],
  [
    'it is asked after the answer',
    `open want ${QUIET} want answered ${QUIET}`,
    2
  ],
  ['an answer ends it', `open want ${QUIET} answered 9999`, 1],
  [
    'the own busy flicker changes nothing',
    `open want ${QUIET} shut open answered shut open 9999`,
    1
  ],
  ['refused: again', `open want ${QUIET} refused ${QUIET}`, 2],
  ['refused: not while busy', `open want ${QUIET} shut refused 9999`, 1],
  ['gone: not again', `open want ${QUIET} gone 9999`, 1],
  ['cancelled wish', 'open want cancel 9999', 0],
  [
    'cancelled question does not count',
    `open want ${QUIET} cancel refused 9999`,
    1
  ],
  [
    'a new kernel is asked at once',
    `open want ${QUIET} cancel want ${QUIET}`,
    2
  ],
  ['disposed', 'open want dispose 9999', 0],
  ['disposed while asking', `open want ${QUIET} dispose refused 9999`, 1],
  [
    'refused for ever',
    `open want ${`${QUIET} refused `.repeat(MOST_REFUSALS)}9999`,
    MOST_REFUSALS
  ],
  [
    'a new wish tries again',
    `open want ${`${QUIET} refused `.repeat(MOST_REFUSALS)}want ${QUIET}`,
    MOST_REFUSALS + 1
  ]
])('%s', async (_, story, asked) => {
  const stage = new Stage();
  for (const word of story.split(' ')) {
    switch (word) {
      case 'open':
      case 'shut':
        stage.schedule.isOpen = word === 'open';
        break;
      case 'want':
      case 'cancel':
      case 'dispose':
        stage.schedule[word]();
        break;
      case 'answered':
      case 'refused':
      case 'gone':
        await stage.answer(word);
        break;
      default:
        stage.pass(Number(word));
    }
  }
  expect(stage.asked).toBe(asked);
});
