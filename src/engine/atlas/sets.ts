/** Sets of columns, written as `0-3,7`. */
export class ColumnSets {
  constructor(texts: readonly string[]) {
    this.members = texts.map(text => {
      const members = new Set<number>();
      for (const part of text.split(',').filter(Boolean)) {
        const [first, last] = part.split('-').map(Number);
        for (let n = first; n <= (last ?? first); n++) {
          members.add(n);
        }
      }
      return members;
    });
  }

  has(set: number, column: number): boolean {
    return this.members[set]?.has(column) ?? false;
  }

  all(set: number): readonly number[] {
    return [...(this.members[set] ?? [])];
  }

  private readonly members: readonly ReadonlySet<number>[];
}
