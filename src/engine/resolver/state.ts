/** Which modules a process has imported so far: what decides whether a submodule is an attribute. */

import { rootOf } from '../atlas/path';
import type { Table } from '../atlas/table';
import { Memory } from './memory';

export class ModuleState {
  /** Modules bound on their parents, for certain. */
  readonly bound = new Set<string>();
  /** Modules that some path through the notebook may have bound. */
  readonly maybe = new Set<string>();
  /** Roots that were imported. */
  readonly roots = new Set<string>();

  /** The package whose import statement was the first touch of TensorFlow 1's `contrib`; empty where that was an attribute, or is not certain. */
  opener: string | null = null;

  /** Something takes a name from `contrib`. */
  open(shown: string, how: 'import' | 'attribute', certain: boolean): void {
    if (/^tensorflow\.contrib\.\w+$/.test(shown)) {
      this.opener ??= certain && how === 'import' ? shown : '';
    }
  }

  constructor(private readonly memory: Memory = new Memory()) {}

  /** Equal for states that have come to be in the same way. */
  get mark(): string {
    return `${this.number} ${[...this.roots].join(' ')} ${this.opener}`;
  }

  /** `certain` is false for what stands in a branch, a loop or a function. */
  bind(path: string, certain: boolean): void {
    const paths = certain ? this.bound : this.maybe;
    if (!paths.has(path)) {
      paths.add(path);
      const event = `${certain ? '+' : '?'}${path}`;
      this.number = this.memory.after(this.number, event);
    }
  }

  /** The process imports the module. */
  load(table: Table, path: string, certain: boolean): void {
    if (this.bound.has(path) || (!certain && this.maybe.has(path))) {
      return;
    }
    this.roots.add(rootOf(path));
    // What a module lies in is imported before it.
    for (let below = path; below.includes('.');) {
      const parent = below.slice(0, below.lastIndexOf('.'));
      if (!table.absent(parent, below.slice(parent.length + 1))) {
        this.bind(below, certain);
      }
      below = parent;
    }
    for (const other of table.loads(path)) {
      this.bind(other, certain);
    }
  }

  /** Whether the module is an attribute of its package by now. */
  loaded(table: Table, path: string): 'yes' | 'maybe' | 'no' {
    if (this.bound.has(path) || this.booted(table, path)) {
      return 'yes';
    }
    return this.maybe.has(path) ? 'maybe' : 'no';
  }

  /**
   * A root's import has bound the module: that of its own package, or one
   * before it. `import keras` of 2.5 to 2.12 imports TensorFlow itself, and
   * `import tensorflow` afterwards loads nothing more of Keras.
   */
  private booted(table: Table, path: string): boolean {
    const roots = [...this.roots];
    const own = roots.indexOf(rootOf(path));
    const first = own < 0 ? roots : roots.slice(0, own + 1);
    return first.some(root => table.boots(path, root));
  }

  /** Some statement has imported the path, by whichever of its names, or may have. */
  isImported(path: string, table: Table): boolean {
    return [path, table.canonical(path)].some(
      each => this.bound.has(each) || this.maybe.has(each)
    );
  }

  /** Whether something with this beginning was imported. */
  below(prefix: string): 'yes' | 'maybe' | 'no' {
    const holds = (paths: ReadonlySet<string>): boolean =>
      [...paths].some(path => path.startsWith(prefix));
    return holds(this.bound) ? 'yes' : holds(this.maybe) ? 'maybe' : 'no';
  }

  /**
   * A submodule that was imported has taken the place of the module that its
   * package had under that name (`numpy` of `keras.src.backend`), or of the
   * loader that refuses what it has. A function
   * stays: it comes from the submodule, which was loaded before
   * (`keras.src.layers.merging.add` of Keras 2).
   */
  rebinds(path: string, name: string, target: string | null): boolean {
    const below = `${path}.${name}`;
    return (
      target !== null &&
      target !== below &&
      (below.includes('.src.') ||
        target.startsWith('tensorflow.~tensorflow.')) &&
      this.bound.has(below)
    );
  }

  private number = 0;
}
