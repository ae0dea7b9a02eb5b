/** What the variables hold while one unit of code runs, path by path. */

import { either, type Binding } from './binding';
import type { Variable } from './scope';

/** State at one point; `dead` means that no path arrives there. */
export interface Snapshot {
  readonly bindings: ReadonlyMap<Variable, Binding>;
  readonly dead: boolean;
}

/** The state where two paths join. */
export function join(a: Snapshot, b: Snapshot): Snapshot {
  if (a.dead !== b.dead || a.bindings === b.bindings) {
    return a.dead ? b : a;
  }
  const bindings = new Map<Variable, Binding>();
  for (const variable of [...a.bindings.keys(), ...b.bindings.keys()]) {
    const one = a.bindings.get(variable);
    const other = b.bindings.get(variable);
    const joined = either(one, other);
    if (joined) {
      const partial = !one || !other;
      bindings.set(variable, partial ? { ...joined, partial } : joined);
    }
  }
  return { bindings, dead: a.dead };
}

export class State {
  /** After `return`, `raise`, `break`, `continue`: what follows is not reached. */
  dead = false;

  constructor(readonly unit: object) {}

  /** What a use of `variable` may find; undefined where it is unbound. */
  get(variable: Variable): Binding | undefined {
    const { unit, kind } = variable.scope;
    // What a comprehension binds never changes.
    return unit === this.unit && kind !== 'comprehension'
      ? this._bindings.get(variable)
      : variable.ever;
  }

  set(variable: Variable, binding: Binding): void {
    variable.add(binding);
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
    return { bindings: this._bindings, dead: this.dead };
  }

  restore(snapshot: Snapshot): void {
    this._bindings = snapshot.bindings;
    this._saved = true;
    this.dead = snapshot.dead;
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
    return { bindings, dead: before.dead };
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
