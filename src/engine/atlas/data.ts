/** The compact form as it is read. The format: atlas/README.md. */

import type { ValuesData } from './values';

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
  /** It stands for its TensorFlow release: with the Keras of its day. */
  readonly plain: boolean;
  /** By root: which column holds what was measured of it; a root that was not looked at has none. */
  readonly columns: Readonly<Record<string, number>>;
}

export interface ModuleData {
  readonly at?: SetIndex;
  readonly hidden?: SetIndex;
  readonly dynamic?: SetIndex;
  readonly opaque?: SetIndex;
  readonly once?: SetIndex;
  readonly error?: PerSet<[string]>;
  readonly alias?: PerSet<[string]>;
  /** Text of numbers: set, kind, row. */
  readonly names?: string;
  readonly raises?: PerSet<[string, string]>;
  readonly lacks?: PerSet<[string]>;
  readonly absent?: PerSet<[string]>;
  readonly loads?: PerSet<[string]>;
  readonly boot?: PerSet<[string]>;
  /** Text of numbers: names that are another object here than usual. */
  readonly is?: string;
}

/** Rows of one field: a set of columns, then numbers that point into `rows`, `texts` or `records`. */
export type NumberRows = readonly (readonly number[])[];

/** A class or callable, decoded. */
export interface ObjectData {
  /** The set of columns in which it was seen. */
  readonly in: SetIndex;
  readonly open?: NumberRows;
  readonly made?: NumberRows;
  readonly bases?: NumberRows;
  readonly members?: NumberRows;
  readonly lacks?: NumberRows;
  readonly sets?: NumberRows;
  readonly holds?: NumberRows;
  readonly calls?: NumberRows;
  readonly methods?: NumberRows;
  readonly deprecated?: NumberRows;
  readonly unusable?: NumberRows;
  readonly refusals?: NumberRows;
  readonly deprecatedMethods?: NumberRows;
  readonly deprecatedKeywords?: NumberRows;
  readonly doubtful?: NumberRows;
}

export interface ObjectsData {
  /** Columns whose objects were looked at. */
  readonly surveyed: SetIndex;
  /** The last name of each record, coded. */
  readonly called: string;
  /** Texts of numbers, a blank between two. */
  readonly records: string;
  /** A word, then `[set, record]`: what the name usually is, where that is not the first record of that name. */
  readonly names: readonly (readonly [
    number,
    ...(readonly [SetIndex, number])[]
  ])[];
  readonly texts: readonly string[];
}

export interface ReleaseData {
  readonly requires: readonly string[];
  readonly requiresPython: string | null;
  readonly yanked: boolean;
  readonly wheels: Readonly<Record<string, readonly string[]>>;
}

/** Releases, Python and variables of a mixture, then by number what each import raises: 0 nothing, -1 not tried. */
export type PairRow = readonly [
  tensorflow: string | null,
  keras: string | null,
  tfKeras: string | null,
  python: string,
  variables: Readonly<Record<string, string>> | null,
  importTensorflow: number,
  importKeras: number,
  importTfKeras: number,
  tensorflowKeras: number,
  attributeKeras: number
];

export interface PairsData {
  readonly exceptions: readonly string[];
  readonly rows: readonly PairRow[];
}

/** A release of TensorFlow, a distribution and its release, then by number in `pairs.exceptions` what `import tensorflow` raises. */
export type LimitRow = readonly [
  tensorflow: string,
  distribution: string,
  version: string,
  importTensorflow: number
];

export interface AtlasData {
  readonly schema: 2;
  readonly measurements: readonly MeasurementData[];
  readonly sets: readonly string[];
  readonly words: string;
  readonly paths: string;
  readonly rows: string;
  /** In the order of `paths`. */
  readonly modules: readonly ModuleData[];
  readonly objects: ObjectsData;
  readonly releases: Readonly<
    Record<string, Readonly<Record<string, ReleaseData>>>
  >;
  /** Every final release of the index: the Pythons of its Linux wheels. */
  readonly published: Readonly<
    Record<string, Readonly<Record<string, string>>>
  >;
  /** By package, each final release that is not measured itself: the measured one that speaks for it, and where they differ. */
  readonly patches: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly pairs: PairsData;
  readonly limits: readonly LimitRow[];
  readonly values: ValuesData;
}
