/** Which TensorFlow and keras work together, as measured by importing them. */

import type { Atlas } from '../atlas/atlas';
import { compareVersions, seriesOf } from '../versions';

/** Exceptions (`Type: message`) of two imports and of both ways to `tensorflow.keras`; null where it works. */
export interface Pair {
  readonly importTensorflow: string | null;
  readonly importKeras: string | null;
  readonly tensorflowKeras: string | null;
  readonly attributeKeras: string | null;
}

interface Versions {
  readonly tensorflow: string | null;
  readonly keras: string | null;
}

/**
 * An exception that speaks of neither package comes from the Python it was
 * measured on (`inspect` has no `ArgSpec` from 3.11 on) and says nothing of another.
 */
function holdsOn(
  pair: Pair & { readonly python: string },
  python: string
): boolean {
  return (
    seriesOf(pair.python) === seriesOf(python) ||
    [
      pair.importTensorflow,
      pair.importKeras,
      pair.tensorflowKeras,
      pair.attributeKeras
    ].every(text => text === null || /tensorflow|keras/i.test(text))
  );
}

/**
 * The measured answer for the same minor releases, the exact ones first; a
 * release newer than the atlas stands for the newest. Null where nobody tried.
 */
export function pairOf(
  atlas: Atlas,
  versions: Versions,
  python: string
): Pair | null {
  const { tensorflow, keras } = versions;
  if (tensorflow === null) {
    return null;
  }
  const rows = atlas.pairs;
  const wanted = {
    tensorflow: nearest(
      tensorflow,
      rows.map(row => row.tensorflow)
    ),
    keras:
      keras === null
        ? null
        : nearest(
            keras,
            rows.flatMap(row => row.keras ?? [])
          )
  };
  const fitting = rows.filter(
    row =>
      holdsOn(row, python) &&
      seriesOf(row.tensorflow) === seriesOf(wanted.tensorflow) &&
      (row.keras === null) === (wanted.keras === null) &&
      (row.keras === null ||
        seriesOf(row.keras) === seriesOf(wanted.keras ?? ''))
  );
  const exact = fitting.find(
    row => row.tensorflow === tensorflow && row.keras === keras
  );
  return exact ?? fitting[0] ?? null;
}

/** The version itself, or the newest of `known` where it is newer than all. */
function nearest(version: string, known: readonly string[]): string {
  return known.length > 0 &&
    known.every(each => compareVersions(version, each) > 0)
    ? known.reduce((a, b) => (compareVersions(a, b) < 0 ? b : a))
    : version;
}
