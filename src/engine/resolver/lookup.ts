/** One step of Python's name lookup: an attribute of a module, or the import of a path. */

import { rootOf } from '../atlas/path';
import type { Table } from '../atlas/table';
import type { Environment } from '../types';
import {
  isBound,
  isDisplaced,
  isOwnLoader,
  isUnsure,
  nameBound,
  rebound
} from './bindings';
import { Crossing, isRefusing, lostName } from './crossing';
import { isOurs, lacksOther, messageOf, typeOf } from './exceptions';
import { isRoot, STANDARD } from './names';
import { objectOf } from './named';
import { tableOf } from './parts';
import type { ModuleState } from './state';
import { doubt, fail, unknown, type Step } from './step';
import type { Value } from './verdict';
import type { World } from './world';
import { told } from '../text';

export class Lookup {
  constructor(
    private readonly world: World,
    private readonly environment: Environment,
    readonly state: ModuleState
  ) {
    this.crossing = new Crossing(world);
  }

  /** `import <root>`. */
  importRoot(root: string): Step {
    if (
      this.environment.shadowing?.some(shadow => shadow.module === root) ===
      true
    ) {
      return doubt('a file beside the notebook hides %1', root);
    }
    if (!isRoot(root)) {
      return this.environment.installed[root] == null
        ? fail('package', 'ModuleNotFoundError')
        : doubt('%1 is not in this atlas', root);
    }
    const opened = tableOf(this.world[root]);
    if (opened.kind !== 'table') {
      return opened;
    }
    this.state.open(root);
    return { kind: 'module', path: root, shown: root };
  }

  /** `import <shown>` where everything before its last name has been imported. */
  importModule(shown: string, certain: boolean): Step {
    const owner = this.tableOf(shown);
    if (owner.kind !== 'table') {
      return owner;
    }
    const path = owner.table.canonical(shown);
    const crossed = this.crossing.cross(shown, path, 'import');
    if (crossed !== null) {
      return crossed;
    }
    const holder = this.tableOf(path);
    if (holder.kind !== 'table') {
      return holder;
    }
    const target = holder.table.canonical(path);
    const listed =
      path !== shown && owner.table.exists(shown)
        ? owner.table.importable(shown)
        : holder.table.importable(target);
    const error = owner.table.error(shown) ?? holder.table.error(target);
    if (error !== null) {
      if (isOurs(error) || lacksOther(error, this.environment)) {
        return fail('pair', typeOf(error), messageOf(error));
      }
      this.state.bind(target, false);
      return doubt(
        'importing %1 raises %2 where it was measured',
        shown,
        error
      );
    }
    if (!listed) {
      return fail('module', 'ModuleNotFoundError');
    }
    this.state.enter(target, shown, certain);
    this.state.load(holder.table, target, certain);
    return { kind: 'module', path: target, shown };
  }

  /**
   * What `import a.b.c as x` does when it has imported `a.b.c`: the place of
   * the name at which it fails, -1 where it does not; and whether the import
   * has bound nothing that the attribute chain would meet.
   */
  aliased(names: readonly string[]): { lost: number; displaced: boolean } {
    const owner = this.tableOf(names[0] ?? '');
    if (owner.kind !== 'table') {
      return { lost: -1, displaced: false };
    }
    const displaced = isDisplaced(owner.table, names.join('.'), this.state);
    return { lost: lostName(owner.table, names), displaced };
  }

  /** `<module>.<name>`; `from` also tries to import `<module>.<name>`. */
  member(
    module: Value & { kind: 'module' },
    name: string,
    how: 'attribute' | 'from',
    certain: boolean
  ): Step {
    const unmounted = this.crossing.touch(module.path);
    if (unmounted !== null) {
      return unmounted;
    }
    const owner = this.tableOf(module.path);
    if (owner.kind !== 'table') {
      return owner;
    }
    const { table } = owner;
    const shown = `${module.shown}.${name}`;
    if (isRefusing(shown, table, this.world)) {
      return doubt('what %1 leads to is not in this atlas', shown);
    }
    const late = told('%1 is there only once something has imported it', shown);
    const exception = how === 'from' ? 'ImportError' : 'AttributeError';
    const raised = table.raises(module.path, name);
    if (raised !== null) {
      const isMissing = how === 'from' && typeOf(raised) === 'AttributeError';
      return isMissing
        ? this.submodule(shown, messageOf(raised), certain)
        : fail('raises', typeOf(raised), messageOf(raised));
    }
    const entry = table.entry(module.path, name);
    const target = entry?.target ?? null;
    const spot = { module, name, table, state: this.state };
    const own = rebound(spot, target);
    if (own !== null) {
      return isOwnLoader(target)
        ? doubt('%1 may be the loader or what was imported', shown)
        : { kind: 'module', path: own, shown };
    }
    if (entry !== null && table.absent(module.path, name)) {
      const below = this.state.below(`${module.path}.${name}.`);
      if (below !== 'yes') {
        return below === 'maybe'
          ? unknown(late)
          : how === 'from'
            ? this.importModule(shown, certain)
            : fail('unloaded', exception);
      }
    }
    if (entry !== null) {
      return entry.target === null
        ? objectOf(table, module.path, { name, shown, kind: entry.kind })
        : this.follow(entry.target, shown, certain);
    }
    const named = nameBound(spot);
    const below = named === 'no' ? `${module.path}.${name}` : shown;
    const child = table.canonical(below);
    if (
      how === 'from' &&
      [child, table.canonical(shown)].some(path => this.isThere(path))
    ) {
      return this.submodule(shown, null, certain);
    }
    const holder = this.tableOf(child);
    if (holder.kind === 'table' && holder.table.importable(child)) {
      switch (named === 'no' ? isBound(spot, child, holder.table) : named) {
        case 'yes':
          return { kind: 'module', path: child, shown };
        case 'no':
          return fail('unloaded', exception);
        case 'maybe':
          return unknown(late);
      }
    }
    if (STANDARD.has(name)) {
      return { kind: 'object', shown, owned: null };
    }
    const isOpen = table.open(module.path) && !table.lacks(module.path, name);
    if (isOpen || isUnsure(spot) || table.mayImport(module.path, name)) {
      return doubt('the names of %1 are not in this atlas', module.shown);
    }
    return fail('symbol', exception);
  }

  /** What `from a import b` gives where `a` has no attribute `b`: the submodule, if there is one. */
  private submodule(
    shown: string,
    detail: string | null,
    certain: boolean
  ): Step {
    const step = this.importModule(shown, certain);
    return step.kind === 'failure' && step.reason === 'module'
      ? fail('symbol', 'ImportError', detail)
      : step;
  }

  /** There is a module to import, which may raise. */
  private isThere(path: string): boolean {
    const holder = this.tableOf(path);
    return (
      holder.kind === 'table' &&
      (holder.table.importable(path) || holder.table.error(path) !== null)
    );
  }

  /** Whether the submodule that a function hides has the name, which the function then has not. */
  isHidden({ hides }: Value & { kind: 'object' }, name: string): boolean {
    const owner = hides === undefined ? null : this.tableOf(hides);
    return (
      hides !== undefined &&
      owner?.kind === 'table' &&
      !name.startsWith('__') &&
      owner.table.everNamed(hides, name)
    );
  }

  /** A module-valued attribute; a lazy one imports its target now. */
  private follow(target: string, shown: string, certain: boolean): Step {
    const crossed = this.crossing.cross(shown, target, 'attribute');
    if (crossed !== null) {
      return crossed;
    }
    const holder = this.tableOf(target);
    if (holder.kind !== 'table') {
      return holder;
    }
    const path = holder.table.canonical(target);
    if (!holder.table.exists(path) && path !== rootOf(path)) {
      return doubt('%1 leads to %2, which is not in this atlas', shown, target);
    }
    this.state.load(holder.table, path, certain);
    return { kind: 'module', path, shown };
  }

  private tableOf(path: string): Step | { kind: 'table'; table: Table } {
    const root = rootOf(path);
    return isRoot(root)
      ? tableOf(this.world[root])
      : doubt('%1 is not in this atlas', root);
  }

  private readonly crossing: Crossing;
}
