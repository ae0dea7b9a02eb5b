/** One step of Python's name lookup: an attribute of a module, or the import of a path. */

import { rootOf } from '../atlas/path';
import type { Table } from '../atlas/table';
import type { Environment } from '../types';
import {
  Crossing,
  isDisplaced,
  isForwarded,
  isLazily,
  isRefusing,
  lostName,
  openedBy
} from './crossing';
import { isOurs, lacksOther, messageOf, typeOf } from './exceptions';
import { isRoot, OF_LOADERS, STANDARD } from './names';
import { objectOf } from './named';
import { openPart } from './opening';
import type { ModuleState } from './state';
import { fail, fromImport, unknown, type Step } from './step';
import type { Value } from './verdict';
import type { World } from './world';

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
      return unknown(`a file beside the notebook hides ${root}`);
    }
    if (!isRoot(root)) {
      return this.environment.installed[root] == null
        ? fail('package', 'ModuleNotFoundError')
        : unknown(`${root} is not in this atlas`);
    }
    const opened = openPart(this.world[root]);
    if (opened.kind !== 'table') {
      return opened;
    }
    this.state.roots.add(root);
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
      return unknown(
        `importing ${shown} raises ${error} where it was measured`
      );
    }
    if (!listed) {
      return fail('module', 'ModuleNotFoundError');
    }
    this.state.open(shown, 'import', certain);
    this.state.load(holder.table, target, certain);
    return { kind: 'module', path: target, shown };
  }

  /** The place of the name at which `import a.b.c as x` fails although `a.b.c` was imported; -1 where it does not. */
  lostName(names: readonly string[]): number {
    const owner = this.tableOf(names[0] ?? '');
    return owner.kind === 'table' ? lostName(owner.table, names) : -1;
  }

  /** Importing the path binds nothing that its attribute chain would meet: crossing.ts. */
  isDisplaced(shown: string): boolean {
    const owner = this.tableOf(shown);
    return owner.kind === 'table' && isDisplaced(owner.table, shown);
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
      return unknown(`what ${shown} leads to is not in this atlas`);
    }
    const exception = how === 'from' ? 'ImportError' : 'AttributeError';
    const raised = table.raises(module.path, name);
    if (raised !== null) {
      const type = typeOf(raised);
      return fail(
        'raises',
        how === 'from' && type === 'AttributeError' ? 'ImportError' : type,
        messageOf(raised)
      );
    }
    const known = { table, state: this.state };
    const opened = openedBy(shown, certain, known);
    const isLazy = isLazily(shown, how, known);
    const entry = table.entry(module.path, name);
    if (opened !== null) {
      return opened;
    }
    if (entry !== null && this.state.rebinds(module.path, name, entry.target)) {
      return module.path.includes('.src')
        ? { kind: 'module', path: `${module.path}.${name}`, shown }
        : unknown(`${shown} may be the loader or what was imported`);
    }
    if (entry !== null && table.absent(module.path, name)) {
      const below = this.state.below(`${module.path}.${name}.`);
      if (below !== 'yes') {
        return below === 'maybe'
          ? unknown(`${shown} is there only once something has imported it`)
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
    const child = table.canonical(`${module.path}.${name}`);
    const holder = this.tableOf(child);
    const isModule = holder.kind === 'table' && holder.table.importable(child);
    if (
      how === 'from' &&
      holder.kind === 'table' &&
      holder.table.error(child) !== null
    ) {
      // `from P import m` imports P.m; what that raises goes through.
      return this.importModule(shown, certain);
    }
    const imported =
      rootOf(module.path) === 'tensorflow' &&
      (isLazy || this.state.isImported(shown, table)) &&
      !isDisplaced(table, module.shown);
    if (isModule) {
      const loaded = this.state.loaded(holder.table, child);
      if (how === 'from') {
        return fromImport(this.importModule(shown, certain));
      }
      if (table.absent(module.path, name) && !isLazy) {
        return isForwarded(table, shown, this.state)
          ? unknown(`${shown} is there after some imports of Keras' API`)
          : fail('unloaded', exception);
      }
      const isContrib = module.path.startsWith('tensorflow.contrib.');
      const isOpen = table.open(module.path) || imported || isContrib;
      if (loaded === 'no' && !isOpen) {
        return fail('unloaded', exception);
      }
      return loaded === 'yes'
        ? { kind: 'module', path: child, shown }
        : unknown(`${shown} is there only once something has imported it`);
    }
    if (STANDARD.has(name)) {
      return { kind: 'object', shown, owned: null };
    }
    if (imported) {
      return unknown(`${shown} is there if ${module.shown} names one module`);
    }
    const isOpen = table.open(module.path) && !table.lacks(module.path, name);
    if (isOpen || OF_LOADERS.has(name) || table.mayImport(module.path, name)) {
      return unknown(`the names of ${module.shown} are not in this atlas`);
    }
    return fail('symbol', exception);
  }

  /** Whether the submodule that a function hides has the name, which the function then has not. */
  isHidden({ hides = '' }: Value & { kind: 'object' }, name: string): boolean {
    const owner = this.tableOf(hides);
    return (
      owner.kind === 'table' &&
      !name.startsWith('_') &&
      owner.table.entry(hides, name) !== null
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
      return unknown(`${shown} leads to ${target}, which is not in this atlas`);
    }
    this.state.load(holder.table, path, certain);
    return { kind: 'module', path, shown };
  }

  private tableOf(path: string): Step | { kind: 'table'; table: Table } {
    const root = rootOf(path);
    return isRoot(root)
      ? openPart(this.world[root])
      : unknown(`${root} is not in this atlas`);
  }

  private readonly crossing: Crossing;
}
