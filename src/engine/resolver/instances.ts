/** What an object has of which the notebook only tells what was called to get it. */

import { Members, type Has, type Owned } from './members';
import { successorOf } from './retired';
import type { World } from './world';

/** The class that `Model.__new__` makes of `Model(inputs, outputs)`: Keras 2.4 and later. */
const MADE = ['Functional'];

/** The classes that a model may be of which a function hands over. */
const HANDED = ['Functional', 'Sequential'];

/**
 * What the Functional of Keras 3 has, or its methods set, beyond Model: it is
 * under no public name, so the atlas has no record of it. From the survey of
 * all measured releases (atlas/data/callables).
 */
const OF_FUNCTIONAL: ReadonlySet<string> = new Set([
  'built',
  'compute_output_shape',
  'dtype',
  'input_shape',
  'inputs',
  'nnx_operations',
  'operations',
  'output_names',
  'output_shape',
  'outputs',
  'sparse'
]);

/** What of the notebook decides of which classes its models are. */
export interface Making {
  /** It switches to TensorFlow 1 behaviour, by which `Model(…)`, and layers, are of classes that the atlas has not. */
  readonly graph: boolean;
  /** It names graphs or sessions, within which models have private methods of TensorFlow 1. */
  readonly within: boolean;
}

export class Instances {
  constructor(
    private readonly world: World,
    private readonly making: Making
  ) {
    this.members = new Members(world);
  }

  /** Whether the class, or what calling it yields, has the attribute. */
  has(owned: Owned, name: string): Has {
    const successor = successorOf(name);
    if (successor !== null) {
      const isGone =
        !this.making.graph &&
        !this.making.within &&
        this.members.of(owned, successor) === 'yes';
      return isGone ? 'no' : 'unknown';
    }
    const has = this.members.of(owned, name);
    if (has !== 'no' || !owned.instance) {
      return has;
    }
    if (OF_FUNCTIONAL.has(name) && this.isModel(owned)) {
      return 'unknown';
    }
    const others = this.below(owned, owned.handed ? HANDED : MADE);
    const isElsewhere = others.some(
      other => this.members.of(other, name) !== 'no'
    );
    return isElsewhere || this.isDoubtful(owned, name) ? 'unknown' : 'no';
  }

  /** What is handed over may hold what its maker gave it: only names of some release's models are told. */
  private isDoubtful(owned: Owned, name: string): boolean {
    const part = this.world[owned.root];
    return (
      this.making.graph ||
      (owned.handed === true &&
        !(
          part.kind === 'known' &&
          ['Model', ...HANDED].some(each => part.table.everHas(each, name))
        ))
    );
  }

  private isModel({ number, root }: Owned): boolean {
    const part = this.world[root];
    return (
      part.kind === 'known' && part.table.called('Model', root).includes(number)
    );
  }

  private below(owned: Owned, names: readonly string[]): readonly Owned[] {
    const part = this.world[owned.root];
    return part.kind !== 'known'
      ? []
      : names
          .flatMap(name => part.table.called(name, owned.root))
          .map(number => ({ ...owned, number }))
          .filter(other => this.members.derives(other, owned.number));
  }

  private readonly members: Members;
}
