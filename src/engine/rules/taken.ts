/** Which measured releases take a value that this one refuses. */

import type { MeasurementData } from '../atlas/data';
import type { Refusal } from '../resolver/refusal';
import { compareVersions, seriesOf } from '../versions';
import type { Context } from './rule';
import { releasesTold, titleOf } from './wording';

/** "TensorFlow 2.13 to 2.15 take it." or null where no measured release is known to. */
export function takenIn(
  { taken }: Refusal,
  symbol: string,
  context: Context
): string | null {
  const { atlas, say } = context;
  const [root = ''] = symbol.split('.');
  const columns = new Set(taken);
  const series = atlas.measurements.flatMap(measurement => {
    const { version, column } = releaseOf(measurement, root);
    return version !== null && column !== undefined && columns.has(column)
      ? [seriesOf(version) ?? version]
      : [];
  });
  const releases = [...new Set(series)].sort(compareVersions);
  const told = releasesTold(releases, context);
  return releases.length === 0
    ? null
    : releases.length === 1
      ? say('%1 %2 takes it.', titleOf(root), told)
      : say('%1 %2 take it.', titleOf(root), told);
}

/** The release of a package in a measurement, and the column that tells of its Keras. */
function releaseOf(
  measurement: MeasurementData,
  root: string
): { readonly version: string | null; readonly column: number | undefined } {
  const { columns, tensorflow, keras, plain } = measurement;
  if (root === 'tf_keras') {
    return { version: measurement.tf_keras, column: columns[root] };
  }
  if (root === 'keras') {
    // Keras 2.4 only re-exports what is in TensorFlow.
    const shown = seriesOf(keras ?? '') === '2.4' ? 'tensorflow' : 'keras';
    return { version: keras, column: columns[shown] };
  }
  const inside = tensorflow !== null && compareVersions(tensorflow, '2.6') < 0;
  return {
    version: plain ? tensorflow : null,
    column: columns[inside ? 'tensorflow' : 'keras']
  };
}
