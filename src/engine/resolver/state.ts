/** Which modules a process has imported so far: what decides whether a submodule is an attribute. */
export class ModuleState {
  /** Modules bound on their parents, for certain. */
  readonly bound = new Set<string>();
  /** Modules that some path through the notebook may have bound. */
  readonly maybe = new Set<string>();
  /** Roots that were imported. */
  readonly roots = new Set<string>();

  /** `certain` is false for what stands in a branch, a loop or a function. */
  bind(path: string, certain: boolean): void {
    (certain ? this.bound : this.maybe).add(path);
  }

  /** Some statement has imported the path, or may have. */
  isImported(path: string): boolean {
    return this.bound.has(path) || this.maybe.has(path);
  }

  /** A submodule that was imported has taken the place of what its package had under that name, or may have. */
  rebinds(path: string, name: string, target: string | null): boolean {
    const below = `${path}.${name}`;
    return target !== below && below.includes('.src.') && this.bound.has(below);
  }
}
