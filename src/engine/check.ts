/** Cells + Environment + atlas in, Report out. */

import type { Atlas } from './atlas/atlas';
import { failing, findingsOf } from './findings';
import { remarksOf } from './remarks';
import { search } from './remedies/search';
import { resolve } from './resolver/resolve';
import type { Verdict } from './resolver/verdict';
import { Whereabouts } from './resolver/whereabouts';
import { worldOf } from './resolver/world';
import { RULES } from './rules';
import type { Context } from './rules/rule';
import { analyze } from './source/analyze';
import type { Analysis, Usage } from './source/usage';
import { Suppressions } from './suppression';
import { plain, type Say } from './text';
import type { Cell, Environment, EnvironmentFinding, Report } from './types';
import { Wishes, type Severities } from './wishes';

export interface CheckInput {
  /** Shown in the report: the path of the notebook. */
  readonly notebook: string;
  readonly cells: readonly Cell[];
  readonly environment: Environment;
  readonly atlas: Atlas;
  /** How messages are said; English by default. */
  readonly say?: Say;
  /** How grave findings of a rule are to be, or that there be none. */
  readonly severities?: Severities;
  /** False leaves the search for remedies out, and with it the list of releases: it takes most of the time. */
  readonly remedies?: boolean;
}

export function check(input: CheckInput): Report {
  const { notebook, cells, atlas, say = plain, severities = {} } = input;
  const analysis = analyze(cells);
  const environment = withOwnVariables(input.environment, analysis.usages);
  const world = worldOf(environment, atlas);
  const verdicts = resolve(analysis, world, environment);
  const judged = { cells, usages: analysis.usages, verdicts };
  const judge = (other: Environment): readonly Verdict[] => {
    const seen = withOwnVariables(other, analysis.usages);
    return resolve(analysis, worldOf(seen, atlas), seen);
  };
  const context: Context = {
    environment,
    world,
    atlas,
    whereabouts: new Whereabouts(atlas, environment, world),
    say
  };
  const suppressions = new Suppressions(cells);
  const wishes = new Wishes(suppressions, severities);
  const findings = [
    ...findingsOf(judged, context),
    ...remarksOf(judged, context, suppressions)
  ].sort((a, b) => a.cell - b.cell || a.line - b.line || a.column - b.column);
  const silenced = wishes.silenced(judged, findings);
  const failingIn = (each: Environment): readonly number[] =>
    failing({ ...judged, verdicts: judge(each) }, silenced);
  const { remedies, releases } =
    input.remedies === false
      ? { remedies: [], releases: [] }
      : search({ environment: input.environment, atlas, failingIn, say });
  const unknown = unknownOf(analysis, verdicts);
  return {
    notebook,
    environment: input.environment,
    findings: wishes.told(findings),
    environmentFindings: wishes.toldOfEnvironment(
      environmentFindingsOf(context)
    ),
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
  context: Context
): readonly EnvironmentFinding[] {
  return RULES.flatMap(rule =>
    rule.about === 'environment'
      ? rule.check(context).map(message => ({
          rule: rule.id,
          severity: rule.severity,
          message
        }))
      : []
  );
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

/**
 * Variables that the notebook sets to a literal before it imports TensorFlow
 * count as set, unless the process has loaded TensorFlow already.
 */
function withOwnVariables(
  environment: Environment,
  usages: readonly Usage[]
): Environment {
  if (environment.loaded['tensorflow'] !== undefined) {
    return environment;
  }
  const variables: Record<string, string> = { ...environment.variables };
  for (const usage of usages) {
    if (usage.kind === 'import' || usage.kind === 'from') {
      if (usage.path[0]?.name === 'tensorflow') {
        break;
      }
    } else if (usage.kind === 'variable' && usage.value !== null) {
      variables[usage.name] = usage.value;
    }
  }
  return { ...environment, variables };
}
