/** What was worked out in a world before: a search asks the same of it at each change of a notebook. */

import type { Making } from './instances';
import type { Outcome } from './outcome';
import type { World } from './world';

/** Answers that are kept for one world; beyond, all are forgotten. */
const MOST = 20_000;

export class Memory {
  /** The number of the state that `event` makes of the state `before`: equal histories have equal numbers. */
  after(before: number, event: string): number {
    const key = `${before} ${event}`;
    const known = this.states.get(key);
    if (known !== undefined) {
      return known;
    }
    this.last += 1;
    this.states.set(key, this.last);
    return this.last;
  }

  recall(key: string): Outcome | undefined {
    return this.outcomes.get(key);
  }

  keep(key: string, outcome: Outcome): Outcome {
    if (this.outcomes.size >= MOST || this.states.size >= MOST) {
      // Numbers go on: those in use keep their meaning.
      this.outcomes.clear();
      this.states.clear();
    }
    this.outcomes.set(key, outcome);
    return outcome;
  }

  private last = 0;
  private readonly states = new Map<string, number>();
  private readonly outcomes = new Map<string, Outcome>();
}

const memories = new WeakMap<World, Map<string, Memory>>();

/** One for each way in which a notebook makes its models. */
export function memoryOf(world: World, { graph, within }: Making): Memory {
  const all = memories.get(world) ?? new Map<string, Memory>();
  memories.set(world, all);
  const key = `${graph} ${within}`;
  const memory = all.get(key) ?? new Memory();
  all.set(key, memory);
  return memory;
}
