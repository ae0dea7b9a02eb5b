/** Checks notebooks of damaged cells in several environments, and keeps what went wrong and what took longest. */

import type { Atlas } from '../../../src/engine/atlas/atlas';
import { check } from '../../../src/engine/check';
import { blankMagics } from '../../../src/engine/source/magics';
import { readSyntax } from '../../../src/engine/source/syntax';
import { cellTriggers } from '../../../src/engine/source/triggers';
import type { Cell, Environment, Report } from '../../../src/engine/types';
import { program } from '../source/programs';
import { Random } from '../source/random';
import { codeCells } from '../source/render';
import { faults } from './analysis';
import { mutated } from './mutation';
import { faultsIn, fixedBy, unmoved } from './report';

export interface Plan {
  readonly atlas: Atlas;
  readonly environments: Readonly<Record<string, Environment>>;
  /** Cells that are damaged; programs by lot are added to them. */
  readonly seeds: readonly string[];
  /** Damaged cells to check, each in one environment. */
  readonly cells: number;
  readonly seed: number;
  /** How deep nesting may be made, and how long a line. */
  readonly most: number;
  /** Milliseconds, as any clock counts them. */
  readonly now: () => number;
  /** Milliseconds from which a notebook's cells are measured one by one. */
  readonly suspicious: number;
}

export interface Wrong {
  readonly environment: string;
  readonly cells: readonly string[];
  readonly faults: readonly string[];
}

export interface Slow {
  readonly environment: string;
  /** Milliseconds for the report of the notebook's first cell and this one. */
  readonly time: number;
  /** Of these, what parsing the cell takes by itself. */
  readonly parse: number;
  readonly source: string;
}

export interface Outcome {
  readonly wrong: readonly Wrong[];
  /** The slowest cells, slowest first. */
  readonly slowest: readonly Slow[];
  readonly cells: number;
  readonly findings: number;
  readonly fixed: number;
}

const OPENING =
  'import tensorflow as tf\nfrom tensorflow import keras\nfrom keras import backend as K, layers\n';
/** Cells of a notebook, the opening aside. */
const IN_ONE = 5;
/** One notebook in so many is asked for remedies too. */
const REMEDIES = 40;
const KEPT = 10;
const RUNS = 3;
/** Characters of a generated program that are kept. */
const LONGEST = 4000;

/** What came of one notebook. */
interface Attempt {
  readonly faults: readonly string[];
  readonly findings: number;
  readonly fixed: boolean;
  /** Milliseconds for its report. */
  readonly time: number;
}

export function campaign(plan: Plan): Outcome {
  const { atlas, environments, now, most, seeds } = plan;
  const random = new Random(plan.seed);

  const reportOf = (
    cells: readonly Cell[],
    id: string,
    remedies = false
  ): Report =>
    check({
      notebook: 'fuzz.ipynb',
      cells,
      environment: environments[id],
      atlas,
      remedies
    });

  const attempt = (sources: readonly string[], id: string): Attempt => {
    const cells = codeCells(sources);
    try {
      cellTriggers(sources[1]);
      const start = now();
      const report = reportOf(cells, id);
      const time = now() - start;
      if (random.below(REMEDIES) === 0) {
        reportOf(cells, id, true);
      }
      const after = fixedBy(report, cells);
      return {
        faults: [
          ...faults(sources),
          ...faultsIn(report, cells),
          ...(after === null ? [] : unmoved(report, reportOf(after, id)))
        ],
        findings: report.findings.length,
        fixed: after !== null,
        time
      };
    } catch (reason) {
      const thrown = `throws ${String(reason)}`;
      return { faults: [thrown], findings: 0, fixed: false, time: 0 };
    }
  };

  /** Each cell after the opening by itself, the fastest of several runs. */
  const measured = (sources: readonly string[], id: string): readonly Slow[] =>
    sources.slice(1).map(source => {
      const cells = codeCells([OPENING, source]);
      const fastest = (work: () => void): number =>
        Math.min(
          ...Array.from({ length: RUNS }, () => {
            const start = now();
            work();
            return now() - start;
          })
        );
      return {
        environment: id,
        time: fastest(() => reportOf(cells, id)),
        parse: fastest(() => readSyntax(blankMagics(source))),
        source
      };
    });

  const notebook = (): readonly string[] => [
    random.chance(20) ? mutated(OPENING, random, most) : OPENING,
    ...Array.from({ length: IN_ONE }, () =>
      mutated(
        random.chance(85)
          ? random.pick(seeds)
          : program(random).slice(0, LONGEST),
        random,
        most
      )
    )
  ];

  const wrong: Wrong[] = [];
  let slowest: readonly Slow[] = [];
  let [cells, findings, fixed] = [0, 0, 0];
  while (cells < plan.cells) {
    const environment = random.pick(Object.keys(environments));
    const sources = notebook();
    const came = attempt(sources, environment);
    cells += IN_ONE;
    findings += came.findings;
    fixed += Number(came.fixed);
    if (came.faults.length > 0) {
      wrong.push({ environment, cells: sources, faults: came.faults });
    }
    if (came.time > Math.max(plan.suspicious, slowest[KEPT - 1]?.time ?? 0)) {
      slowest = [...slowest, ...measured(sources, environment)]
        .sort((a, b) => b.time - a.time)
        .slice(0, KEPT);
    }
  }
  return { wrong, slowest, cells, findings, fixed };
}
