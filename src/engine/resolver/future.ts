/** What becomes of a name: from which release on it is gone for good. */

import type { Atlas } from '../atlas/atlas';
import { compareVersions, seriesOf } from '../versions';
import { reach } from './reach';
import { measuredWorlds, type MeasuredWorld } from './measured';

export class Future {
  /** @param version The release that is used here. */
  constructor(
    atlas: Atlas,
    private readonly root: 'tensorflow' | 'keras',
    version: string
  ) {
    const released = ({ measurement }: MeasuredWorld): string =>
      measurement[root] ?? '';
    this.later = measuredWorlds(atlas)
      .filter(
        each =>
          (root === 'keras'
            ? each.measurement.columns['keras'] !== undefined
            : each.measurement.plain) &&
          each.world[root].kind === 'known' &&
          compareVersions(
            seriesOf(released(each)) ?? '',
            seriesOf(version) ?? '9999'
          ) > 0
      )
      .sort(
        (a, b) =>
          compareVersions(released(b), released(a)) ||
          compareVersions(
            b.measurement.tensorflow ?? '',
            a.measurement.tensorflow ?? ''
          )
      );
  }

  /**
   * The first minor release (`2.16`) of those that have no such name, up to the
   * newest; TensorFlow with the Keras of its day. Null where the newest
   * has it, or cannot tell.
   */
  goneSince(path: string): string | null {
    const [newest] = this.later;
    if (newest === undefined || !lacks(newest, path)) {
      return null;
    }
    const kept = this.later.findIndex(each => !lacks(each, path));
    const without = kept < 0 ? this.later : this.later.slice(0, kept);
    const version = without[without.length - 1]?.measurement[this.root];
    return version == null ? null : seriesOf(version);
  }

  /** The newest release has the name. */
  lasts(path: string): boolean {
    const [newest] = this.later;
    if (newest === undefined) {
      return false;
    }
    const { kind } = reach(path, newest.world, newest.environment);
    return kind === 'module' || kind === 'object';
  }

  /** Newest first. */
  private readonly later: readonly MeasuredWorld[];
}

/** The path is missing as a name of a module, or as a module. */
function lacks({ world, environment }: MeasuredWorld, path: string): boolean {
  const names = path.split('.');
  for (const at of names.keys()) {
    const step = reach(names.slice(0, at + 1).join('.'), world, environment);
    if (step.kind === 'failure') {
      return step.reason === 'symbol' || step.reason === 'module';
    }
    if (step.kind !== 'module') {
      return false;
    }
  }
  return false;
}
