/** Usages that were answered before, in this run or in another one of the same world. */

import type { Usage } from '../source/usage';
import type { Memory } from './memory';
import type { Outcome } from './outcome';
import type { ModuleState } from './state';

export interface Answer {
  readonly outcome: Outcome;
  /** Nothing of the notebook decides it but what the names of the usage hold. */
  readonly settled: boolean;
}

/** One run through a notebook. */
export interface Run {
  readonly memory: Memory;
  readonly state: ModuleState;
  /** Grows while usages are judged. */
  readonly outcomes: ReadonlyMap<number, Outcome>;
}

const NONE: readonly number[] = [];

export class Repeats {
  constructor(private readonly given: Run) {}

  /**
   * The answer for a usage of this shape: the one from before where the process
   * had come to be in the same way and the names held the same.
   */
  judged(usage: Usage, shape: string, judge: () => Answer): Outcome {
    const { memory, state, outcomes } = this.given;
    const ids = 'origin' in usage ? usage.origin.usages : NONE;
    const before = state.mark;
    const known = memory
      .turns(shape)
      .find(
        turn =>
          turn.before === before &&
          turn.sources.length === ids.length &&
          turn.sources.every((source, i) => source === outcomes.get(ids[i]))
      );
    if (known?.quiet) {
      return known.outcome;
    }
    const { outcome, settled } = judge();
    // One object for equal answers: they are told apart by it.
    if (known !== undefined) {
      return known.outcome;
    }
    const sources = ids.map(id => outcomes.get(id));
    if (settled && sources.every(leadsOn)) {
      const quiet = state.mark === before;
      memory.add(shape, { before, sources, outcome, quiet });
    }
    return outcome;
  }
}

/** What failed leaves its name as other usages have made it. */
function leadsOn(source: Outcome | undefined): boolean {
  const status = source?.verdict.status;
  return status !== 'missing' && status !== 'blocked';
}
