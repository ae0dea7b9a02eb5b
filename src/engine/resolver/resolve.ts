/** Follows a notebook statement by statement, as the interpreter would in one environment. */

import type { Analysis, Usage } from '../source/usage';
import type { Environment } from '../types';
import { Calls } from './calls';
import { settled } from './conditions';
import { courseOf, type Course } from './course';
import { Evaluation } from './evaluation';
import { Foresight } from './foresight';
import { Holdings } from './holdings';
import { Imports } from './imports';
import { Instances } from './instances';
import { Lookup } from './lookup';
import { memoryOf, type Memory } from './memory';
import {
  agreed,
  ANYTHING,
  identityOf,
  UNJUDGED,
  unknownOutcome,
  type Outcome
} from './outcome';
import { isReached } from './reached';
import { Repeats, type Answer } from './repeats';
import { Stars } from './stars';
import { ModuleState } from './state';
import type { Value, Verdict } from './verdict';
import { Walker } from './walk';
import type { World } from './world';
import { told } from '../text';

/** Verdicts by usage id. */
export function resolve(
  analysis: Analysis,
  world: World,
  environment: Environment
): readonly Verdict[] {
  return new Follower(world, environment, analysis).follow();
}

const UNREACHED: Outcome = {
  verdict: { status: 'unreached' },
  value: null
};

/** A notebook that is written with no names. */
const NOTHING: ReadonlySet<string> = new Set();

/** `getattr` with a default does not raise for want of its last name. */
function withDefault(
  { asked, path }: Usage & { kind: 'attribute' },
  outcome: Outcome
): Outcome {
  const { verdict } = outcome;
  return asked === 'optional' &&
    verdict.status === 'missing' &&
    verdict.segment === path.length &&
    verdict.exception === 'AttributeError'
    ? UNJUDGED
    : outcome;
}

class Follower {
  constructor(
    private readonly world: World,
    private readonly environment: Environment,
    analysis: Analysis
  ) {
    const usages = [...analysis.usages];
    this.usages = usages;
    this.course = courseOf(analysis.usages);
    const { graph, within } = this.course;
    this.memory = memoryOf(world, this.course);
    const state = new ModuleState(this.memory);
    this.lookup = new Lookup(world, environment, state);
    const instances = new Instances(world, { graph, within });
    this.walker = new Walker(this.lookup, instances, this.memory);
    this.imports = new Imports(this.lookup, this.walker, environment);
    this.calls = new Calls(world, graph);
    this.holdings = new Holdings(usages, this.outcomes);
    this.repeats = new Repeats({
      memory: this.memory,
      state,
      outcomes: this.outcomes
    });
    this.stars = new Stars(this.walker, this.outcomes, usages);
    this.foresight = new Foresight(usages, {
      outcomes: this.outcomes,
      walker: this.walker,
      calls: this.calls
    });
  }

  follow(): readonly Verdict[] {
    const { world, environment, walker, holdings, stars, usages } = this;
    const given = { world, environment, walker, holdings, stars };
    const { order, bases, shapes } = this.course;
    const evaluation = new Evaluation(given, bases);
    for (const usage of order) {
      const shape = shapes[usage.id] ?? null;
      if (shape !== null) {
        const answer = this.repeats.judged(usage, shape, () =>
          this.alone(usage)
        );
        this.outcomes.set(usage.id, answer);
        continue;
      }
      const taken = settled(usage, evaluation);
      this.usages[usage.id] = taken ?? usage;
      this.outcomes.set(usage.id, taken ? this.judge(taken) : UNREACHED);
    }
    return usages.map(
      usage => this.outcomes.get(usage.id)?.verdict ?? UNJUDGED.verdict
    );
  }

  /** The answer, and whether nothing of the notebook decides it but what the names of the usage hold. */
  private alone(usage: Usage): Answer {
    return {
      outcome: this.ask(usage),
      settled:
        usage.kind !== 'call' ||
        this.holdings
          .of(usage.origin)
          .values.every(
            value => this.calls.refused(value, usage, NOTHING) === null
          )
    };
  }

  private judge(usage: Usage): Outcome {
    return isReached(usage, this.usages, this.outcomes)
      ? this.ask(usage)
      : UNREACHED;
  }

  private ask(usage: Usage): Outcome {
    switch (usage.kind) {
      case 'variable':
        return UNJUDGED;
      case 'import':
      case 'from':
        return this.imports.judge(usage);
      case 'attribute':
        return withDefault(usage, this.judgeAttribute(usage));
      case 'call':
      case 'keyword':
        return this.judgeCall(usage);
    }
  }

  private judgeAttribute(usage: Usage & { kind: 'attribute' }): Outcome {
    const { origin, base } = usage;
    const certain = !usage.place.conditional && !usage.place.deferred;
    const path = usage.path.map(segment => segment.name);
    const starred = this.stars.of(origin, base.name);
    if (origin.usages.length === 0) {
      // Nothing but a star import may have bound the name: silent where it did not.
      return starred.length === 0
        ? UNJUDGED
        : this.walker.walk(starred[0], path, certain);
    }
    const sources = this.holdings.of(origin);
    if (sources.values.length === 0) {
      return sources.blockedBy === null || origin.open || starred.length > 0
        ? unknownOutcome(told('where %1 comes from is not certain', base.name))
        : {
            verdict: { status: 'blocked', by: sources.blockedBy },
            value: null
          };
    }
    const outcomes = [...sources.values, ...starred].map(value =>
      this.walker.walk(value, path, certain)
    );
    return agreed(outcomes, base.name, origin.open);
  }

  /**
   * A call, or one keyword of a call. What is called is judged by its own
   * usage: where that fails, the call adds nothing to it.
   */
  private judgeCall(usage: Usage & { kind: 'call' | 'keyword' }): Outcome {
    if (usage.kind === 'call' && usage.defined !== undefined) {
      const value = this.foresight.of(usage.origin);
      return value === null ? ANYTHING : { ...UNJUDGED, value };
    }
    const { values } = this.holdings.of(usage.origin);
    if (usage.origin.open || values.length === 0) {
      return ANYTHING;
    }
    const outcomes = values.map(value =>
      usage.kind === 'call'
        ? (this.calls.refused(value, usage, this.course.mentioned) ??
          this.calls.call(value, usage))
        : this.keywordOf(value, usage.keyword.name)
    );
    return agreed(outcomes, usage.callee.name, false);
  }

  private keywordOf(value: Value, name: string): Outcome {
    const key = `${identityOf(value)} ${name}=`;
    return (
      this.memory.recall(key) ??
      this.memory.keep(key, this.calls.keyword(value, name))
    );
  }

  private readonly memory: Memory;
  private readonly lookup: Lookup;
  private readonly walker: Walker;
  private readonly imports: Imports;
  private readonly calls: Calls;
  /** Each as this environment takes it, once it was judged. */
  private readonly usages: Usage[];
  private readonly course: Course;
  private readonly outcomes = new Map<number, Outcome>();
  private readonly holdings: Holdings;
  private readonly repeats: Repeats;
  private readonly stars: Stars;
  private readonly foresight: Foresight;
}
