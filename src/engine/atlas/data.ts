/** The compact form as it is read, and the guard that lets it in. The format: atlas/README.md. */

import { AtlasError } from './error';

export type SetIndex = number;
export type PerSet<T extends readonly unknown[]> = readonly (readonly [
  SetIndex,
  ...T
])[];

export interface MeasurementData {
  readonly id: string;
  readonly python: string;
  readonly tensorflow: string | null;
  readonly keras: string | null;
  readonly tf_keras: string | null;
  readonly variables: Readonly<Record<string, string>>;
  readonly roots: Readonly<Record<string, string | null>>;
  readonly constraints: readonly string[];
}

export interface ModuleData {
  readonly at?: SetIndex;
  readonly hidden?: SetIndex;
  readonly dynamic?: SetIndex;
  readonly opaque?: SetIndex;
  readonly error?: PerSet<[string]>;
  readonly alias?: PerSet<[string]>;
  readonly names?: PerSet<[string, string]>;
  readonly raises?: PerSet<[string, string]>;
  readonly lacks?: PerSet<[string]>;
  readonly absent?: PerSet<[string]>;
  readonly loads?: PerSet<[string]>;
  readonly boot?: PerSet<[string]>;
}

export interface ReleaseData {
  readonly requires: readonly string[];
  readonly requiresPython: string | null;
  readonly yanked: boolean;
  readonly wheels: Readonly<Record<string, readonly string[]>>;
}

export interface PairData {
  readonly tensorflow: string;
  readonly keras: string | null;
  readonly python: string;
  readonly importTensorflow: string | null;
  readonly importKeras: string | null;
  /** `import tensorflow.keras`. */
  readonly tensorflowKeras: string | null;
  /** `import tensorflow; tensorflow.keras.layers`. */
  readonly attributeKeras: string | null;
}

export interface AtlasData {
  readonly schema: 1;
  readonly measurements: readonly MeasurementData[];
  readonly sets: readonly string[];
  readonly modules: Readonly<Record<string, ModuleData>>;
  readonly releases: Readonly<
    Record<string, Readonly<Record<string, ReleaseData>>>
  >;
  readonly pairs: readonly PairData[];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || isText(value);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText);
}

const SET_FIELDS = ['at', 'hidden', 'dynamic', 'opaque'];
const ROW_WIDTHS: readonly (readonly [string, number])[] = [
  ['error', 2],
  ['alias', 2],
  ['names', 3],
  ['raises', 3],
  ['lacks', 2],
  ['absent', 2],
  ['loads', 2],
  ['boot', 2]
];

function isModule(value: unknown): value is ModuleData {
  return (
    isRecord(value) &&
    SET_FIELDS.every(
      field => value[field] === undefined || Number.isInteger(value[field])
    ) &&
    ROW_WIDTHS.every(([field, width]) => {
      const rows = value[field];
      return (
        rows === undefined ||
        (Array.isArray(rows) &&
          rows.every(
            row =>
              Array.isArray(row) &&
              row.length === width &&
              Number.isInteger(row[0]) &&
              row.slice(1).every(isText)
          ))
      );
    })
  );
}

function isMeasurement(value: unknown): value is MeasurementData {
  return (
    isRecord(value) &&
    isText(value.id) &&
    isText(value.python) &&
    ['tensorflow', 'keras', 'tf_keras'].every(key =>
      isTextOrNull(value[key])
    ) &&
    isRecord(value.variables) &&
    Object.values(value.variables).every(isText) &&
    isRecord(value.roots) &&
    Object.values(value.roots).every(isTextOrNull) &&
    isTexts(value.constraints)
  );
}

function isRelease(value: unknown): value is ReleaseData {
  return (
    isRecord(value) &&
    isTexts(value.requires) &&
    isTextOrNull(value.requiresPython) &&
    typeof value.yanked === 'boolean' &&
    isRecord(value.wheels) &&
    Object.values(value.wheels).every(isTexts)
  );
}

function isPair(value: unknown): value is PairData {
  return (
    isRecord(value) &&
    isText(value.tensorflow) &&
    isText(value.python) &&
    [
      'keras',
      'importTensorflow',
      'importKeras',
      'tensorflowKeras',
      'attributeKeras'
    ].every(key => isTextOrNull(value[key]))
  );
}

function isAtlasData(value: Record<string, unknown>): boolean {
  return (
    Array.isArray(value.measurements) &&
    value.measurements.every(isMeasurement) &&
    isTexts(value.sets) &&
    isRecord(value.modules) &&
    Object.values(value.modules).every(isModule) &&
    isRecord(value.releases) &&
    Object.values(value.releases).every(
      releases => isRecord(releases) && Object.values(releases).every(isRelease)
    ) &&
    Array.isArray(value.pairs) &&
    value.pairs.every(isPair)
  );
}

function hasShape(
  value: Record<string, unknown>
): value is Record<string, unknown> & AtlasData {
  return isAtlasData(value);
}

/** Lets the compact form in. Throws AtlasError with one line for people. */
export function readAtlasData(value: unknown): AtlasData {
  if (!isRecord(value)) {
    throw new AtlasError('The atlas of releases is not readable.');
  }
  if (value.schema !== 1) {
    throw new AtlasError(
      `The atlas of releases has schema ${String(value.schema)}; this version of Keras Doctor reads schema 1.`
    );
  }
  if (!hasShape(value)) {
    throw new AtlasError('The atlas of releases is damaged.');
  }
  return value;
}
