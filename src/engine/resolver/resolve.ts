/** Follows a notebook statement by statement, as the interpreter would in one environment. */

import type { Analysis, Origin, Span, Usage } from '../source/usage';
import type { Environment } from '../types';
import { Lookup, type Step } from './lookup';
import {
  agreed,
  outcomeOf,
  UNJUDGED,
  unknownOutcome,
  type Outcome
} from './outcome';
import { ModuleState } from './state';
import type { Value, Verdict } from './verdict';
import type { World } from './world';

/** Verdicts by usage id. */
export function resolve(
  analysis: Analysis,
  world: World,
  environment: Environment
): readonly Verdict[] {
  return new Follower(world, environment).follow(analysis.usages);
}

class Follower {
  constructor(world: World, environment: Environment) {
    this.lookup = new Lookup(world, environment, new ModuleState());
    this.environment = environment;
  }

  /** Function bodies are judged as if called after the last cell. */
  follow(usages: readonly Usage[]): readonly Verdict[] {
    this.usages = usages;
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
    if (!this.reached(usage)) {
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
    }
  }

  /**
   * An `except` clause runs only if its `try` raises, an `else` only if it does
   * not. Where all that the `try` asks of the packages works, the clause is
   * taken as not reached: what else may raise in it is not known.
   */
  private reached({ place }: Usage): boolean {
    const statuses = ({ from, to }: Span): readonly string[] =>
      this.usages
        .filter(
          other =>
            other.place.cell === place.cell &&
            other.place.statement.from >= from &&
            other.place.statement.from < to
        )
        .flatMap(other => this.outcomes.get(other.id)?.verdict.status ?? []);
    const works = (span: Span): boolean => {
      const seen = statuses(span).filter(status => status !== 'unjudged');
      return seen.length > 0 && seen.every(status => status === 'found');
    };
    const fails = (span: Span): boolean =>
      statuses(span).some(
        status => status === 'missing' || status === 'blocked'
      );
    return (
      !(place.rescues ?? []).some(works) && !(place.follows ?? []).some(fails)
    );
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
    return usage.kind === 'import' && !usage.aliased && step.kind === 'module'
      ? {
          verdict: outcome.verdict,
          value: first.kind === 'failure' ? null : first
        }
      : outcome;
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
      return starred === null ? UNJUDGED : this.walk(starred, path, certain);
    }
    const sources = this.sources(origin);
    if (sources.values.length === 0) {
      return sources.blockedBy === null || origin.open || starred !== null
        ? unknownOutcome(`where ${base.name} comes from is not certain`)
        : {
            verdict: { status: 'blocked', by: sources.blockedBy },
            value: null
          };
    }
    const outcomes = sources.values.map(value =>
      this.walk(value, path, certain)
    );
    return agreed(outcomes, base.name, origin.open || starred !== null);
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

  private walk(
    start: Value,
    names: readonly string[],
    certain: boolean
  ): Outcome {
    let step: Step = start;
    let segment = 0;
    let symbol = start.kind === 'unknown' ? '' : start.shown;
    while (step.kind === 'module' && segment < names.length) {
      const name = names[segment] ?? '';
      segment += 1;
      symbol = `${symbol}.${name}`;
      step = this.lookup.member(step, name, 'attribute', certain);
    }
    if (step.kind === 'object' && segment < names.length) {
      // What an object has is not followed; the names up to here are there.
      return { verdict: { status: 'found', module: null }, value: null };
    }
    return outcomeOf(step, { segment, symbol });
  }

  /**
   * The values a name may hold. An import that raises leaves the name as it
   * was; failing binders only block where none of the others works.
   */
  private sources(origin: Origin): {
    readonly values: readonly Value[];
    readonly blockedBy: number | null;
  } {
    const values: Value[] = [];
    let blockedBy: number | null = null;
    for (const id of origin.usages) {
      const outcome = this.outcomes.get(id);
      const usage = this.usages[id];
      if (outcome === undefined || outcome.verdict.status === 'unjudged') {
        values.push({ kind: 'unknown', why: 'it is bound later' });
      } else if (
        outcome.verdict.status === 'blocked' ||
        outcome.verdict.status === 'missing'
      ) {
        const before =
          usage?.kind === 'import' || usage?.kind === 'from'
            ? usage.previous
            : undefined;
        const kept = before === undefined ? null : this.sources(before);
        values.push(...(kept?.values ?? []));
        if (before?.open === true) {
          values.push({ kind: 'unknown', why: 'it was something else before' });
        }
        blockedBy =
          outcome.verdict.status === 'blocked' ? outcome.verdict.by : id;
      } else if (outcome.verdict.status !== 'unreached') {
        values.push(outcome.value ?? { kind: 'object', shown: '' });
      }
    }
    return { values, blockedBy };
  }

  private readonly lookup: Lookup;
  private readonly environment: Environment;
  private usages: readonly Usage[] = [];
  private readonly outcomes = new Map<number, Outcome>();
}
