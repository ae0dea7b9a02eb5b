/** One measurement of the atlas, to be asked by dotted path. */

import type { AtlasData, ModuleData } from './data';
import type { MemberSets } from './sets';

/** One name of a module. */
export interface Entry {
  /** `c` class, `f` callable, `o` other, `m` module, `l` lazily loaded module. */
  readonly kind: string;
  /** For modules: where its contents are. */
  readonly target: string | null;
}

const NONE: readonly string[] = [];

export class Table {
  constructor(
    private readonly data: AtlasData,
    private readonly sets: MemberSets,
    /** Index into `measurements`. */
    readonly index: number
  ) {}

  /** Where the contents of `path` are: itself, or the module that it is an alias of. */
  canonical(path: string): string {
    const known = this.aliases.get(path);
    if (known !== undefined) {
      return known;
    }
    const own = this.row(this.module(path)?.alias);
    let answer = path;
    if (own !== null) {
      answer = own;
    } else if (!this.exists(path)) {
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
      (this.has(module.at) ||
        this.has(module.hidden) ||
        this.row(module.error) !== null)
    );
  }

  importable(path: string): boolean {
    return this.has(this.module(path)?.at);
  }

  /** What importing the path raises, `Type: message`, where the module is there. */
  error(path: string): string | null {
    return this.row(this.module(path)?.error);
  }

  /** Names cannot be told apart from missing ones: a module `__getattr__`, or nothing recorded. */
  open(path: string): boolean {
    const module = this.module(path);
    return this.has(module?.dynamic) || this.has(module?.opaque);
  }

  entry(path: string, name: string): Entry | null {
    return this.names(path).get(name) ?? null;
  }

  /** Every recorded name of the module. */
  names(path: string): ReadonlyMap<string, Entry> {
    let names = this.entries.get(path);
    if (names === undefined) {
      names = new Map();
      for (const [set, kind, text] of this.module(path)?.names ?? []) {
        if (this.sets.has(set, this.index)) {
          for (const word of text.split(' ')) {
            const cut = word.indexOf('=');
            const name = cut < 0 ? word : word.slice(0, cut);
            const isModule = kind === 'm' || kind === 'l';
            const target = cut < 0 ? `${path}.${name}` : word.slice(cut + 1);
            names.set(name, { kind, target: isModule ? target : null });
          }
        }
      }
      this.entries.set(path, names);
    }
    return names;
  }

  /** What touching a listed name raises, `Type: message`. */
  raises(path: string, name: string): string | null {
    for (const [set, word, text] of this.module(path)?.raises ?? []) {
      if (word === name && this.sets.has(set, this.index)) {
        return text;
      }
    }
    return null;
  }

  /** Asked of a module with a `__getattr__`, and known to be missing. */
  lacks(path: string, name: string): boolean {
    return this.words(this.module(path)?.lacks).includes(name);
  }

  /** Loaded, yet no attribute of its parent. */
  absent(path: string, name: string): boolean {
    return this.words(this.module(path)?.absent).includes(name);
  }

  /** Modules that importing the path binds besides itself and its parents. */
  loads(path: string): readonly string[] {
    return this.words(this.module(path)?.loads);
  }

  /** `import <root>` alone has bound this module. */
  boots(path: string, root: string): boolean {
    return this.words(this.module(path)?.boot).includes(root);
  }

  private module(path: string): ModuleData | undefined {
    return Object.prototype.hasOwnProperty.call(this.data.modules, path)
      ? this.data.modules[path]
      : undefined;
  }

  private has(set: number | undefined): boolean {
    return set !== undefined && this.sets.has(set, this.index);
  }

  private row(
    rows: readonly (readonly [number, string])[] | undefined
  ): string | null {
    return rows?.find(([set]) => this.sets.has(set, this.index))?.[1] ?? null;
  }

  private words(
    rows: readonly (readonly [number, string])[] | undefined
  ): readonly string[] {
    const found = rows?.filter(([set]) => this.sets.has(set, this.index));
    return found?.flatMap(([, text]) => text.split(' ')) ?? NONE;
  }

  private readonly aliases = new Map<string, string>();
  private readonly entries = new Map<string, Map<string, Entry>>();
}
