/** Findings in groups, and those that a filter leaves; worked out without React. */

import type { Finding, Severity } from '../engine/types';
import { findingKey, type CellLabel } from '../tokens';

export const GROUPINGS = ['cell', 'rule', 'package'] as const;

export type Grouping = (typeof GROUPINGS)[number];

/** What of the findings is shown. */
export interface Filter {
  readonly hidden: readonly Severity[];
  /** Null for all rules. It has no effect where none of the findings is of that rule. */
  readonly rule: string | null;
}

export const NO_FILTER: Filter = { hidden: [], rule: null };

export interface Group {
  /** Identifies it among the groups of its kind. */
  readonly key: string;
  readonly findings: readonly Finding[];
  /** Where the group is a cell that the notebook has. */
  readonly label: CellLabel | null;
}

export type LabelOf = (cellId: string) => CellLabel | null;

/** Cells in the order of the notebook; rules and packages by how much they hold, then by name. */
export function groupsOf(
  findings: readonly Finding[],
  grouping: Grouping,
  label: LabelOf
): readonly Group[] {
  const byKey = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding, grouping);
    byKey.set(key, [...(byKey.get(key) ?? []), finding]);
  }
  const groups = [...byKey].map(([key, group]) => ({
    key,
    findings: group,
    label: grouping === 'cell' ? label(key) : null
  }));
  return groups.sort((a, b) =>
    grouping === 'cell'
      ? positionOf(a) - positionOf(b)
      : b.findings.length - a.findings.length || (a.key < b.key ? -1 : 1)
  );
}

/** Of a group of findings of one cell, counted from 1. */
export function positionOf({ label, findings }: Group): number {
  return label ? label.position : (findings[0]?.cell ?? 0) + 1;
}

function keyOf(finding: Finding, grouping: Grouping): string {
  switch (grouping) {
    case 'cell':
      return finding.cellId ?? String(finding.cell);
    case 'rule':
      return finding.rule;
    case 'package':
      return packageOf(finding.symbol);
  }
}

/** `keras` of `keras.layers.Dense`, `tensorflow-cpu` of `tensorflow-cpu==2.4.4`; `tf` is what everybody calls tensorflow. */
export function packageOf(symbol: string): string {
  const name = /^[\w-]+/.exec(symbol)?.[0] ?? symbol;
  return name === 'tf' ? 'tensorflow' : name;
}

export function filtered(
  findings: readonly Finding[],
  { hidden, rule }: Filter
): readonly Finding[] {
  const narrows = rule !== null && findings.some(each => each.rule === rule);
  return findings.filter(
    each => !hidden.includes(each.severity) && (!narrows || each.rule === rule)
  );
}

/** The rules of the findings with how many each has, by name. */
export function rulesOf(
  findings: readonly Finding[]
): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { rule } of findings) {
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Where somebody is led who asks for a cell: a group, and a finding of it where the group holds other cells' too. */
export interface Target {
  readonly group: string;
  /** Null for the group itself. */
  readonly finding: string | null;
}

/** Null where none of the findings is of that cell. */
export function targetOf(
  groups: readonly Group[],
  grouping: Grouping,
  cellId: string
): Target | null {
  for (const { key, findings } of groups) {
    const own = findings.find(each => each.cellId === cellId);
    if (own) {
      return {
        group: key,
        finding: grouping === 'cell' ? null : findingKey(own)
      };
    }
  }
  return null;
}
