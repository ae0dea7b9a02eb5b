/** Each measured minor release of TensorFlow with the Keras of its day, as an environment. */

import type { Atlas } from '../atlas/atlas';
import { environmentOf } from '../resolver/measured';
import type { Environment } from '../types';
import { compareVersions, seriesOf } from '../versions';

export interface Plain {
  /** `2.4`. */
  readonly series: string;
  readonly environments: readonly Environment[];
}

const known = new WeakMap<Atlas, readonly Plain[]>();

/** Oldest first; with a keras beside it too, where TensorFlow brings none. The same objects each time: worlds are kept by them. */
export function plainsOf(atlas: Atlas): readonly Plain[] {
  const plains = known.get(atlas) ?? made(atlas);
  known.set(atlas, plains);
  return plains;
}

function made(atlas: Atlas): readonly Plain[] {
  const working = atlas.measurements.filter(
    each => each.roots['tensorflow'] === null && each.tf_keras === null
  );
  return working
    .filter(each => each.plain && each.tensorflow !== null)
    .map(plain => {
      const beside = working
        .filter(
          each =>
            each.tensorflow === plain.tensorflow &&
            each.keras !== null &&
            each.roots['keras'] === null
        )
        .sort((a, b) => compareVersions(b.keras ?? '', a.keras ?? ''))[0];
      return {
        series: seriesOf(plain.tensorflow ?? '') ?? '',
        environments: [
          environmentOf(plain),
          ...(plain.keras === null && beside !== undefined
            ? [environmentOf(beside)]
            : [])
        ]
      };
    })
    .sort((a, b) => compareVersions(a.series, b.series));
}
