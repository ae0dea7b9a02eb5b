/** What was worked out in a world before: a search asks the same of it at each change of a notebook. */

import type { Making } from './instances';
import type { Outcome } from './outcome';
import type { World } from './world';

/** Answers that are kept for one world; beyond, all are forgotten. */
const MOST = 20_000;

/** An answer, and what it was an answer to. */
export interface Turn {
  /** As of `ModuleState.mark`. */
  readonly before: number;
  /** What the names held. */
  readonly sources: readonly (Outcome | undefined)[];
  readonly outcome: Outcome;
  /** It changed nothing of the process. */
  readonly quiet: boolean;
}

const NONE: readonly Turn[] = [];
/** Answers that are kept for usages of one shape. */
const ALIKE = 8;

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

  turns(shape: string): readonly Turn[] {
    return this.shapes.get(shape) ?? NONE;
  }

  add(shape: string, turn: Turn): void {
    if (this.shapes.size >= MOST) {
      this.shapes.clear();
    }
    const before = this.turns(shape).slice(0, ALIKE - 1);
    this.shapes.set(shape, [turn, ...before]);
  }

  private last = 0;
  private readonly shapes = new Map<string, readonly Turn[]>();
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
