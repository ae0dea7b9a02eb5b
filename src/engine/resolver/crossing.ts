/** What happens where a name of TensorFlow leads into another package. */

import { rootOf } from '../atlas/path';
import type { Table } from '../atlas/table';
import { messageOf, typeOf } from './exceptions';
import { isRoot } from './names';
import { fail, unknown, type Step } from './step';
import type { World } from './world';

/**
 * A module of another package that stands in `sys.modules` below one path
 * (`tensorflow._api.v2.compat.v1.nn.layers`): below an alias of that path it
 * is an attribute, and need not be importable. `tensorflow.keras` itself is,
 * under every such path (tests/truth).
 */
export function isMount(table: Table, shown: string): boolean {
  const cut = shown.lastIndexOf('.');
  const twin = `${table.canonical(shown.slice(0, cut))}${shown.slice(cut)}`;
  return (
    twin !== shown &&
    !shown.endsWith('.keras') &&
    !table.exists(shown) &&
    rootOf(twin) === rootOf(shown) &&
    rootOf(table.canonical(twin)) !== rootOf(twin)
  );
}

/** A module of another distribution that TensorFlow shows as its own: atlas/builder/elsewhere.py keeps it where no import leads. */
export function isElsewhere(path: string): boolean {
  return path.includes('.~');
}

/** Folders of TensorFlow without any Python: importable all the same, as namespace packages (conformance/regressions.json). */
export function isFolder(shown: string): boolean {
  return /^tensorflow\.(include|xla_aot_runtime_src)(\.|$)/.test(shown);
}

/**
 * TensorFlow 1.15 to 2.1 keep their files in `tensorflow_core`, and take some
 * names off it while they load: what is told of these two packages is where
 * the files are, and not what a process sees.
 */
export function isForwarded(table: Table, shown: string): boolean {
  return (
    /^tensorflow\.(_api|compiler)\./.test(shown) &&
    /^(1\.15|2\.0|2\.1)\./.test(table.measurement.tensorflow ?? '')
  );
}

/** With Keras 3 the loader of these cells refuses names that the module behind it has (conformance/regressions.json). */
export function isRefusing(shown: string, { line }: World): boolean {
  return line === 'keras3' && /\.v1\.nn\.rnn_cell\.\w+$/.test(shown);
}

export class Crossing {
  constructor(private readonly world: World) {}

  /** What happens where a name of TensorFlow leads into the installed keras; null where nothing does. */
  cross(shown: string, path: string, way: 'import' | 'attribute'): Step | null {
    if (rootOf(shown) !== 'tensorflow' || rootOf(path) === 'tensorflow') {
      return null;
    }
    const mount = this.world.mount[way];
    if (mount.kind === 'broken') {
      return fail('pair', typeOf(mount.exception), messageOf(mount.exception));
    }
    if (mount.kind === 'unknown') {
      return unknown(mount.why);
    }
    const target = rootOf(path);
    return isRoot(target) && this.world[target].kind === 'absent'
      ? unknown(`${shown} without ${target} was not measured`)
      : null;
  }
}
