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

export interface Capped {
  readonly measurement: MeasurementData;
  /** The release that is to be installed, and what its metadata requires. */
  readonly tensorflow: Installed;
  readonly requires: readonly string[];
}

/**
 * Those that the measured environment needed; those of the metadata that
 * something installed breaks, where that was measured to stop the import; and
 * numpy 2 where nobody has seen the import survive it.
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
  const broken = unmetOf(requires, environment).filter(
    ({ key }) =>
      stops.includes(key) &&
      !constraints.some(cap => readRequirement(cap)?.key === key)
  );
  const caps = [
    ...constraints,
    ...broken.map(({ name, specifier }) => `${name}${specifier}`)
  ];
  const numpy = { key: 'numpy', version: NUMPY_2, environment };
  const isOpen =
    compareVersions(environment.python.version, OF_NUMPY_2) >= 0 &&
    !excludes([...caps, ...requires], numpy) &&
    !atlas.limits.some(
      row =>
        row.tensorflow === measurement.tensorflow &&
        row.distribution === 'numpy' &&
        row.raised === null &&
        (majorOf(row.version) ?? 0) >= 2
    );
  return isOpen ? [...caps, 'numpy<2'] : caps;
}
