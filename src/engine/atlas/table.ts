/** One measurement of the atlas, to be asked by dotted path. */

import type { MeasurementData, ModuleData } from './data';
import { restored, stored } from './moved';
import type { Objects, Thing } from './objects';
import { rootOf } from './path';
import type { Measured, Trial } from './refusals';
import { namesRows } from './rows';
import type { Tables } from './tables';

/** One name of a module. */
export interface Entry {
  /** `c` class, `f` callable, `o` other, `m` module, `l` lazily loaded module. */
  readonly kind: string;
  /** For modules: where its contents are. */
  readonly target: string | null;
}

/** Of these modules it is not told at all which object a name is: atlas/builder/objects.py. */
const UNTOLD = /(^|\.)(keras\.protobuf|contrib)(\.|$)/;

/** Of these modules it is told only for what public modules show. */
const IMPLEMENTATION =
  /(^|\.)(src|python(?!\.(keras|estimator)\.api)|keras\.protobuf|contrib)(\.|$)/;

export class Table {
  constructor(
    private readonly tables: Tables,
    private readonly objects: Objects,
    readonly measurement: MeasurementData,
    private readonly untold: ReadonlySet<string> = new Set()
  ) {}

  /** The same, the names of these modules unknown. */
  without(modules: readonly string[]): Table {
    return new Table(
      this.tables,
      this.objects,
      this.measurement,
      new Set(modules)
    );
  }

  /** Where the contents of `path` are: itself, or the module that it is an alias of. */
  canonical(path: string): string {
    const known = this.aliases.get(path);
    if (known !== undefined) {
      return known;
    }
    const alias = this.row(path, this.module(path)?.alias);
    let answer = alias === null ? path : restored(alias, path);
    if (alias === null && !this.exists(path)) {
      const cut = path.lastIndexOf('.');
      if (cut > 0) {
        const parent = this.canonical(path.slice(0, cut));
        const moved = `${parent}${path.slice(cut)}`;
        answer = moved === path ? path : this.canonical(moved);
      }
    }
    this.aliases.set(path, answer);
    return answer;
  }

  /** Listed in this measurement under exactly this path. */
  exists(path: string): boolean {
    const module = this.module(path);
    return (
      module !== undefined &&
      (this.has(path, module.at) ||
        this.has(path, module.hidden) ||
        this.row(path, module.error) !== null)
    );
  }

  importable(path: string): boolean {
    return this.has(path, this.module(path)?.at);
  }

  /** What importing the path raises, `Type: message`, where the module is there. */
  error(path: string): string | null {
    return this.row(path, this.module(path)?.error);
  }

  /** Names cannot be told apart from missing ones: a module `__getattr__`, or nothing recorded. */
  open(path: string): boolean {
    const module = this.module(path);
    return (
      this.untold.has(path) ||
      this.has(path, module?.dynamic) ||
      this.has(path, module?.opaque)
    );
  }

  entry(path: string, name: string): Entry | null {
    return this.names(path).get(name) ?? null;
  }

  /** In some release the module has the name. */
  everNamed(path: string, name: string): boolean {
    return this.tables.everNamed(this.module(path), name);
  }

  /** Every recorded name of the module. */
  names(path: string): ReadonlyMap<string, Entry> {
    let names = this.entries.get(path);
    if (names === undefined) {
      names = new Map();
      const column = this.column(path);
      const told = this.untold.has(path) ? '' : this.module(path)?.names;
      for (const [set, kind, row] of namesRows(told ?? '')) {
        if (this.tables.sets.has(set, column)) {
          const isModule = kind === 'm' || kind === 'l';
          for (const { name, target } of this.tables.row(kind, row)) {
            const real =
              target === null ? `${path}.${name}` : restored(target, path);
            const where = isModule ? real : null;
            names.set(name, { kind, target: where });
          }
        }
      }
      this.entries.set(path, names);
    }
    return names;
  }

  /** The number of the class or callable that a name of the module is; null where that is not known. */
  object(path: string, name: string): number | null {
    return IMPLEMENTATION.test(path)
      ? null
      : this.objects.numberOf(this.module(path), name, this.column(path));
  }

  /** As `object`, of the modules of the implementation too: what public names show, and null for everything else. */
  identity(path: string, name: string): number | null {
    const entry = this.entry(path, name);
    return !UNTOLD.test(path) && (entry?.kind === 'c' || entry?.kind === 'f')
      ? this.objects.numberOf(this.module(path), name, this.column(path))
      : null;
  }

  /** An object as the column of a package has it. */
  thing(number: number, root: string): Thing | null {
    return this.objects.at(number, this.column(root));
  }

  /** Numbers of the classes of this last name that the column of a package has. */
  called(name: string, root: string): readonly number[] {
    return this.objects.called(name, this.column(root));
  }

  /** Whether in any release a class of this last name has the attribute. */
  everHas(called: string, name: string): boolean {
    return this.objects.everHas(called, name);
  }

  /** What was tried on the calls of an object, or of a method of its instances. */
  trials(number: number, member: string | undefined): readonly Trial[] {
    return this.tables.refusals.of(number, member);
  }

  /** What the release of a package does with a class of calls. */
  tried(trial: Trial, call: number, root: string): Measured {
    return this.tables.refusals.at(trial, call, this.column(root));
  }

  /** Columns in which a class of calls runs, of whichever callable of the probe. */
  taken(trial: Trial, call: number): readonly number[] {
    return this.tables.refusals.taken(trial, call);
  }

  /** What touching a listed name raises, `Type: message`. */
  raises(path: string, name: string): string | null {
    for (const [set, word, text] of this.module(path)?.raises ?? []) {
      if (word === name && this.has(path, set)) {
        return text;
      }
    }
    return null;
  }

  /** Asked of a module with a `__getattr__`, and known to be missing. */
  lacks(path: string, name: string): boolean {
    return this.words(path, this.module(path)?.lacks).includes(name);
  }

  /**
   * The name may be a module that the code of a private one imports: what was
   * recorded of `tensorflow.python` leaves such names out (data/callables).
   */
  mayImport(path: string, name: string): boolean {
    return (
      /^tensorflow\.python\.(?!keras\.)/.test(path) && this.tables.isLast(name)
    );
  }

  /** Loaded, yet no attribute of its parent. */
  absent(path: string, name: string): boolean {
    return this.words(path, this.module(path)?.absent).includes(name);
  }

  /** An attribute of its package, unless importing that was what loaded the lazy package above. */
  isThereOnce(path: string): boolean {
    return this.has(path, this.module(path)?.once);
  }

  /** Modules that importing the path binds besides itself and its parents. */
  loads(path: string): readonly string[] {
    return this.words(path, this.module(path)?.loads).map(other =>
      restored(other, path)
    );
  }

  /** `import <root>` alone has bound this module. */
  boots(path: string, root: string): boolean {
    return this.words(path, this.module(path)?.boot).includes(root);
  }

  private module(path: string): ModuleData | undefined {
    return this.tables.module(stored(path));
  }

  /** The column of the package that the path belongs to; -1 where it was not measured here. */
  private column(path: string): number {
    return this.measurement.columns[rootOf(path)] ?? -1;
  }

  private has(path: string, set: number | undefined): boolean {
    return set !== undefined && this.tables.sets.has(set, this.column(path));
  }

  private row(
    path: string,
    rows: readonly (readonly [number, string])[] | undefined
  ): string | null {
    return rows?.find(([set]) => this.has(path, set))?.[1] ?? null;
  }

  private words(
    path: string,
    rows: readonly (readonly [number, string])[] | undefined
  ): readonly string[] {
    const found = rows?.filter(([set]) => this.has(path, set)) ?? [];
    return found.flatMap(([, text]) => text.split(' '));
  }

  private readonly aliases = new Map<string, string>();
  private readonly entries = new Map<string, Map<string, Entry>>();
}
