/** Follows a notebook statement by statement, as the interpreter would in one environment. */

import { mentionedIn } from '../source/mentions';
import type { Analysis, Origin, Usage } from '../source/usage';
import type { Environment } from '../types';
import { compareVersions } from '../versions';
import { Calls } from './calls';
import { Foresight } from './foresight';
import { switchesToGraphs } from './graphs';
import { Holdings } from './holdings';
import { Instances } from './instances';
import { Lookup } from './lookup';
import { fail, type Step } from './step';
import {
  agreed,
  ANYTHING,
  outcomeOf,
  UNJUDGED,
  unknownOutcome,
  type Outcome
} from './outcome';
import { isReached } from './reached';
import { ModuleState } from './state';
import type { Value, Verdict } from './verdict';
import { Walker } from './walk';
import type { World } from './world';

/** Verdicts by usage id. */
export function resolve(
  analysis: Analysis,
  world: World,
  environment: Environment
): readonly Verdict[] {
  return new Follower(world, environment, analysis.usages).follow();
}

class Follower {
  constructor(
    world: World,
    private readonly environment: Environment,
    private readonly usages: readonly Usage[]
  ) {
    const graph = usages.some(switchesToGraphs);
    this.lookup = new Lookup(world, environment, new ModuleState());
    this.walker = new Walker(this.lookup, new Instances(world, graph));
    this.calls = new Calls(world, graph);
    this.holdings = new Holdings(usages, this.outcomes);
    this.mentioned = mentionedIn(usages);
    this.foresight = new Foresight(usages, {
      outcomes: this.outcomes,
      walker: this.walker,
      calls: this.calls
    });
  }

  /** Function bodies are judged as if called after the last cell. */
  follow(): readonly Verdict[] {
    const { usages } = this;
    const later = usages.filter(usage => usage.place.deferred);
    const now = usages.filter(usage => !usage.place.deferred);
    for (const usage of [...now, ...later]) {
      this.outcomes.set(usage.id, this.judge(usage));
    }
    return usages.map(
      usage => this.outcomes.get(usage.id)?.verdict ?? UNJUDGED.verdict
    );
  }

  private judge(usage: Usage): Outcome {
    if (!isReached(usage, this.usages, this.outcomes)) {
      return { verdict: { status: 'unreached' }, value: null };
    }
    switch (usage.kind) {
      case 'variable':
        return UNJUDGED;
      case 'import':
      case 'from':
        return this.judgeImport(usage);
      case 'attribute':
        return this.judgeAttribute(usage);
      case 'call':
      case 'keyword':
        return this.judgeCall(usage);
    }
  }

  private judgeImport(usage: Usage & { kind: 'import' | 'from' }): Outcome {
    const certain = !usage.place.conditional && !usage.place.deferred;
    const names = usage.path.map(segment => segment.name);
    const [root = ''] = names;
    if (usage.variable !== null || root === 'tf') {
      return this.judgeAliasImport(root);
    }
    let step: Step = this.lookup.importRoot(root);
    let shown = root;
    let segment = 0;
    const first = step;
    while (step.kind === 'module' && segment + 1 < names.length) {
      segment += 1;
      shown = `${shown}.${names[segment]}`;
      step = this.lookup.importModule(shown, certain);
    }
    if (
      step.kind === 'module' &&
      usage.kind === 'from' &&
      usage.name !== null
    ) {
      segment += 1;
      shown = `${shown}.${usage.name.name}`;
      step = this.lookup.member(step, usage.name.name, 'from', certain);
    }
    const outcome = outcomeOf(step, { segment, symbol: shown });
    if (usage.kind === 'from' || step.kind !== 'module') {
      return outcome;
    }
    if (!usage.aliased) {
      return {
        verdict: outcome.verdict,
        value: first.kind === 'failure' ? null : first
      };
    }
    const lost = this.lookup.lostName(names);
    return lost < 0
      ? { ...outcome, instead: this.attribute(first, names.slice(1), step) }
      : outcomeOf(fail('symbol', this.importFrom), {
          segment: lost,
          symbol: names.slice(0, lost + 1).join('.')
        });
  }

  /**
   * `import a.b as x` binds the attribute `b` of `a`: the module that was
   * imported, unless the package put another in its place after loading it.
   */
  private attribute(
    root: Step,
    names: readonly string[],
    imported: Value & { kind: 'module' }
  ): Value | null {
    const value =
      root.kind === 'module'
        ? this.walker.walk(root, names, false).value
        : null;
    return value?.kind === 'module' && value.path !== imported.path
      ? value
      : null;
  }

  /** What a name raises that `import … as` misses: CPython 3.6 looks at the attribute, later ones import from the package. */
  private get importFrom(): string {
    const { version } = this.environment.python;
    return compareVersions(version, '3.7') < 0
      ? 'AttributeError'
      : 'ImportError';
  }

  /** `from tf.keras …`: Python looks for a module called `tf`. */
  private judgeAliasImport(root: string): Outcome {
    const real =
      this.environment.installed[root] != null ||
      this.environment.shadowing?.some(shadow => shadow.module === root);
    return real
      ? unknownOutcome(`there is a package or file called ${root} here`)
      : {
          verdict: {
            status: 'missing',
            reason: 'alias',
            segment: 0,
            symbol: root,
            exception: 'ModuleNotFoundError',
            detail: null
          },
          value: null
        };
  }

  private judgeAttribute(usage: Usage & { kind: 'attribute' }): Outcome {
    const { origin, base } = usage;
    const certain = !usage.place.conditional && !usage.place.deferred;
    const path = usage.path.map(segment => segment.name);
    const starred = this.starred(origin, base.name);
    if (origin.usages.length === 0) {
      // Nothing but a star import may have bound the name: silent where it did not.
      return starred === null
        ? UNJUDGED
        : this.walker.walk(starred, path, certain);
    }
    const sources = this.holdings.of(origin);
    if (sources.values.length === 0) {
      return sources.blockedBy === null || origin.open || starred !== null
        ? unknownOutcome(`where ${base.name} comes from is not certain`)
        : {
            verdict: { status: 'blocked', by: sources.blockedBy },
            value: null
          };
    }
    const outcomes = sources.values.map(value =>
      this.walker.walk(value, path, certain)
    );
    return agreed(outcomes, base.name, origin.open || starred !== null);
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
        ? (this.calls.refused(value, usage, this.mentioned) ??
          this.calls.call(value, usage))
        : this.calls.keyword(value, usage.keyword.name)
    );
    return agreed(outcomes, usage.callee.name, false);
  }

  /** What a star import after all other binders gives the name; null where none does. */
  private starred(origin: Origin, name: string): Value | null {
    for (const id of origin.stars ?? []) {
      const value = this.outcomes.get(id)?.value;
      if (value?.kind === 'unknown') {
        return value;
      }
      if (value?.kind === 'module') {
        const step = this.lookup.member(value, name, 'attribute', false);
        if (step.kind !== 'failure') {
          return step;
        }
      }
    }
    return null;
  }

  private readonly lookup: Lookup;
  private readonly walker: Walker;
  private readonly calls: Calls;
  private readonly mentioned: ReadonlySet<string>;
  private readonly outcomes = new Map<number, Outcome>();
  private readonly holdings: Holdings;
  private readonly foresight: Foresight;
}
