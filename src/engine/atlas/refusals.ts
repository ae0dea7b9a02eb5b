/** Which classes of calls a release refuses because of a value. */

import { ColumnSets } from './sets';
import type {
  ValueArgument,
  ValueGroup,
  ValueLiteral,
  ValueProbe,
  ValuesData
} from './values';

/** What was measured of one class of calls: it runs, it raises `text`, or nobody knows. */
export type Measured =
  | { readonly kind: 'runs' }
  | { readonly kind: 'refused'; readonly text: string }
  | { readonly kind: 'unknown' };

/** What an argument of a call is: a literal, not given, or anything else. */
export type Given =
  | { readonly kind: 'literal'; readonly value: ValueLiteral }
  | { readonly kind: 'absent' }
  | { readonly kind: 'other' };

/** What is known of some arguments of one callable. */
export interface Trial {
  readonly probe: ValueProbe;
  readonly group: ValueGroup;
}

const UNKNOWN: Measured = { kind: 'unknown' };

export class Refusals {
  constructor(private readonly data: ValuesData) {
    this.sets = new ColumnSets(data.sets);
    for (const probe of data.probes) {
      for (const group of probe.groups) {
        for (const record of group.records) {
          const key = keyOf(record, probe.member);
          this.trials.set(key, [
            ...(this.trials.get(key) ?? []),
            { probe, group }
          ]);
        }
      }
    }
  }

  /** What was tried on an object of the atlas, or on a method of its instances. */
  of(record: number, member?: string): readonly Trial[] {
    return this.trials.get(keyOf(record, member)) ?? [];
  }

  /** What the release of a column does with a call of this class. */
  at({ group }: Trial, call: number, column: number): Measured {
    if (!this.sets.has(group.tried, column)) {
      return UNKNOWN;
    }
    const row = group.rows.find(
      ([set = -1, , ...calls]) =>
        calls.includes(call) && this.sets.has(set, column)
    );
    if (row === undefined) {
      return { kind: 'runs' };
    }
    const text = this.data.texts[row[1] ?? -1];
    return text === undefined ? UNKNOWN : { kind: 'refused', text };
  }

  /** Columns in which a class of calls runs, of whichever callable of the probe. */
  taken({ probe }: Trial, call: number): readonly number[] {
    return probe.groups.flatMap(group =>
      this.sets
        .all(group.tried)
        .filter(
          column => this.at({ probe, group }, call, column).kind === 'runs'
        )
    );
  }

  private readonly sets: ColumnSets;
  private readonly trials = new Map<string, readonly Trial[]>();
}

function keyOf(record: number, member: string | undefined): string {
  return `${record} ${member ?? ''}`;
}

/** The number of an argument's classes. */
export function countOf(argument: ValueArgument): number {
  const { ends, has, types, values, absent } = argument;
  const told = ends
    ? ends.length + 1
    : has || types
      ? 2
      : (values?.length ?? 0);
  return told + Number(absent ?? false);
}

/** The class of an argument as it is given; null where it is in none. */
export function classOf(argument: ValueArgument, given: Given): number | null {
  if (given.kind !== 'literal') {
    return given.kind === 'absent' && argument.absent
      ? countOf(argument) - 1
      : null;
  }
  const { ends, has, types, values } = argument;
  const { value } = given;
  if (ends || has) {
    // What a remote place holds is not known.
    if (typeof value !== 'string' || value.includes('://')) {
      return null;
    }
    const found = (ends ?? []).findIndex(end => value.endsWith(end));
    return ends
      ? found < 0
        ? ends.length
        : found
      : Number(!(has ?? []).some(part => value.includes(part)));
  }
  if (types) {
    return Number.isInteger(value) ? 0 : null;
  }
  const place = (values ?? []).indexOf(value);
  return place < 0 ? null : place;
}

/** The number of a call by the classes of its arguments. */
export function callOf(probe: ValueProbe, classes: readonly number[]): number {
  return probe.arguments.reduce(
    (call, argument, n) => call * countOf(argument) + (classes[n] ?? 0),
    0
  );
}
