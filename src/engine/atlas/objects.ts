/** Classes and callables of the atlas, each by its number. */

import { numbersOf } from './coding';
import type { ModuleData, NumberRows, ObjectData, ObjectsData } from './data';
import { keywordsOf, type Keywords } from './keywords';
import { readRecord, specialRows } from './rows';
import type { Tables } from './tables';

/** A class or a callable as one release has it. */
export interface Thing {
  /** Numbers of the direct bases that belong to the three packages. */
  readonly bases: readonly number[];
  /** Public attributes that the bases do not give. */
  readonly members: ReadonlySet<string>;
  /** What the bases give and it has not. */
  readonly lacks: ReadonlySet<string>;
  /** What its methods store on instances; whether it is there depends on what has run. */
  readonly sets: ReadonlySet<string>;
  /** What a plain instance was seen to hold. */
  readonly holds: ReadonlySet<string>;
  /** It has a `__getattr__`: names that are not listed cannot be excluded. */
  readonly open: boolean;
  /** Names whose absence tells nothing, `*` for any: another Python or another distribution decides, or a metaclass that answers. */
  readonly doubtful: ReadonlySet<string>;
  /** Null where its signature could not be read. */
  readonly calls: Keywords | null;
  readonly methods: ReadonlyMap<string, Keywords>;
  readonly deprecated: string | null;
  /** What using it raises, `Type: message`, though it can be imported. */
  readonly unusable: string | null;
  /** By keyword, or `*` for any: what refusing it raises, where that is not Python's own TypeError. */
  readonly refusals: ReadonlyMap<string, string>;
}

export class Objects {
  constructor(
    private readonly data: ObjectsData,
    private readonly tables: Tables
  ) {
    this.usual = new Map(
      data.names.map(([word, ...rows]) => [tables.words[word] ?? '', rows])
    );
    this.records = data.records.split(' ');
    let place = 0;
    numbersOf(data.called).forEach((distance, record) => {
      place += distance;
      const name = tables.words[place] ?? '';
      const same = this.byName.get(name);
      if (same === undefined) {
        this.byName.set(name, [record]);
      } else {
        same.push(record);
      }
    });
  }

  /** The number of the object that a name of a module is; null where that is not known. */
  numberOf(
    module: ModuleData | undefined,
    name: string,
    column: number
  ): number | null {
    if (!this.tables.sets.has(this.data.surveyed, column)) {
      return null;
    }
    const special =
      module === undefined ? null : this.specialIn(module, column);
    const own = special?.get(name);
    if (own !== undefined) {
      return own < 0 ? null : own;
    }
    const usual = this.usual
      .get(name)
      ?.find(([set]) => this.tables.sets.has(set, column));
    return usual?.[1] ?? this.called(name, column)[0] ?? null;
  }

  /** The object as a column has it; null where it was not seen there. */
  at(number: number, column: number): Thing | null {
    const key = `${number} ${column}`;
    let thing = this.things.get(key);
    if (thing === undefined) {
      const record = this.record(number);
      thing =
        record !== null && this.tables.sets.has(record.in, column)
          ? this.read(record, column)
          : null;
      this.things.set(key, thing);
    }
    return thing;
  }

  /** Numbers of the classes and callables that a column has under this last name. */
  called(name: string, column: number): readonly number[] {
    return (this.byName.get(name) ?? []).filter(number =>
      this.tables.sets.has(this.record(number)?.in ?? -1, column)
    );
  }

  /** Whether in any release a class of this last name has the attribute. */
  everHas(called: string, name: string): boolean {
    return (this.byName.get(called) ?? []).some(number =>
      (this.record(number)?.members ?? []).some(([, row = -1]) =>
        this.tables.row('o', row).some(word => word.name === name)
      )
    );
  }

  /** Names of a module that are another object than usual. */
  private specialIn(
    module: ModuleData,
    column: number
  ): ReadonlyMap<string, number> {
    const columns = this.special.get(module) ?? new Map();
    this.special.set(module, columns);
    let found = columns.get(column);
    if (found === undefined) {
      found = new Map(
        specialRows(module.is ?? '')
          .filter(([set]) => this.tables.sets.has(set, column))
          .flatMap(([, number, row]) =>
            this.tables.row('o', row).map(word => [word.name, number] as const)
          )
      );
      columns.set(column, found);
    }
    return found;
  }

  private read(record: ObjectData, column: number): Thing {
    const rows = (all: NumberRows | undefined): NumberRows =>
      (all ?? []).filter(([set = -1]) => this.tables.sets.has(set, column));
    const names = (row: number | undefined): readonly string[] =>
      this.tables.row('o', row ?? -1).map(word => word.name);
    const words = (all: NumberRows | undefined): ReadonlySet<string> =>
      new Set(rows(all).flatMap(([, row]) => names(row)));
    const text = (all: NumberRows | undefined): string | null =>
      this.data.texts[rows(all)[0]?.[1] ?? -1] ?? null;
    const calls = rows(record.calls)[0];
    return {
      bases: rows(record.bases).flatMap(([, ...numbers]) => numbers),
      members: words(record.members),
      lacks: words(record.lacks),
      sets: words(record.sets),
      holds: words(record.holds),
      open: rows(record.open).length > 0,
      doubtful: new Set(
        rows(record.doubtful).flatMap(([, row = -1]) => everyOr(names, row))
      ),
      calls: calls?.[1] === undefined ? null : this.keywords(calls[1]),
      methods: new Map(
        rows(record.methods).flatMap(([, row = -1, named]) =>
          names(named).map(name => [name, this.keywords(row)] as const)
        )
      ),
      deprecated: text(record.deprecated),
      unusable: text(record.unusable),
      refusals: new Map(
        rows(record.refusals).flatMap(([, place = -1, named = -1]) =>
          everyOr(names, named).map(
            name => [name, this.data.texts[place] ?? ''] as const
          )
        )
      )
    };
  }

  /** A record, decoded when it is first asked for. */
  private record(number: number): ObjectData | null {
    let record = this.decoded.get(number);
    if (record === undefined) {
      const text = this.records[number];
      record = text === undefined ? null : readRecord(text);
      this.decoded.set(number, record);
    }
    return record;
  }

  private keywords(row: number): Keywords {
    return keywordsOf(this.tables.text(row), this.tables.words);
  }

  private readonly usual: ReadonlyMap<string, readonly (readonly number[])[]>;
  /** Records by last name, in their order. */
  private readonly byName = new Map<string, number[]>();
  private readonly records: readonly string[];
  private readonly decoded = new Map<number, ObjectData | null>();
  private readonly special = new WeakMap<
    ModuleData,
    Map<number, ReadonlyMap<string, number>>
  >();
  private readonly things = new Map<string, Thing | null>();
}

/** The names of a row; `*` for the row that stands for every name. */
function everyOr(
  names: (row: number) => readonly string[],
  row: number
): readonly string[] {
  return row < 0 ? ['*'] : names(row);
}
