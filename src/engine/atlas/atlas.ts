/** Typed read access to the atlas. */

import {
  readAtlasData,
  type AtlasData,
  type MeasurementData,
  type PairData,
  type ReleaseData
} from './data';
import { MemberSets } from './sets';
import { Table } from './table';

export { AtlasError } from './error';

export class Atlas {
  constructor(private readonly data: AtlasData) {
    this.sets = new MemberSets(data.sets);
    this.tables = data.measurements.map(
      (_, index) => new Table(data, this.sets, index)
    );
  }

  get measurements(): readonly MeasurementData[] {
    return this.data.measurements;
  }

  get pairs(): readonly PairData[] {
    return this.data.pairs;
  }

  table(measurement: MeasurementData): Table {
    return this.tables[this.data.measurements.indexOf(measurement)];
  }

  /** What is known of a release of `tensorflow`, `keras` or `tf_keras`. */
  release(name: string, version: string): ReleaseData | null {
    return this.data.releases[name]?.[version] ?? null;
  }

  private readonly sets: MemberSets;
  private readonly tables: readonly Table[];
}

/** Validates the compact form. Throws AtlasError. */
export function readAtlas(value: unknown): Atlas {
  return new Atlas(readAtlasData(value));
}
