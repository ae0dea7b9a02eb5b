/** Cells + Environment + atlas in, Report out. */

import { accountOf } from './account';
import type { Atlas } from './atlas/atlas';
import { byPlace, findingsOf } from './findings';
import { Judged } from './judged';
import { Contradicted, type Ran } from './ran';
import { notesOf, remarksOf } from './remarks';
import { ownInstalls } from './remedies/own-installs';
import type { Refused } from './remedies/refused';
import { search } from './remedies/search';
import { faultsOf } from './resolver/faults';
import { resolve } from './resolver/resolve';
import type { Verdict } from './resolver/verdict';
import { seenBy } from './resolver/variables';
import { Whereabouts } from './resolver/whereabouts';
import { rewritingOf } from './rewriting';
import { RULES } from './rules';
import type { Context, Reading } from './rules/rule';
import { analyze } from './source/analyze';
import { isOffered } from './source/offered';
import { ROOTS, type Analysis } from './source/usage';
import { Suppressions } from './suppression';
import { plain, saying, type Say } from './text';
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
  const expectedIn = (kernel: Environment): Judged => {
    const { world, environment } = seenBy(usages, kernel, atlas);
    const whereabouts = new Whereabouts(atlas, environment, world);
    const verdicts = resolve(analysis, world, environment);
    const context = { environment, world, kernel, atlas, whereabouts, say };
    return new Judged(cells, usages, verdicts, context);
  };
  const expected = expectedIn(input.environment);
  const { context } = expected;
  const { ran = { cells: [], known: [] } } = input;
  const contradicted = new Contradicted(expected, ran);
  const judged = contradicted.corrected(expected);
  const { verdicts } = judged;
  const whole: Reading = { ...analysis, verdicts };
  const suppressions = new Suppressions(cells);
  const wishes = new Wishes(suppressions, severities);
  const findings = [
    ...findingsOf(judged),
    ...remarksOf(judged, suppressions),
    ...notesOf(cells, whole, context)
  ].sort(byPlace);
  const silenced = wishes.silenced(judged, findings);
  const judgedAs = (each: Environment): Judged => {
    const there = expectedIn(each);
    // What ran here says nothing of other releases, and the same of these after a restart.
    return holdsTheSame(each, input.environment)
      ? contradicted.corrected(there)
      : there;
  };
  const judgements = new Map<Environment, Judged>([
    [input.environment, judged]
  ]);
  const judgedIn = (each: Environment): Judged => {
    const there = judgements.get(each) ?? judgedAs(each);
    judgements.set(each, there);
    return there;
  };
  const failingIn = (each: Environment): readonly number[] =>
    judgedIn(each).failing(silenced);
  // Here, what ran is neither failing nor in doubt.
  const settledIn = (each: Environment): ReadonlySet<number> =>
    holdsTheSame(each, input.environment)
      ? contradicted.and(silenced)
      : silenced;
  const rewritingIn = (each: Environment): Rewriting => {
    const there = judgedIn(each);
    const { world, environment } = there.context;
    return rewritingOf({
      judged: there,
      silenced,
      judge: others =>
        resolve({ ...analysis, usages: others }, world, environment)
    });
  };
  const rewriting = rewritingIn(input.environment);
  const unknown = unknownOf(analysis, verdicts, contradicted, say);
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
          placesOf: ids => judged.placesOf(ids),
          faultsIn: each => faultsOf(judgedIn(each).context.environment, atlas),
          unproven: unprovenOf(usages, verdicts),
          rewritingIn,
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
    checked:
      contradicted.count +
      verdicts.filter(
        verdict => verdict.status !== 'unjudged' && verdict.status !== 'unknown'
      ).length,
    unknown: unknown.length,
    unknownBecause: [...new Set(unknown)],
    remedies,
    rewriting: rewriting.fixes.length === 0 ? null : rewriting,
    elsewhere,
    releases,
    writtenFor: written,
    ...(input.ran && {
      contradictions: contradicted.any
        ? contradicted.among(wishes.told(findingsOf(expected)))
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

/** Why each unjudged usage could not be judged; what ran against its verdict is told as that. */
function unknownOf(
  analysis: Analysis,
  verdicts: readonly Verdict[],
  contradicted: Contradicted,
  say: Say
): readonly string[] {
  return analysis.usages.flatMap(({ id }) => {
    const verdict = verdicts[id];
    return verdict?.status === 'unknown' && !contradicted.has(id)
      ? [saying(say, verdict.why)]
      : [];
  });
}
