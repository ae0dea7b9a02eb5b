/** The tables that the facts of all modules point into, decoded. */

import { ascendingOf, numbersOf, pathsOf, wordsOf } from './coding';
import type { AtlasData, ModuleData } from './data';
import { Refusals } from './refusals';
import { namesRows } from './rows';
import { ColumnSets } from './sets';

/** A name of a module, and where its contents are when it is itself a module. */
export interface Word {
  readonly name: string;
  /** Null where the name leads to `<module>.<name>`, or to no module. */
  readonly target: string | null;
}

export class Tables {
  constructor(data: AtlasData) {
    this.sets = new ColumnSets(data.sets);
    this.refusals = new Refusals(data.values);
    this.words = wordsOf(data.words);
    this.rows = data.rows.split(' ');
    this.paths = pathsOf(data.paths);
    this.modules = new Map(
      this.paths.map((path, place) => [path, data.modules[place] ?? {}])
    );
  }

  module(path: string): ModuleData | undefined {
    return this.modules.get(path);
  }

  /** In some release the module has the name. */
  everNamed(module: ModuleData | undefined, name: string): boolean {
    return namesRows(module?.names ?? '').some(([, kind, row]) =>
      this.row(kind, row).some(word => word.name === name)
    );
  }

  /** Some release of TensorFlow has a module with this last name. */
  isLast(name: string): boolean {
    this.lasts ??= new Set(
      this.paths
        .filter(path => path.startsWith('tensorflow.'))
        .map(path => path.slice(path.lastIndexOf('.') + 1))
    );
    return this.lasts.has(name);
  }

  /** The names of a row of `names`; what the data does not hold is left out. */
  row(kind: string, row: number): readonly Word[] {
    const text = this.rows[row] ?? '';
    return kind === 'm' || kind === 'l' ? this.led(text) : this.plain(text);
  }

  /** A row as it is written. */
  text(row: number): string {
    return this.rows[row] ?? '';
  }

  private plain(text: string): readonly Word[] {
    return ascendingOf(text).flatMap(place => {
      const name = this.words[place];
      return name === undefined ? [] : [{ name, target: null }];
    });
  }

  private led(text: string): readonly Word[] {
    const found: Word[] = [];
    const numbers = numbersOf(text);
    let place = -1;
    for (let n = 0; n + 1 < numbers.length; n += 2) {
      place += (numbers[n] ?? 0) + 1;
      const name = this.words[place];
      if (name !== undefined) {
        const target = this.paths[(numbers[n + 1] ?? 0) - 1] ?? null;
        found.push({ name, target });
      }
    }
    return found;
  }

  readonly sets: ColumnSets;
  readonly refusals: Refusals;
  readonly words: readonly string[];
  readonly paths: readonly string[];
  private readonly rows: readonly string[];
  private readonly modules: ReadonlyMap<string, ModuleData>;
  private lasts: ReadonlySet<string> | undefined;
}
