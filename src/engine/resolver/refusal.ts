/** A literal argument that a release refuses. */

import {
  callOf,
  classOf,
  type Given,
  type Measured,
  type Trial
} from '../atlas/refusals';
import type { Table } from '../atlas/table';
import type { ValueArgument, ValueLiteral, ValueProbe } from '../atlas/values';
import type { Argument, CallUsage } from '../source/usage';
import type { Root } from './judged';
import type { Owned } from './members';
import type { Value } from './verdict';
import type { World } from './world';

/** What is refused, and what is not. */
export interface Refusal {
  /** Index into the call's arguments. */
  readonly argument: number;
  readonly value: ValueLiteral;
  /** Other arguments that matter, as `name=value`. */
  readonly beside: readonly string[];
  /** Endings of names that the same call takes, those to be preferred first. */
  readonly ends: readonly string[];
  /** A value that does the same and is taken. */
  readonly like: string | null;
  /** It names something that is there already: another name would not be it. */
  readonly reads: boolean;
  /** Columns of the atlas whose releases take it. */
  readonly taken: readonly number[];
  /** `Type: message`. */
  readonly text: string;
}

/** The argument that an atlas's argument is in a call: its index and what it is. */
interface Found {
  readonly index: number;
  readonly given: Given;
}

const ROOTS: readonly Root[] = ['tensorflow', 'keras', 'tf_keras'];

export interface Where {
  readonly world: World;
  /** Names that the notebook is written with. */
  readonly mentioned: ReadonlySet<string>;
}

/** What a call of the value raises because of a literal. */
export function refusalOf(
  value: Value,
  usage: CallUsage,
  { world, mentioned }: Where
): Refusal | null {
  const callee = calleeOf(value);
  const home = callee && homeOf(callee.owned, world);
  if (!callee || !home || usage.more) {
    return null;
  }
  const { table, root } = home;
  for (const trial of table.trials(callee.owned.number, callee.member)) {
    const refusal = tried(trial, usage, { table, root });
    const doubted = trial.probe.unless?.some(name => mentioned.has(name));
    if (refusal !== null && !doubted) {
      return refusal;
    }
  }
  return null;
}

/** A class or function, or a method of an instance. */
function calleeOf(value: Value): { owned: Owned; member?: string } | null {
  if (value.kind !== 'object') {
    return null;
  }
  const { owned, member } = value;
  if (member !== undefined) {
    return member.of.instance
      ? { owned: member.of, member: member.name }
      : null;
  }
  return owned === null || owned.instance ? null : { owned };
}

interface Home {
  readonly table: Table;
  readonly root: Root;
}

/** The package that has the object. */
function homeOf({ number, root }: Owned, world: World): Home | null {
  for (const each of [root, ...ROOTS]) {
    const part = world[each];
    if (part.kind === 'known' && part.table.thing(number, each) !== null) {
      return { table: part.table, root: each };
    }
  }
  return null;
}

function tried(
  trial: Trial,
  usage: CallUsage,
  { table, root }: Home
): Refusal | null {
  const { probe } = trial;
  const measured = (call: number): Measured => table.tried(trial, call, root);
  const found = probe.arguments.map(each => foundIn(usage.arguments, each));
  const classes = probe.arguments.map((each, n) =>
    classOf(each, found[n].given)
  );
  const known = classes.filter((each): each is number => each !== null);
  const [first] = probe.arguments;
  const [{ index, given }] = found;
  const isKnown = known.length === classes.length && !mayHide(probe, usage);
  const call = isKnown ? callOf(probe, known) : -1;
  const answer = call < 0 ? null : measured(call);
  if (answer?.kind !== 'refused' || given.kind !== 'literal') {
    return null;
  }
  const runs = (place: number): boolean =>
    measured(callOf(probe, [place, ...known.slice(1)])).kind === 'runs';
  const like = first.like?.[String(given.value)] ?? null;
  return {
    argument: index,
    value: given.value,
    beside: probe.arguments
      .slice(1)
      .flatMap((each, n) => shown(each, found[n + 1].given)),
    ends: (first.ends ?? []).filter((_, place) => runs(place)),
    like:
      like !== null && runs((first.values ?? []).indexOf(like)) ? like : null,
    reads: probe.reads ?? false,
    taken: table.taken(trial, call),
    text: answer.text.split('{}').join(String(given.value))
  };
}

/** Whether a positional argument may be one that matters and whose position differs from release to release. */
function mayHide(probe: ValueProbe, usage: CallUsage): boolean {
  const last = Math.max(-1, ...probe.arguments.map(({ at }) => at ?? -1));
  const positional = usage.arguments.filter(each => each.keyword === null);
  return (
    positional.length > last + 1 &&
    probe.arguments.some(({ at, absent }) => at === undefined && absent)
  );
}

/** The argument of the call, by its keyword or by its position. */
function foundIn(given: readonly Argument[], wanted: ValueArgument): Found {
  const positional = given.filter(({ keyword }) => keyword === null);
  const argument =
    given.find(({ keyword }) => keyword !== null && keyword === wanted.name) ??
    (wanted.at === undefined ? undefined : positional[wanted.at]);
  return argument === undefined
    ? { index: -1, given: { kind: 'absent' } }
    : {
        index: given.indexOf(argument),
        given:
          argument.literal === undefined
            ? { kind: 'other' }
            : { kind: 'literal', value: argument.literal }
      };
}

const PYTHON: readonly (readonly [ValueLiteral, string])[] = [
  [true, 'True'],
  [false, 'False'],
  [null, 'None']
];

/** A literal as Python writes it. */
export function written(value: ValueLiteral): string {
  return (
    PYTHON.find(([literal]) => literal === value)?.[1] ??
    (typeof value === 'string' ? `'${value}'` : String(value))
  );
}

function shown({ name }: ValueArgument, given: Given): readonly string[] {
  return given.kind === 'literal' && name !== undefined
    ? [`${name}=${written(given.value)}`]
    : [];
}
