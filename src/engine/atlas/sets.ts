/** Sets of measurements, written as `0-3,7`. */
export class MemberSets {
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

  has(set: number, measurement: number): boolean {
    return this.members[set]?.has(measurement) ?? false;
  }

  private readonly members: readonly ReadonlySet<number>[];
}
