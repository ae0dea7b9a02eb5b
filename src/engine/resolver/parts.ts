/** Which measurement speaks for one of the three packages. */

import type { Atlas } from '../atlas/atlas';
import type { MeasurementData } from '../atlas/data';
import type { Table } from '../atlas/table';
import type { Environment } from '../types';
import { seriesOf } from '../versions';
import { messageOf, typeOf } from './exceptions';
import type { Root, Versions } from './judged';
import { kerasLine, type KerasLine } from './mounts';
import { fail, unknown, type Step } from './step';
import { told, type Told } from '../text';

/** How far one of the three packages can be judged. */
export type Part =
  | { readonly kind: 'absent' }
  /** Nothing measured speaks for it; `why` is one line. */
  | { readonly kind: 'unknown'; readonly version: string; readonly why: Told }
  /** Its own import raises `exception` (`Type: message`). */
  | {
      readonly kind: 'broken';
      readonly version: string;
      readonly exception: string;
    }
  | {
      readonly kind: 'known';
      readonly version: string;
      readonly table: Table;
      /** The measured release that speaks for it. */
      readonly measured: string;
      /** Set where nothing is known of the release itself, and the nearest measured one speaks for it. */
      readonly neighbour: boolean;
    };

/** The table of a package that can be judged; otherwise what its import gives. */
export function tableOf(part: Part): Step | { kind: 'table'; table: Table } {
  switch (part.kind) {
    case 'known':
      return { kind: 'table', table: part.table };
    case 'unknown':
      return unknown(part.why);
    case 'absent':
      return fail('package', 'ModuleNotFoundError');
    case 'broken':
      return fail('pair', typeOf(part.exception), messageOf(part.exception));
  }
}

/** A file beside the notebook stands for the package, unless this process has loaded the package before. */
export function shadowOf(environment: Environment, root: Root): string | null {
  return environment.loaded[root] !== undefined
    ? null
    : (environment.shadowing?.find(({ module }) => module === root)?.path ??
        null);
}

/** The probe found it and could not tell its release, or could not look for it; or something hides it. */
export function unreadable(environment: Environment, root: Root): Part | null {
  const shadow = shadowOf(environment, root);
  if (shadow !== null) {
    const why = told('%1 hides the package %2', shadow, root);
    return { kind: 'unknown', version: '', why };
  }
  return environment.installed[root] === undefined &&
    environment.loaded[root] === undefined
    ? {
        kind: 'unknown',
        version: '',
        why: told('the release of %1 could not be read', TITLES[root])
      }
    : null;
}

export interface Choice {
  readonly atlas: Atlas;
  readonly versions: Versions;
  readonly line: KerasLine;
}

const TITLES = {
  tensorflow: 'TensorFlow',
  keras: 'keras',
  tf_keras: 'tf_keras'
};

/** The measurement of the release that speaks for this one, in the mixture that stands nearest. */
export function partOf(root: Root, { atlas, versions, line }: Choice): Part {
  const version = versions[root];
  if (version === null) {
    return { kind: 'absent' };
  }
  const working = atlas.measurements.filter(
    m =>
      m[root] !== null &&
      m.roots[root] === null &&
      m.columns[root] !== undefined
  );
  const standIn = atlas.patches.standIn(
    root,
    version,
    working.flatMap(m => m[root] ?? [])
  );
  const fitting = working.filter(
    m => m[root] === standIn?.version && speaksFor(root, m, { versions, line })
  );
  const best = fitting
    .map(m => ({ m, score: score(m, { versions, line }) }))
    .sort((a, b) => b.score - a.score)[0]?.m;
  const table =
    best === undefined ? null : atlas.table(best, standIn?.apart ?? []);
  if (standIn === null || table === null) {
    return {
      kind: 'unknown',
      version,
      why: told('%1 %2 is not in this atlas', TITLES[root], version)
    };
  }
  return {
    kind: 'known',
    version,
    table,
    measured: standIn.version,
    neighbour: standIn.neighbour
  };
}

/** Keras 2.4 only re-exports `tensorflow.keras`: its names are those of that TensorFlow. */
function speaksFor(
  root: Root,
  measurement: MeasurementData,
  { versions, line }: Omit<Choice, 'atlas'>
): boolean {
  if (root === 'keras' && seriesOf(measurement.keras ?? '') === '2.4') {
    return (
      versions.tensorflow !== null &&
      seriesOf(measurement.tensorflow ?? '') === seriesOf(versions.tensorflow)
    );
  }
  if (root === 'tensorflow') {
    return lineOf(measurement) === line || line === 'inside' || line === 'none';
  }
  return (measurement.tensorflow === null) === (versions.tensorflow === null);
}

function lineOf(measurement: MeasurementData): KerasLine {
  return kerasLine(measurement, measurement.variables);
}

function score(
  measurement: MeasurementData,
  { versions, line }: Omit<Choice, 'atlas'>
): number {
  const same = (key: Root): number => {
    const [a, b] = [measurement[key], versions[key]];
    return a === b ? 2 : seriesOf(a ?? '') === seriesOf(b ?? '') ? 1 : 0;
  };
  return (
    30 * Number(lineOf(measurement) === line) +
    10 * same('tensorflow') +
    same('keras') +
    same('tf_keras')
  );
}
