/** Which releases of other packages were measured to stop the import of TensorFlow. */

import type { Atlas } from '../atlas/atlas';
import type { Tried } from '../atlas/mixtures';
import type { Environment } from '../types';
import { compareVersions, majorOf, sameRelease } from '../versions';
import { judgedVersion } from './judged';

/** Keys of `Environment.installed` whose releases were tried. */
const TRIED = ['numpy', 'protobuf', 'h5py', 'ml_dtypes'];
/** Where this is set, protobuf is another program than the one that was tried. */
const OWN_PROTOBUF = 'PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION';

export interface Stop {
  /** Key of `Environment.installed`. */
  readonly key: string;
  readonly version: string;
  readonly raised: string;
}

/** Installed packages that were measured to stop the import of the installed TensorFlow; a process that has loaded it has shown that none does. */
export function stopsOf(
  environment: Environment,
  atlas: Atlas
): readonly Stop[] {
  const tensorflow = judgedVersion(environment, 'tensorflow');
  return tensorflow === null || environment.loaded['tensorflow'] !== undefined
    ? []
    : TRIED.flatMap(key => {
        const version = judgedVersion(environment, key);
        const raised =
          version === null ||
          (key === 'protobuf' &&
            environment.variables[OWN_PROTOBUF] !== undefined)
            ? null
            : limitOf(atlas, { tensorflow, distribution: key, version });
        return version === null || raised == null
          ? []
          : [{ key, version, raised }];
      });
}

/** The one that certainly does, whatever variables the notebook sets. */
export function stoppedBy(environment: Environment, atlas: Atlas): Stop | null {
  return (
    stopsOf(environment, atlas).find(({ key }) => key !== 'protobuf') ?? null
  );
}

export interface Company {
  readonly tensorflow: string;
  /** Key of `Environment.installed`. */
  readonly distribution: string;
  readonly version: string;
}

/**
 * What `import tensorflow` raises beside that release: of the measured one, or
 * of the two around it where these raise alike, or of the last one of its major
 * release. Null where it works, undefined where that cannot be told.
 */
export function limitOf(atlas: Atlas, company: Company): Tried {
  const { tensorflow, distribution, version } = company;
  const stand = atlas.patches.standIn('tensorflow', tensorflow, [
    ...new Set(atlas.limits.map(row => row.tensorflow))
  ]);
  if (stand === null || stand.neighbour) {
    return undefined;
  }
  const rows = atlas.limits
    .filter(
      row =>
        row.tensorflow === stand.version && row.distribution === distribution
    )
    .sort((a, b) => compareVersions(a.version, b.version));
  const itself = rows.find(row => sameRelease(row.version, version));
  if (itself !== undefined) {
    return itself.raised;
  }
  const below = rows.filter(row => compareVersions(row.version, version) < 0);
  const before = below[below.length - 1];
  const after = rows[below.length];
  if (after === undefined) {
    return before !== undefined && majorOf(before.version) === majorOf(version)
      ? before.raised
      : undefined;
  }
  return before !== undefined &&
    (before.raised === null) === (after.raised === null)
    ? before.raised
    : undefined;
}
