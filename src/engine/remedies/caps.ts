/** Requirements that a release's metadata lacks: without them pip draws what its import does not survive. */

import type { Atlas } from '../atlas/atlas';
import type { MeasurementData } from '../atlas/data';
import { readRequirement, unmetOf } from '../requirements';
import { stopsOf } from '../resolver/limits';
import type { Environment, Installed } from '../types';
import { compareVersions, majorOf } from '../versions';
import { excludes } from './flavour';

/** The oldest Python that numpy 2 can be installed on: its metadata. */
const OF_NUMPY_2 = '3.9';
const NUMPY_2 = '2.0.0';
/** The first numpy without `typeDict`, which h5py 2 reads when it is imported: h5py 2.10.0 beside 1.24.4 raises AttributeError. */
const WITHOUT_TYPES = '1.24';
const H5PY_3 = '3.0.0';

export interface Capped {
  readonly measurement: MeasurementData;
  /** The release that is to be installed, and what its metadata requires. */
  readonly tensorflow: Installed;
  readonly requires: readonly string[];
}

/**
 * Those that the measured environment needed; those of the metadata of a
 * TensorFlow that stays, where what is installed was measured to stop its import;
 * numpy 2 where nobody has seen the import survive it; and a numpy that the
 * installed h5py does not survive.
 */
export function capsOf(
  { measurement, tensorflow, requires }: Capped,
  environment: Environment,
  atlas: Atlas
): readonly string[] {
  const { constraints } = measurement;
  const future: Environment = {
    ...environment,
    installed: { ...environment.installed, tensorflow },
    loaded: {}
  };
  const stops = stopsOf(future, atlas).map(({ key }) => key);
  // A TensorFlow that comes brings what it requires along by itself.
  const stays =
    environment.installed['tensorflow']?.version === tensorflow.version;
  const broken = unmetOf(requires, environment).filter(
    ({ key }) =>
      stays &&
      stops.includes(key) &&
      !constraints.some(cap => readRequirement(cap)?.key === key)
  );
  const caps = [
    ...constraints,
    ...broken.map(({ name, specifier }) => `${name}${specifier}`)
  ];
  const excluded = (key: string, version: string): boolean =>
    excludes([...caps, ...requires], { key, version, environment });
  const isOpen =
    compareVersions(environment.python.version, OF_NUMPY_2) >= 0 &&
    !excluded('numpy', NUMPY_2) &&
    !atlas.limits.some(
      row =>
        row.tensorflow === measurement.tensorflow &&
        row.distribution === 'numpy' &&
        row.raised === null &&
        (majorOf(row.version) ?? 0) >= 2
    );
  const { numpy, h5py } = environment.installed;
  const outlivesH5py =
    h5py != null &&
    compareVersions(h5py.version, H5PY_3) < 0 &&
    !excluded('h5py', h5py.version) &&
    (numpy == null || excluded('numpy', numpy.version)) &&
    !excluded('numpy', WITHOUT_TYPES);
  return outlivesH5py
    ? [
        ...caps.filter(cap => readRequirement(cap)?.key !== 'numpy'),
        `numpy<${WITHOUT_TYPES}`
      ]
    : isOpen
      ? [...caps, 'numpy<2']
      : caps;
}
