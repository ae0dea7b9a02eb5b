/** What an object has of which the notebook only tells what was called to get it. */

import { Members, type Has, type Owned } from './members';
import type { World } from './world';

export class Instances {
  constructor(private readonly world: World) {
    this.members = new Members(world);
  }

  /**
   * Whether the class, or what calling it yields, has the attribute. A class
   * may yield an instance of a class below it (`keras.Model(…)` is a
   * Functional): only what none of those has is missing.
   */
  has(owned: Owned, name: string): Has {
    const has = this.members.of(owned, name);
    return has === 'no' && owned.instance
      ? this.below(owned).some(
          number => this.members.of({ ...owned, number }, name) === 'yes'
        )
        ? 'unknown'
        : 'no'
      : has;
  }

  private below({ number, root }: Owned): readonly number[] {
    const part = this.world[root];
    return part.kind === 'known' ? part.table.heirs(number, root) : [];
  }

  private readonly members: Members;
}
