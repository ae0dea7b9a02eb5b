/** Typed read access to the atlas. */

import type { AtlasData, MeasurementData, ReleaseData } from './data';
import { readAtlasData } from './guard';
import { Mixtures } from './mixtures';
import { Objects } from './objects';
import { Patches } from './patches';
import { Table } from './table';
import { Tables } from './tables';

export { AtlasError } from './error';

export interface Limit {
  readonly tensorflow: string;
  /** Key of `Environment.installed`. */
  readonly distribution: string;
  readonly version: string;
  /** Null where the import works. */
  readonly raised: string | null;
}

export class Atlas {
  constructor(private readonly data: AtlasData) {
    this.mixtures = new Mixtures(data.pairs);
    this.limits = data.limits.map(
      ([tensorflow, distribution, version, number]) => ({
        tensorflow,
        distribution,
        version,
        raised: (data.pairs.exceptions[number] ?? '') || null
      })
    );
    const tables = new Tables(data);
    this.paths = tables.paths;
    this.patches = new Patches(data.patches);
    const objects = new Objects(data.objects, tables);
    this.tables = new Map(
      data.measurements.map(each => [each, new Table(tables, objects, each)])
    );
  }

  get measurements(): readonly MeasurementData[] {
    return this.data.measurements;
  }

  /** Which releases were imported together, and what that raised. */
  readonly mixtures: Mixtures;

  /** What importing TensorFlow raises beside other releases of its requirements. */
  readonly limits: readonly Limit[];

  /** Which measured release speaks for another one. */
  readonly patches: Patches;

  /** Every module of every release, under the path that it is kept under. */
  get modulePaths(): readonly string[] {
    return this.paths;
  }

  /**
   * What was measured in an environment, but nothing of the names of the
   * modules `apart`; null for one that is not of this atlas.
   */
  table(
    measurement: MeasurementData,
    apart: readonly string[] = []
  ): Table | null {
    const whole = this.tables.get(measurement) ?? null;
    if (whole === null || apart.length === 0) {
      return whole;
    }
    const key = [measurement.id, ...apart].join(' ');
    const table = this.parted.get(key) ?? whole.without(apart);
    this.parted.set(key, table);
    return table;
  }

  /** What is known of a release of `tensorflow`, `keras` or `tf_keras`. */
  release(name: string, version: string): ReleaseData | null {
    return this.data.releases[name]?.[version] ?? null;
  }

  /** Every final release that the index has or had; empty for other packages. */
  published(name: string): readonly string[] {
    return Object.keys(this.data.published[name] ?? {});
  }

  /** The Pythons of a release's files, `cp38 cp39`, `py3 >=3.9` or `sdist`; null for one that is not listed. */
  pythons(name: string, version: string): string | null {
    return this.data.published[name]?.[version] ?? null;
  }

  private readonly paths: readonly string[];
  private readonly tables: ReadonlyMap<MeasurementData, Table>;
  private readonly parted = new Map<string, Table>();
}

/** Validates the compact form. Throws AtlasError. */
export function readAtlas(value: unknown): Atlas {
  return new Atlas(readAtlasData(value));
}
