/** Seeded random numbers and texts, so that a failing case comes back. */

export class Random {
  constructor(private _state: number) {}

  /** A number from 0 up to, and without, `below`. */
  below(below: number): number {
    this._state = (Math.imul(this._state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this._state / 4294967296) * below);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)];
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  /** Between `low` and `high` results of `make`, joined. */
  several(
    low: number,
    high: number,
    separator: string,
    make: () => string
  ): string {
    const count = low + this.below(high - low + 1);
    return Array.from({ length: count }, make).join(separator);
  }
}
