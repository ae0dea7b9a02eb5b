/** Which modules a process has imported so far: what decides whether a submodule is an attribute. */

import { parentOf, rootOf } from '../atlas/path';
import type { Table } from '../atlas/table';
import { Memory } from './memory';

export class ModuleState {
  /** Modules bound on their parents, for certain. */
  readonly bound = new Set<string>();
  /** Modules that some path through the notebook may have bound. */
  readonly maybe = new Set<string>();
  /** Modules whose import was the first below their package. */
  readonly first = new Set<string>();
  /** Modules by the paths that import statements name, and whether these certainly run. */
  readonly named = new Map<string, boolean>();

  constructor(private readonly memory: Memory = new Memory()) {}

  /** Equal for states that have come to be in the same way. */
  get mark(): number {
    return this.number;
  }

  /** The package itself is imported. */
  open(root: string): void {
    if (!this.roots.has(root)) {
      this.roots.add(root);
      this.number = this.memory.after(this.number, root);
    }
  }

  isOpen(root: string): boolean {
    return this.roots.has(root);
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

  /** An import statement names the module of the path by `shown`. */
  enter(path: string, shown: string, certain: boolean): void {
    const isFirst =
      !this.first.has(path) && this.below(`${parentOf(path)}.`) === 'no';
    const isCertain = certain || this.named.get(shown) === true;
    if (isFirst || this.named.get(shown) !== isCertain) {
      const event = `${isFirst ? '1' : ''}${path} as ${shown} ${isCertain}`;
      this.number = this.memory.after(this.number, event);
    }
    if (isFirst) {
      this.first.add(path);
    }
    this.named.set(shown, isCertain);
  }

  /** The process imports the module. */
  load(table: Table, path: string, certain: boolean): void {
    if (this.bound.has(path) || (!certain && this.maybe.has(path))) {
      return;
    }
    this.open(rootOf(path));
    // What a module lies in is imported before it.
    for (let below = path; below.includes('.');) {
      const parent = parentOf(below);
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

  /** Whether something with this beginning was imported. */
  below(prefix: string): 'yes' | 'maybe' | 'no' {
    const holds = (paths: ReadonlySet<string>): boolean =>
      [...paths].some(path => path.startsWith(prefix));
    return holds(this.bound) ? 'yes' : holds(this.maybe) ? 'maybe' : 'no';
  }

  private number = 0;
  /** In the order of their imports. */
  private readonly roots = new Set<string>();
}
