/** Facts about a process that are no findings: which keys `sys.modules` has, whether two names are one object, what has a spec. */

import { rootOf } from '../atlas/path';
import type { Table } from '../atlas/table';
import type { Environment } from '../types';
import type { Root } from './judged';
import { Lookup } from './lookup';
import { isRoot } from './names';
import { reach } from './reach';
import { ModuleState } from './state';
import type { Failure, Step } from './step';
import type { World } from './world';
import { told, type Told } from '../text';

/** `yes`, `no`, or unknown; a failure where asking raises. */
export type Fact =
  | { readonly kind: 'yes' }
  | { readonly kind: 'no' }
  | Failure
  | { readonly kind: 'unknown'; readonly why: Told };

const YES: Fact = { kind: 'yes' };
const NO: Fact = { kind: 'no' };

const unsure = (why: Told): Fact => ({ kind: 'unknown', why });

/** One process: what it has imported and touched so far decides the answers. */
export class Session {
  constructor(
    private readonly world: World,
    private readonly environment: Environment
  ) {
    this.lookup = new Lookup(world, environment, new ModuleState());
  }

  /** `import <path>`. */
  import(path: string): Step {
    const [root = '', ...names] = path.split('.');
    let step = this.lookup.importRoot(root);
    let shown = root;
    for (const name of names) {
      if (step.kind !== 'module') {
        return step;
      }
      shown = `${shown}.${name}`;
      step = this.lookup.importModule(shown, true);
      if (step.kind === 'module') {
        this.keys.add(shown);
      }
    }
    return step;
  }

  /** The attribute chain, its root imported before. */
  touch(path: string): Step {
    const [root = '', ...names] = path.split('.');
    let step = this.lookup.importRoot(root);
    for (const name of names) {
      if (step.kind !== 'module') {
        return step;
      }
      step = this.lookup.member(step, name, 'attribute', true);
      if (step.kind === 'module') {
        this.keys.add(step.path);
      }
    }
    return step;
  }

  /** Whether `sys.modules` has the key. */
  isLoaded(key: string): Fact {
    const root = rootOf(key);
    const table = isRoot(root) ? this.tableOf(root) : null;
    if (!isRoot(root) || this.world[root].kind === 'unknown') {
      return unsure(told('whether %1 is loaded is not in this atlas', key));
    }
    if (this.keys.has(key)) {
      return YES;
    }
    if (table === null || !this.lookup.state.isOpen(root)) {
      // TensorFlow's own import brings the keras that it mounts in some releases and not in others.
      return this.mounted === root && this.lookup.state.isOpen('tensorflow')
        ? unsure(
            told('whether TensorFlow has loaded %1 is not in this atlas', root)
          )
        : NO;
    }
    return key === root ? YES : this.isOwn(table, key);
  }

  /** `<one> is <other>`, two attribute chains. */
  isSame(one: string, other: string): Fact {
    const steps = [this.touch(one), this.touch(other)];
    const raised = steps.find(
      (step): step is Failure => step.kind === 'failure'
    );
    if (raised !== undefined) {
      return raised;
    }
    const [first, second] = steps.map(step => this.identityOf(step));
    return first === null || second === null
      ? unsure(told('whether %1 is %2 is not in this atlas', one, other))
      : first === second
        ? YES
        : NO;
  }

  /** `importlib.util.find_spec(path)`: what precedes the last name is imported. */
  hasSpec(path: string): Fact {
    const cut = path.lastIndexOf('.');
    const step = cut < 0 ? this.import(path) : this.import(path.slice(0, cut));
    if (step.kind === 'failure') {
      return step.reason === 'package' && cut < 0 ? NO : step;
    }
    if (step.kind !== 'module') {
      return unsure(told('whether there is %1 is not in this atlas', path));
    }
    // The last one is only looked for, and raises nothing yet.
    const found = reach(path, this.world, this.environment);
    return found.kind === 'module' ||
      (found.kind === 'failure' && found.reason === 'pair')
      ? YES
      : found.kind === 'unknown'
        ? found
        : NO;
  }

  /** Whether the root has loaded a module under this very path, and not one that stands elsewhere. */
  private isOwn(table: Table, key: string): Fact {
    const root = rootOf(key);
    let path: string = root;
    for (const name of key.split('.').slice(1)) {
      const entry = table.entry(path, name);
      path = `${path}.${name}`;
      const isLed = entry?.target === path;
      const isBound =
        this.lookup.state.bound.has(path) || table.boots(path, root);
      const isEntered = this.lookup.state.bound.has(path) || path === key;
      if (isLed && entry?.kind === 'l' && !(isBound && isEntered)) {
        return unsure(
          told('whether the lazy %1 is loaded is not in this atlas', path)
        );
      }
      if (!isLed && !isBound) {
        return NO;
      }
    }
    return YES;
  }

  /** The package whose keras `tensorflow.keras` is. */
  private get mounted(): Root | null {
    switch (this.world.line) {
      case 'keras2':
      case 'keras3':
        return 'keras';
      case 'legacy':
        return 'tf_keras';
      case 'inside':
      case 'none':
        return null;
    }
  }

  /** Names of one object have the same identity: its number, and the package whose release has it. */
  private identityOf(step: Step): string | null {
    if (step.kind === 'module') {
      return step.path;
    }
    if (step.kind !== 'object' || !step.owned || step.owned.instance) {
      return null;
    }
    const { number, root } = step.owned;
    const roots: readonly Root[] = [root, 'tensorflow', 'keras', 'tf_keras'];
    const owner = roots.find(
      each => this.tableOf(each)?.thing(number, each) != null
    );
    return owner === undefined ? null : `${owner} ${number}`;
  }

  private tableOf(root: Root): Table | null {
    const part = this.world[root];
    return part.kind === 'known' ? part.table : null;
  }

  private readonly lookup: Lookup;
  /** Keys that an import or a touch is known to have made. */
  private readonly keys = new Set<string>();
}
