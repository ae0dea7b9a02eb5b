/** Facts about identity and loading, as the resolver has them, against the interpreter's answers. */

import { typeOf } from '../../../src/engine/resolver/exceptions';
import { Session, type Fact } from '../../../src/engine/resolver/session';
import type { Step } from '../../../src/engine/resolver/step';
import { worldOf } from '../../../src/engine/resolver/world';
import { shippedAtlas } from '../atlas';
import { environmentOf, truth } from './truth';

/** Modules of the standard library, which are there in every process. */
const STANDARD = ['sys', 'importlib.util'];

function toldBy(step: Step | Fact): string {
  switch (step.kind) {
    case 'failure':
      return step.exception;
    case 'unknown':
      return 'unknown';
    case 'no':
      return 'AssertionError';
    default:
      return 'runs';
  }
}

/** Runs the statements of one line in a session: `import M`, `import M as x`, `x.a.b`, `assert …`. */
class Run {
  constructor(id: string) {
    const environment = environmentOf(id);
    const world = worldOf(environment, shippedAtlas());
    this.session = new Session(world, environment);
  }

  /** `runs`, the type of the first exception, or `unknown`. */
  of(code: string): string {
    for (const statement of code.split('; ')) {
      const told = this.step(statement);
      if (told !== 'runs') {
        return told;
      }
    }
    return 'runs';
  }

  private step(statement: string): string {
    const imported = /^import ([\w.]+)(?: as (\w+))?$/.exec(statement);
    if (imported !== null) {
      const [, module = '', name = module] = imported;
      this.modules.set(name, module);
      return STANDARD.includes(module)
        ? 'runs'
        : toldBy(this.session.import(module));
    }
    return statement.startsWith('assert ')
      ? toldBy(this.fact(statement.slice('assert '.length)))
      : toldBy(this.session.touch(this.path(statement)));
  }

  private fact(asked: string): Fact {
    const same = /^([\w.]+) is ([\w.]+)$/.exec(asked);
    const loaded = /^u?'([\w.]+)' in sys\.modules$/.exec(asked);
    const spec = /^u\.find_spec\('([\w.]+)'\)$/.exec(asked);
    if (same !== null) {
      return this.session.isSame(this.path(same[1]), this.path(same[2]));
    }
    if (loaded !== null) {
      return this.session.isLoaded(loaded[1]);
    }
    if (spec !== null) {
      return this.session.hasSpec(spec[1]);
    }
    throw new Error(`cannot read ${asked}`);
  }

  /** The chain with the module that its first name stands for. */
  private path(chain: string): string {
    const [first = '', ...names] = chain.split('.');
    return [this.modules.get(first) ?? first, ...names].join('.');
  }

  private readonly session: Session;
  private readonly modules = new Map<string, string>();
}

const facts = truth.statements.filter(({ kind }) => kind === 'fact');

test('there are six of them', () => {
  expect(facts).toHaveLength(6);
});

describe.each(Object.keys(truth.environments))('%s', id => {
  test.each(facts.map(statement => [statement.code, statement] as const))(
    '%s',
    (code, statement) => {
      const told = statement.truth[id];
      expect(new Run(id).of(code)).toBe(told === true ? 'runs' : typeOf(told));
    }
  );
});
