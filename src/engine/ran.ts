/** Lines that ran although they were said to fail: the kernel is right, whatever was measured elsewhere. */

import type { Judged } from './judged';
import type { Missing, Verdict } from './resolver/verdict';
import { ranWithCell } from './source/certain';
import { rangeOf } from './source/lines';
import { segmentsOf } from './source/segments';
import type { Usage } from './source/usage';
import { told } from './text';
import type { Cell, Contradiction, Finding } from './types';

/** A cell that ran to its end without raising. */
export interface RanCell {
  readonly cellId: string;
  /** As it ran. */
  readonly source: string;
}

/** What a host saw run in the environment that it asks about. */
export interface Ran {
  /** In the process that is judged; a cell as it ran last. */
  readonly cells: readonly RanCell[];
  /** What was contradicted before, in the same environment. */
  readonly known: readonly Contradiction[];
}

/** The usages of a notebook that ran although they were judged to fail. */
export class Contradicted {
  constructor(
    private readonly judged: Judged,
    private readonly ran: Ran
  ) {
    this.sources = new Map(
      ran.cells.map(({ cellId, source }) => [cellId, source])
    );
    this.ids = new Set(
      ran.cells.length + ran.known.length === 0
        ? []
        : judged.usages.filter(each => this.hasRun(each)).map(({ id }) => id)
    );
  }

  get any(): boolean {
    return this.ids.size > 0;
  }

  get count(): number {
    return this.ids.size;
  }

  /** The kernel itself has judged it: it runs. */
  has(id: number): boolean {
    return this.ids.has(id);
  }

  and(others: ReadonlySet<number>): ReadonlySet<number> {
    return this.any ? new Set([...this.ids, ...others]) : others;
  }

  /** Of what ran, and of what waited for it, nothing is said but that it is not known. */
  corrected(judged: Judged): Judged {
    if (!this.any) {
      return judged;
    }
    const why = told('they need what ran here though it was expected to fail');
    const settled = new Set<number>();
    const verdicts = judged.verdicts.map((verdict, id): Verdict => {
      const isSettled =
        (verdict.status === 'missing' && this.ids.has(id)) ||
        (verdict.status === 'blocked' &&
          (this.ids.has(verdict.by) || settled.has(verdict.by)));
      if (!isSettled) {
        return verdict;
      }
      settled.add(id);
      return { status: 'unknown', why };
    });
    return judged.with({ verdicts });
  }

  /** What was said of them, each with the statement that ran. */
  among(findings: readonly Finding[]): readonly Contradiction[] {
    const statements = new Map<string, string>();
    for (const id of this.ids) {
      const { cell, line, column, statement } = this.spotOf(id);
      statements.set(`${cell}:${line}:${column}`, statement);
    }
    return findings.flatMap(finding => {
      const { cell, line, column } = finding;
      const statement = statements.get(`${cell}:${line}:${column}`);
      return statement === undefined ? [] : [{ finding, statement }];
    });
  }

  private spotOf(id: number) {
    const usage = this.judged.usages[id];
    const { source } = this.judged.cellOf(usage) ?? { source: '' };
    const verdict = this.judged.verdicts[id];
    const segments = segmentsOf(usage);
    const { span } =
      segments[verdict?.status === 'missing' ? verdict.segment : 0];
    const { line, column } = rangeOf(source, span);
    return {
      cell: usage.place.cell,
      line,
      column,
      statement: statementOf(usage, source)
    };
  }

  private hasRun(usage: Usage): boolean {
    const verdict = this.judged.verdicts[usage.id];
    const cell = this.judged.cellOf(usage);
    return (
      verdict?.status === 'missing' &&
      cell !== undefined &&
      segmentsOf(usage)[verdict.segment] !== undefined &&
      ranWithCell(usage.place, cell.source) &&
      (this.isKnown({ usage, verdict, cell }) || this.ranAsWritten(usage))
    );
  }

  /** Whether a module is loaded is a matter of the process: that one is not remembered. */
  private isKnown(given: {
    readonly usage: Usage;
    readonly verdict: Missing;
    readonly cell: Cell;
  }): boolean {
    const { usage, verdict, cell } = given;
    return (
      verdict.reason !== 'unloaded' &&
      this.ran.known.some(
        ({ finding, statement }) =>
          finding.cellId === cell.id &&
          finding.symbol === verdict.symbol &&
          statement === statementOf(usage, cell.source)
      )
    );
  }

  /**
   * Its cell ran with this text, and so did those that bound its names: where
   * an import was edited and not run again, the name still holds the old one.
   */
  private ranAsWritten({ id }: Usage): boolean {
    const { usages } = this.judged;
    const seen = new Set([id]);
    for (const each of seen) {
      const usage = usages[each];
      const cell = this.judged.cellOf(usage);
      if (
        cell?.id == null ||
        this.sources.get(cell.id) !== cell.source ||
        usage.place.ran !== undefined
      ) {
        return false;
      }
      sourcesOf(usage).forEach(source => seen.add(source));
    }
    return true;
  }

  private readonly sources: ReadonlyMap<string, string>;
  private readonly ids: ReadonlySet<number>;
}

function statementOf({ place }: Usage, source: string): string {
  return source.slice(place.statement.from, place.statement.to);
}

/** The usages that may have bound what a usage begins with. */
function sourcesOf(usage: Usage): readonly number[] {
  switch (usage.kind) {
    case 'variable':
      return [];
    case 'import':
    case 'from':
      return usage.variable?.usages ?? [];
    default:
      return [...usage.origin.usages, ...(usage.origin.stars ?? [])];
  }
}
