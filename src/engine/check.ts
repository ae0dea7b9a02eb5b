/** Cells + Environment + atlas in, Report out. */

import { accountOf } from './account';
import type { Atlas } from './atlas/atlas';
import {
  byPlace,
  failing,
  findingsOf,
  placesOf,
  type Judged
} from './findings';
import { Contradicted, type Ran } from './ran';
import { notesOf, remarksOf } from './remarks';
import { ownInstalls } from './remedies/own-installs';
import type { Refused } from './remedies/refused';
import { search } from './remedies/search';
import { faultsOf } from './resolver/faults';
import { resolve } from './resolver/resolve';
import { seenBy, type Seen } from './resolver/variables';
import type { Verdict } from './resolver/verdict';
import { Whereabouts } from './resolver/whereabouts';
import { rewritable, rewritingOf } from './rewriting';
import { RULES } from './rules';
import type { Context, Reading } from './rules/rule';
import { analyze } from './source/analyze';
import { isOffered } from './source/offered';
import { ROOTS, type Analysis } from './source/usage';
import { Suppressions } from './suppression';
import { plain, type Say } from './text';
import type { Rewriting } from './offers';
import type { Cell, Environment, EnvironmentFinding, Report } from './types';
import type { Saved } from './written/evidence';
import { writtenFor } from './written/written';
import { unprovenOf } from './unproven';
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
  /** Requirements of installs that this kernel's installer has turned down; they are not offered again. */
  readonly refused?: Refused;
  /** What the notebook's file keeps of where it ran: outputs and the Python. */
  readonly saved?: Saved;
  /** What was seen to run in this environment; none of it is said to fail. */
  readonly ran?: Ran;
}

export function check(input: CheckInput): Report {
  const { notebook, cells, atlas, say = plain, severities = {} } = input;
  const analysis = analyze(cells.map(cell => asRead(cell, input.environment)));
  const { usages } = analysis;
  const judge = ({ world, environment }: Seen): readonly Verdict[] =>
    resolve(analysis, world, environment);
  const contextIn = (kernel: Environment): Context => {
    const seen = seenBy(usages, kernel, atlas);
    const whereabouts = new Whereabouts(atlas, seen.environment, seen.world);
    return { ...seen, kernel, atlas, whereabouts, say };
  };
  const context = contextIn(input.environment);
  const expected = { cells, usages, verdicts: judge(context) };
  const { ran = { cells: [], known: [] } } = input;
  const contradicted = new Contradicted(expected, ran);
  const verdicts = contradicted.corrected(expected.verdicts, say);
  const judged = { cells, usages, verdicts };
  const whole: Reading = { ...analysis, verdicts };
  const suppressions = new Suppressions(cells);
  const wishes = new Wishes(suppressions, severities);
  const findings = [
    ...findingsOf(judged, context),
    ...remarksOf(judged, context, suppressions),
    ...notesOf(cells, whole, context)
  ].sort(byPlace);
  const silenced = wishes.silenced(judged, findings);
  const judgedAs = (each: Environment): readonly Verdict[] => {
    const there = judge(seenBy(usages, each, atlas));
    // What ran here says nothing of other releases, and the same of these after a restart.
    return holdsTheSame(each, input.environment)
      ? contradicted.corrected(there, say)
      : there;
  };
  const judgements = new Map<Environment, Judged>();
  const judgedIn = (each: Environment): Judged => {
    const there = judgements.get(each) ?? {
      ...judged,
      verdicts: judgedAs(each)
    };
    judgements.set(each, there);
    return there;
  };
  const failingIn = (each: Environment): readonly number[] =>
    failing(judgedIn(each), silenced);
  // Here, what ran is neither failing nor in doubt.
  const settledIn = (each: Environment): ReadonlySet<number> =>
    holdsTheSame(each, input.environment)
      ? contradicted.and(silenced)
      : silenced;
  const rewritableIn = (each: Environment): Rewriting => {
    return rewritable(judgedIn(each), contextIn(each), silenced);
  };
  const unknown = unknownOf(analysis, verdicts).filter(
    ({ id }) => !contradicted.has(id)
  );
  const written =
    input.remedies === false ||
    verdicts.every(({ status }) => status === 'unjudged')
      ? null
      : writtenFor({
          cells,
          pins: analysis.pins,
          saved: input.saved ?? { language: null, outputs: [] },
          atlas,
          say,
          failingIn
        });
  const { remedies, elsewhere, releases } =
    input.remedies === false
      ? { remedies: [], elsewhere: null, releases: [] }
      : search({
          environment: input.environment,
          atlas,
          failingIn,
          accountIn: (each, ids) =>
            accountOf(judgedIn(each), ids, settledIn(each)),
          own: ownInstalls(analysis, cells),
          refused: input.refused,
          placesOf: ids => placesOf(judged, ids),
          faultsIn: each =>
            faultsOf(seenBy(usages, each, atlas).environment, atlas),
          unproven: unprovenOf(usages, verdicts),
          rewritableIn,
          written,
          say
        });
  return {
    notebook,
    environment: input.environment,
    findings: wishes.told(findings),
    environmentFindings: wishes.toldOfEnvironment(
      environmentFindingsOf(whole, context)
    ),
    checked: verdicts.filter(
      verdict => verdict.status !== 'unjudged' && verdict.status !== 'unknown'
    ).length,
    unknown: unknown.length,
    unknownBecause: [...new Set(unknown.map(({ why }) => why))],
    remedies,
    rewriting: rewritingOf(wishes.told(findings), cells),
    elsewhere,
    releases,
    writtenFor: written,
    ...(input.ran && {
      contradictions: contradicted.any
        ? contradicted.among(wishes.told(findingsOf(expected, context)))
        : []
    })
  };
}

function holdsTheSame(one: Environment, other: Environment): boolean {
  return (
    [...ROOTS, 'numpy', 'protobuf', 'h5py'].every(
      name => one.installed[name]?.version === other.installed[name]?.version
    ) && JSON.stringify(one.variables) === JSON.stringify(other.variables)
  );
}

/** The cell that was offered sets what only its own install makes hold: before that, the notebook runs without it. */
function asRead(cell: Cell, { installed }: Environment): Cell {
  return isOffered(cell.source) && installed['tf_keras'] == null
    ? { ...cell, source: '' }
    : cell;
}

function environmentFindingsOf(
  reading: Reading,
  context: Context
): readonly EnvironmentFinding[] {
  return RULES.flatMap(rule => {
    const facts =
      rule.about === 'environment'
        ? rule.check(context)
        : rule.about === 'surroundings'
          ? (rule.facts?.(reading, context) ?? [])
          : [];
    return facts.map(fact => ({
      rule: rule.id,
      ...(typeof fact === 'string'
        ? { severity: rule.severity, message: fact }
        : fact)
    }));
  });
}

/** The usages that could not be judged, each with the reason. */
function unknownOf(
  { usages }: Analysis,
  verdicts: readonly Verdict[]
): readonly { readonly id: number; readonly why: string }[] {
  return usages.flatMap(({ id }) => {
    const verdict = verdicts[id];
    return verdict?.status === 'unknown' ? [{ id, why: verdict.why }] : [];
  });
}
