/** What the variables hold while one unit of code runs, path by path. */

import { either, guarded, type Binding } from './binding';
import { UNASKABLE, isAskable, type Condition } from './condition';
import type { Variable } from './scope';

/** State at one point; `dead` means that no path arrives there. */
export interface Snapshot {
  readonly bindings: ReadonlyMap<Variable, Binding>;
  readonly dead: boolean;
  /** What holds on every path that arrives there. */
  readonly conditions: readonly Condition[];
}

/** More conditions than this are not told apart from others. */
const MOST_CONDITIONS = 12;

/** The state where two paths join; where only one arrives, what it assumed goes on to hold. */
export function join(a: Snapshot, b: Snapshot): Snapshot {
  if (a.dead !== b.dead) {
    return a.dead ? b : a;
  }
  const other = a.conditions.findIndex((each, i) => each !== b.conditions[i]);
  const shared = other < 0 ? a.conditions.length : other;
  const conditions = a.conditions.slice(0, shared);
  if (a.bindings === b.bindings) {
    return { ...a, conditions };
  }
  const whenA = a.conditions.slice(shared);
  const whenB = b.conditions.slice(shared);
  const bindings = new Map<Variable, Binding>();
  for (const variable of [...a.bindings.keys(), ...b.bindings.keys()]) {
    const one = a.bindings.get(variable);
    const other = b.bindings.get(variable);
    const joined =
      one && other && one !== other
        ? either(guarded(one, whenA), guarded(other, whenB))
        : (one ?? other);
    if (joined) {
      const partial = !one || !other;
      bindings.set(variable, partial ? { ...joined, partial } : joined);
    }
  }
  return { bindings, dead: a.dead, conditions };
}

export class State {
  /** After `return`, `raise`, `break`, `continue`: what follows is not reached. */
  dead = false;

  /** @param _conditions What holds wherever the unit runs. */
  constructor(
    readonly unit: object,
    private _conditions: readonly Condition[] = []
  ) {}

  /** What holds here. */
  get conditions(): readonly Condition[] {
    return this._conditions;
  }

  /** From here on the path is one on which `condition` holds. */
  assume(condition: Condition): void {
    const { length } = this._conditions;
    if (isAskable(condition) && length <= MOST_CONDITIONS) {
      this._conditions = [
        ...this._conditions,
        length < MOST_CONDITIONS ? condition : UNASKABLE
      ];
    }
  }

  /** The path ends here for a reader that goes on after it. */
  forget(conditions: readonly Condition[]): void {
    this._conditions = conditions;
  }

  /** What a use of `variable` may find; undefined where it is unbound. */
  get(variable: Variable): Binding | undefined {
    const { unit, kind } = variable.scope;
    // What a comprehension binds never changes.
    return unit === this.unit && kind !== 'comprehension'
      ? this._bindings.get(variable)
      : variable.ever;
  }

  set(variable: Variable, binding: Binding): void {
    variable.add(guarded(binding, this._conditions));
    if (variable.scope.unit === this.unit) {
      this._own().set(variable, binding);
    }
    for (const journal of this._journals) {
      journal.set(variable, either(journal.get(variable), binding) ?? binding);
    }
  }

  delete(variable: Variable): void {
    if (this._bindings.has(variable)) {
      this._own().delete(variable);
    }
  }

  /** The variables that are bound here. */
  bound(): readonly Variable[] {
    return [...this._bindings.keys()];
  }

  save(): Snapshot {
    this._saved = true;
    return {
      bindings: this._bindings,
      dead: this.dead,
      conditions: this._conditions
    };
  }

  restore(snapshot: Snapshot): void {
    this._bindings = snapshot.bindings;
    this._saved = true;
    this.dead = snapshot.dead;
    this._conditions = snapshot.conditions;
  }

  /** Runs `body` and returns every state that it may be left in half way: what held before, or anything it bound. */
  interrupted(body: () => void): Snapshot {
    const before = this.save();
    const journal = new Map<Variable, Binding>();
    this._journals.push(journal);
    body();
    this._journals.splice(this._journals.indexOf(journal), 1);
    if (journal.size === 0) {
      return before;
    }
    const bindings = new Map(before.bindings);
    for (const [variable, binding] of journal) {
      const held = before.bindings.get(variable);
      const joined = either(held, binding) ?? binding;
      bindings.set(variable, held ? joined : { ...joined, partial: true });
    }
    return { ...before, bindings };
  }

  /** Runs each path from here; afterwards any of them may have been taken. */
  fork(paths: readonly (() => void)[]): void {
    const before = this.save();
    const ends = paths.map(path => {
      this.restore(before);
      path();
      return this.save();
    });
    this.restore(ends.length ? ends.reduce(join) : before);
  }

  /** Runs `body` as one of two paths, the other being to skip it. */
  maybe(body: () => void): void {
    this.fork([() => undefined, body]);
  }

  /** The bindings, copied first where a snapshot holds them too. */
  private _own(): Map<Variable, Binding> {
    if (this._saved || !this._writable) {
      this._writable = new Map(this._bindings);
      this._bindings = this._writable;
      this._saved = false;
    }
    return this._writable;
  }

  private _bindings: ReadonlyMap<Variable, Binding> = new Map();
  private _writable: Map<Variable, Binding> | null = null;
  private _saved = false;
  private readonly _journals: Map<Variable, Binding>[] = [];
}
