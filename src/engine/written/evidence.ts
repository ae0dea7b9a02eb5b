/** What a notebook keeps of the releases that it ran with. */

import type { Atlas } from '../atlas/atlas';
import type { Pin } from '../source/usage';
import type { Say } from '../text';
import type { Cell } from '../types';
import { compareVersions, seriesOf } from '../versions';

/** The text of one output, as the file had it before anything ran here. */
export interface SavedOutput {
  /** Index of its cell among all cells. */
  readonly cell: number;
  /** What the cell said when it gave this output. */
  readonly source: string;
  readonly text: string;
}

/** What a notebook's file keeps beside its cells. It comes from anywhere, and may be anything. */
export interface Saved {
  /** `metadata.language_info.version`: the Python of the kernel that saved it. */
  readonly language: string | null;
  readonly outputs: readonly SavedOutput[];
}

export interface Evidence {
  /** `ran`: the release was there; `asked`: the notebook's own wish; `python`: which releases were made for the Python. */
  readonly kind: 'ran' | 'asked' | 'python';
  /** One clause, as people read it. */
  readonly says: string;
  /** Whether a release of TensorFlow agrees with it. */
  readonly fits: (tensorflow: string) => boolean;
}

/** What evidence is looked for in, and what it is held against. */
export interface Kept {
  readonly cells: readonly Cell[];
  readonly pins: readonly Pin[];
  readonly saved: Saved;
  readonly atlas: Atlas;
  readonly say: Say;
}

/** `Cell 3`, as people count. */
export function cellName(cell: number, say: Say): string {
  return say('cell %1', String(cell + 1));
}

/** Of releases older than any that was measured, what holds of the oldest one. */
function oldestFor(tensorflow: string, atlas: Atlas): string | null {
  const measured = atlas.measurements
    .flatMap(each => each.tensorflow ?? [])
    .sort(compareVersions)[0];
  return measured !== undefined && compareVersions(tensorflow, measured) < 0
    ? seriesOf(measured)
    : seriesOf(tensorflow);
}

/** Those releases of TensorFlow beside which a keras of this minor release was imported; null where none was. */
export function besideKeras(
  keras: string,
  atlas: Atlas
): Evidence['fits'] | null {
  const series = seriesOf(keras);
  return among(
    atlas.mixtures.pairs.flatMap(row =>
      series !== null &&
      seriesOf(row.keras ?? '') === series &&
      row.importKeras === null
        ? (row.tensorflow ?? [])
        : []
    ),
    atlas
  );
}

/** Those in which a module of keras was measured to be there; null where it was nowhere. */
export function withModule(
  path: string,
  atlas: Atlas
): Evidence['fits'] | null {
  return among(
    atlas.measurements.flatMap(each =>
      each.columns['keras'] !== undefined &&
      each.roots['keras'] === null &&
      atlas.table(each)?.exists(path) === true
        ? (each.tensorflow ?? [])
        : []
    ),
    atlas
  );
}

function among(
  releases: readonly string[],
  atlas: Atlas
): Evidence['fits'] | null {
  const found = new Set(releases.map(seriesOf));
  return found.size === 0
    ? null
    : tensorflow => found.has(oldestFor(tensorflow, atlas));
}
