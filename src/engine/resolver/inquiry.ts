/** What an environment tells of the values in a condition. */

import type { Origin } from '../source/usage';
import type { Environment } from '../types';
import { majorOf } from '../versions';
import { asksForColab, isColab, shellOf } from './colab';
import { callValue, memberOf } from './functions';
import type { Holdings } from './holdings';
import { askInterpreter, lacksDistutils, ofInterpreter } from './interpreter';
import { booleanOf, NONE, textOf, type Known } from './known';
import { judgedVersion } from './judged';
import { releaseText } from './releases';
import { Session } from './session';
import type { Stars } from './stars';
import type { Value } from './verdict';
import type { Walker } from './walk';
import type { World } from './world';

export interface Evaluated {
  readonly world: World;
  readonly environment: Environment;
  readonly walker: Walker;
  readonly holdings: Holdings;
  readonly stars: Stars;
}

export class Inquiry {
  constructor(private readonly given: Evaluated) {}

  foreign(path: string): Known {
    return (
      ofInterpreter(path, this.given.environment) ?? { kind: 'foreign', path }
    );
  }

  /** What a name holds, where that is one thing. */
  held(origin: Origin, name: string): Known | null {
    if (origin.open) {
      return null;
    }
    const { holdings, stars } = this.given;
    const { values, blockedBy } = holdings.of(origin);
    const [value, ...others] = [...values, ...stars.of(origin, name)];
    return value && others.length === 0 && blockedBy === null
      ? this.ours(value)
      : null;
  }

  private ours(value: Value): Known | null {
    const { world, environment } = this.given;
    if (value.kind === 'unknown' || value.kind === 'any') {
      return null;
    }
    const text = releaseText(value.shown, world, environment);
    return text === null ? { kind: 'ours', value } : textOf(text);
  }

  member(of: Known, name: string): Known | null {
    if (of.kind !== 'ours') {
      return memberOf(of, name);
    }
    const { verdict, value } = this.given.walker.walk(of.value, [name], false);
    return verdict.status === 'found' && value ? this.ours(value) : null;
  }

  /** Whether it has the attribute; null where asking raises, or it is not known. */
  private has(of: Known, name: string): boolean | null {
    if (of.kind !== 'ours' || name.includes('.')) {
      return null;
    }
    const { verdict } = this.given.walker.walk(of.value, [name], false);
    return verdict.status === 'found'
      ? true
      : verdict.status === 'missing' && verdict.exception === 'AttributeError'
        ? false
        : null;
  }

  /** Whether `dir` lists the name; elsewhere than in `tensorflow` a module may answer to names that it does not list. */
  lists(of: Value, name: Known): boolean | null {
    const has =
      name.kind === 'text'
        ? this.has({ kind: 'ours', value: of }, name.text)
        : null;
    const isListed = of.kind === 'module' && of.path === 'tensorflow';
    return has === true && !isListed ? null : has;
  }

  asksForColab(part: Known, whole: Known): boolean {
    return asksForColab(part, whole);
  }

  /** Null where that is not known. */
  isColab(): boolean | null {
    return isColab(this.given.environment);
  }

  call(callee: Known | null, args: readonly (Known | null)[]): Known | null {
    const [first, name, other] = args;
    if (callee?.kind !== 'foreign') {
      return callee && callValue(callee, args);
    }
    const { world, environment } = this.given;
    if (callee.path === 'hasattr' || callee.path === 'getattr') {
      if (!first || name?.kind !== 'text') {
        return null;
      }
      const has = this.has(first, name.text);
      return callee.path === 'hasattr'
        ? has === null
          ? null
          : booleanOf(has)
        : has === null
          ? null
          : has
            ? this.member(first, name.text)
            : (other ?? null);
    }
    if (callee.path === 'dir') {
      return first?.kind === 'ours' ? { kind: 'names', of: first.value } : null;
    }
    if (
      callee.path === 'importlib.util.find_spec' &&
      first?.kind === 'text' &&
      first.text.includes('.')
    ) {
      // TensorFlow 1 has put modules without a spec into sys.modules, and asking for theirs raises.
      const isOld =
        first.text.startsWith('tensorflow.') &&
        majorOf(judgedVersion(environment, 'tensorflow') ?? '') !== 2;
      if (isOld) {
        return null;
      }
      const fact = new Session(world, environment).hasSpec(first.text);
      return fact.kind === 'yes'
        ? { kind: 'spec' }
        : fact.kind === 'no'
          ? NONE
          : null;
    }
    if (lacksDistutils(callee.path, environment)) {
      return null;
    }
    return (
      askInterpreter(callee.path, args, environment) ??
      shellOf(callee.path, args) ??
      callValue(callee, args)
    );
  }
}
