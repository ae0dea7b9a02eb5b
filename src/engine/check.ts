/** Cells + Environment + atlas in, Report out. */

import type { Atlas } from './atlas/atlas';
import { byPlace, failing, findingsOf, notesOf } from './findings';
import { search } from './remedies/search';
import { resolve } from './resolver/resolve';
import { seenBy } from './resolver/variables';
import type { Verdict } from './resolver/verdict';
import { Whereabouts } from './resolver/whereabouts';
import { RULES } from './rules';
import type { Context, Notebook } from './rules/rule';
import { analyze } from './source/analyze';
import type { Analysis } from './source/usage';
import { plain, type Say } from './text';
import type { Cell, Environment, EnvironmentFinding, Report } from './types';

export interface CheckInput {
  /** Shown in the report: the path of the notebook. */
  readonly notebook: string;
  readonly cells: readonly Cell[];
  readonly environment: Environment;
  readonly atlas: Atlas;
  /** How messages are said; English by default. */
  readonly say?: Say;
}

export function check(input: CheckInput): Report {
  const { notebook, cells, atlas, say = plain } = input;
  const analysis = analyze(cells);
  const { environment, world } = seenBy(
    analysis.usages,
    input.environment,
    atlas
  );
  const verdicts = resolve(analysis, world, environment);
  const judged = { cells, usages: analysis.usages, verdicts };
  const judge = (other: Environment): readonly Verdict[] => {
    const seen = seenBy(analysis.usages, other, atlas);
    return resolve(analysis, seen.world, seen.environment);
  };
  const context: Context = {
    environment,
    kernel: input.environment,
    world,
    atlas,
    whereabouts: new Whereabouts(atlas, environment, world),
    say
  };
  const { remedies, releases } = search({
    environment: input.environment,
    atlas,
    failingIn: each => failing({ ...judged, verdicts: judge(each) }),
    say
  });
  const unknown = unknownOf(analysis, verdicts);
  const whole: Notebook = { ...analysis, verdicts };
  return {
    notebook,
    environment: input.environment,
    findings: [
      ...findingsOf(judged, context),
      ...notesOf(cells, whole, context)
    ].sort(byPlace),
    environmentFindings: environmentFindingsOf(whole, context),
    checked: verdicts.filter(
      verdict => verdict.status !== 'unjudged' && verdict.status !== 'unknown'
    ).length,
    unknown: unknown.length,
    unknownBecause: [...new Set(unknown)],
    remedies,
    releases
  };
}

function environmentFindingsOf(
  notebook: Notebook,
  context: Context
): readonly EnvironmentFinding[] {
  return RULES.flatMap(rule => {
    const facts =
      rule.about === 'environment'
        ? rule.check(context)
        : rule.about === 'surroundings'
          ? (rule.facts?.(notebook, context) ?? [])
          : [];
    return facts.map(fact => ({
      rule: rule.id,
      ...(typeof fact === 'string'
        ? { severity: rule.severity, message: fact }
        : fact)
    }));
  });
}

/** Why each unjudged usage could not be judged. */
function unknownOf(
  analysis: Analysis,
  verdicts: readonly Verdict[]
): readonly string[] {
  return analysis.usages.flatMap(usage => {
    const verdict = verdicts[usage.id];
    return verdict?.status === 'unknown' ? [verdict.why] : [];
  });
}
