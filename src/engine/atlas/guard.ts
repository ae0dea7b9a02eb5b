/** Lets the compact form in: what comes from a file is untrusted until it has this shape. */

import type {
  AtlasData,
  MeasurementData,
  ModuleData,
  ObjectsData,
  LimitRow,
  PairRow,
  PairsData,
  ReleaseData
} from './data';
import { AtlasError } from './error';
import { isValues } from './values';

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

function isTextRecord(value: unknown): value is Record<string, string> {
  return isRecord(value) && Object.values(value).every(isText);
}

const SET_FIELDS = ['at', 'hidden', 'dynamic', 'opaque', 'once'];
const ROW_WIDTHS: readonly (readonly [string, number])[] = [
  ['error', 2],
  ['alias', 2],
  ['raises', 3],
  ['lacks', 2],
  ['absent', 2],
  ['loads', 2],
  ['boot', 2]
];

/** Rows of two whole numbers. */
function arePairs(rows: readonly unknown[]): boolean {
  return rows.every(
    row => Array.isArray(row) && row.length === 2 && row.every(Number.isInteger)
  );
}

function isObjects(value: unknown): value is ObjectsData {
  return (
    isRecord(value) &&
    Number.isInteger(value.surveyed) &&
    isText(value.called) &&
    isText(value.records) &&
    Array.isArray(value.names) &&
    value.names.every(
      row =>
        Array.isArray(row) && Number.isInteger(row[0]) && arePairs(row.slice(1))
    ) &&
    isTexts(value.texts)
  );
}

function isModule(value: unknown): value is ModuleData {
  return (
    isRecord(value) &&
    SET_FIELDS.every(
      field => value[field] === undefined || Number.isInteger(value[field])
    ) &&
    (value.names === undefined || isText(value.names)) &&
    (value.is === undefined || isText(value.is)) &&
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
    isTextRecord(value.variables) &&
    isRecord(value.roots) &&
    Object.values(value.roots).every(isTextOrNull) &&
    isTexts(value.constraints) &&
    typeof value.plain === 'boolean' &&
    isRecord(value.columns) &&
    Object.values(value.columns).every(Number.isInteger)
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

function isPairRow(value: unknown): value is PairRow {
  return (
    Array.isArray(value) &&
    value.length === 10 &&
    value.slice(0, 3).every(isTextOrNull) &&
    isText(value[3]) &&
    (value[4] === null || isTextRecord(value[4])) &&
    value.slice(5).every(Number.isInteger)
  );
}

function isPairs(value: unknown): value is PairsData {
  return (
    isRecord(value) &&
    isTexts(value.exceptions) &&
    Array.isArray(value.rows) &&
    value.rows.every(isPairRow)
  );
}

function isLimitRow(value: unknown): value is LimitRow {
  return (
    Array.isArray(value) &&
    value.length === 4 &&
    value.slice(0, 3).every(isText) &&
    Number.isInteger(value[3])
  );
}

function isAtlasData(value: Record<string, unknown>): boolean {
  return (
    Array.isArray(value.measurements) &&
    value.measurements.every(isMeasurement) &&
    isTexts(value.sets) &&
    isText(value.words) &&
    isText(value.paths) &&
    isText(value.rows) &&
    Array.isArray(value.modules) &&
    value.modules.every(isModule) &&
    isObjects(value.objects) &&
    isRecord(value.releases) &&
    Object.values(value.releases).every(
      releases => isRecord(releases) && Object.values(releases).every(isRelease)
    ) &&
    isRecord(value.published) &&
    Object.values(value.published).every(isTextRecord) &&
    isRecord(value.patches) &&
    Object.values(value.patches).every(isTextRecord) &&
    isPairs(value.pairs) &&
    Array.isArray(value.limits) &&
    value.limits.every(isLimitRow) &&
    isValues(value.values)
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
  if (value.schema !== 2) {
    throw new AtlasError(
      'The atlas of releases has schema %1; this version of Keras Doctor reads schema 2.',
      String(value.schema)
    );
  }
  if (!hasShape(value)) {
    throw new AtlasError('The atlas of releases is damaged.');
  }
  return value;
}
