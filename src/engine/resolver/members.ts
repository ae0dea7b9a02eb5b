/** What classes and their instances have, through their bases. */

import type { Keywords } from '../atlas/keywords';
import type { Thing } from '../atlas/objects';
import {
  OF_EVERY_CLASS,
  OF_EVERY_OBJECT,
  SET_BY_OTHERS,
  UNTIL_BUILT
} from './attributes';
import type { Root } from './judged';
import type { World } from './world';

/** A class or callable of the atlas, and the package through which it was reached. */
export interface Owned {
  readonly number: number;
  readonly root: Root;
  /** The value is an instance of the class, and not the class itself. */
  readonly instance: boolean;
  /**
   * It was made elsewhere: an instance of the class or of one below it, which
   * may hold what no release gives it.
   */
  readonly handed?: boolean;
}

export type Has = 'yes' | 'no' | 'unknown';

/** The number of no object. */
const NOWHERE = -1;

const ROOTS: readonly Root[] = ['tensorflow', 'keras', 'tf_keras'];

export class Members {
  constructor(private readonly world: World) {}

  /** The object as this environment has it; null where it was not looked at. */
  thing({ number, root }: Owned): Thing | null {
    for (const each of [root, ...ROOTS]) {
      const part = this.world[each];
      const thing =
        part.kind === 'known' ? part.table.thing(number, each) : null;
      if (thing !== null) {
        return thing;
      }
    }
    return null;
  }

  /** Whether the value itself has the attribute. */
  of(owned: Owned, name: string): Has {
    return owned.instance
      ? this.ofInstance(owned, name)
      : this.ofClass(owned, name);
  }

  /** Whether the class itself has the attribute. */
  ofClass(owned: Owned, name: string): Has {
    if (OF_EVERY_CLASS.has(name)) {
      return 'yes';
    }
    if (name === '_TF_MODULE_IGNORED_PROPERTIES') {
      // What tf.Module asks its subclasses for: in all measured releases that have the class.
      return this.inherited(owned, 'with_name_scope') === 'yes'
        ? 'yes'
        : 'unknown';
    }
    return name.startsWith('_') ? 'unknown' : this.inherited(owned, name);
  }

  /** Whether every instance has the attribute, whatever has run. */
  ofInstance(owned: Owned, name: string): Has {
    if (OF_EVERY_OBJECT.has(name)) {
      return 'yes';
    }
    const has = name.startsWith('_') ? 'unknown' : this.inherited(owned, name);
    if (has !== 'no') {
      return UNTIL_BUILT.has(name) ? 'unknown' : has;
    }
    if (this.some(owned, thing => thing.open) !== 'no') {
      return 'unknown';
    }
    const held = this.some(owned, thing => thing.holds.has(name));
    if (held === 'yes' && this.thing(owned)?.lacks.has(name) === false) {
      return 'yes';
    }
    const isSet = this.some(
      owned,
      thing => thing.sets.has(name) || thing.holds.has(name)
    );
    return isSet === 'no' && !SET_BY_OTHERS.has(name) ? 'no' : 'unknown';
  }

  /** Whether the class has another one among its bases, however far. */
  derives(owned: Owned, from: number): boolean {
    const thing = this.thing(owned);
    return (
      thing !== null &&
      basesOf(owned, thing).some(
        base => base.number === from || this.derives(base, from)
      )
    );
  }

  /** What a method does with keywords; null where that is not known. */
  method(owned: Owned, name: string): Keywords | null {
    const thing = this.thing(owned);
    if (thing === null) {
      return null;
    }
    const own = thing.methods.get(name);
    if (own !== undefined) {
      return own;
    }
    if (thing.members.has(name)) {
      return null;
    }
    for (const base of basesOf(owned, thing)) {
      if (this.inherited(base, name) !== 'no') {
        return this.method(base, name);
      }
    }
    return null;
  }

  private inherited(owned: Owned, name: string): Has {
    const thing = this.thing(owned);
    if (thing === null) {
      return 'unknown';
    }
    if (thing.members.has(name)) {
      return 'yes';
    }
    const has = thing.lacks.has(name)
      ? 'no'
      : anyOf(basesOf(owned, thing).map(base => this.inherited(base, name)));
    const doubted = thing.doubtful.has(name) || thing.doubtful.has('*');
    return has === 'no' && doubted ? 'unknown' : has;
  }

  /** Whether the class or one of its bases is such; unknown where one was not looked at. */
  private some(owned: Owned, is: (thing: Thing) => boolean): Has {
    const thing = this.thing(owned);
    if (thing === null) {
      return 'unknown';
    }
    if (is(thing)) {
      return 'yes';
    }
    return anyOf(basesOf(owned, thing).map(base => this.some(base, is)));
  }
}

/**
 * The bases of a class. Keras 2.3 has classes whose base is TensorFlow's class
 * of the same name, and the two share a number: `keras.metrics.MeanIoU`.
 */
function basesOf(owned: Owned, { bases }: Thing): readonly Owned[] {
  return bases.map(number =>
    number !== owned.number
      ? { ...owned, number }
      : owned.root === 'tensorflow'
        ? { ...owned, number: NOWHERE }
        : { ...owned, root: 'tensorflow' }
  );
}

/** What several bases say together. */
function anyOf(answers: readonly Has[]): Has {
  return answers.includes('yes')
    ? 'yes'
    : answers.includes('unknown')
      ? 'unknown'
      : 'no';
}
