/** Follows a notebook statement by statement, as the interpreter would in one environment. */

import type { Analysis, Origin, Usage } from '../source/usage';
import type { Environment } from '../types';
import { Lookup, type Step } from './lookup';
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

interface Outcome {
  readonly verdict: Verdict;
  readonly value: Value | null;
}

const UNJUDGED: Outcome = { verdict: { status: 'unjudged' }, value: null };

class Follower {
  constructor(world: World, environment: Environment) {
    this.lookup = new Lookup(world, environment, new ModuleState());
    this.environment = environment;
  }

  /** Function bodies are judged as if called after the last cell. */
  follow(usages: readonly Usage[]): readonly Verdict[] {
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
    const sources = this.sources(usage.origin);
    if (sources.values.length === 0) {
      return sources.blockedBy === null || usage.origin.open
        ? unknownOutcome(`where ${usage.base.name} comes from is not certain`)
        : {
            verdict: { status: 'blocked', by: sources.blockedBy },
            value: null
          };
    }
    const certain = !usage.place.conditional && !usage.place.deferred;
    const outcomes = sources.values.map(value =>
      this.walk(
        value,
        usage.path.map(segment => segment.name),
        certain
      )
    );
    const found = outcomes.find(each => each.verdict.status === 'found');
    const [first] = outcomes;
    const doubtful =
      usage.origin.open ||
      outcomes.some(each => each.verdict.status !== first.verdict.status);
    if (first.verdict.status === 'missing' && !doubtful) {
      return first;
    }
    if (found !== undefined && !doubtful) {
      return outcomes.length === 1
        ? found
        : { ...found, value: same(outcomes) ? found.value : ambiguous };
    }
    return first.verdict.status === 'unknown'
      ? first
      : unknownOutcome(`${usage.base.name} may be one of several things here`);
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

  /** The values a name may hold; failing binders only block where none of the others works. */
  private sources(origin: Origin): {
    values: readonly Value[];
    blockedBy: number | null;
  } {
    const values: Value[] = [];
    let blockedBy: number | null = null;
    for (const id of origin.usages) {
      const outcome = this.outcomes.get(id);
      if (outcome === undefined || outcome.verdict.status === 'unjudged') {
        values.push({ kind: 'unknown', why: 'it is bound later' });
      } else if (outcome.verdict.status === 'blocked') {
        blockedBy = outcome.verdict.by;
      } else if (outcome.verdict.status === 'missing') {
        blockedBy = id;
      } else {
        values.push(outcome.value ?? { kind: 'object', shown: '' });
      }
    }
    return { values, blockedBy };
  }

  private readonly lookup: Lookup;
  private readonly environment: Environment;
  private readonly outcomes = new Map<number, Outcome>();
}

const ambiguous: Value = {
  kind: 'unknown',
  why: 'it may be one of several things'
};

function same(outcomes: readonly Outcome[]): boolean {
  const path = (value: Value | null): string | null =>
    value?.kind === 'module' ? value.path : null;
  return outcomes.every(each => path(each.value) === path(outcomes[0].value));
}

function unknownOutcome(why: string): Outcome {
  return {
    verdict: { status: 'unknown', why },
    value: { kind: 'unknown', why }
  };
}

function outcomeOf(
  step: Step,
  at: { segment: number; symbol: string }
): Outcome {
  switch (step.kind) {
    case 'failure':
      return {
        verdict: {
          status: 'missing',
          reason: step.reason,
          segment: at.segment,
          symbol: at.symbol,
          exception: step.exception,
          detail: step.detail
        },
        value: null
      };
    case 'unknown':
      return unknownOutcome(step.why);
    case 'module':
      return { verdict: { status: 'found', module: step.path }, value: step };
    case 'object':
      return { verdict: { status: 'found', module: null }, value: step };
  }
}
