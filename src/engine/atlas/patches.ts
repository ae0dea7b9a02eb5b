/** Which measured release speaks for one that was not measured itself. */

import { compareVersions, isVersion, sameRelease, seriesOf } from '../versions';

export interface StandIn {
  /** The measured release. */
  readonly version: string;
  /** Private modules in which the two are known to differ. */
  readonly apart: readonly string[];
  /** It is only the nearest one: of the release itself nothing is known. */
  readonly neighbour: boolean;
}

type Listed = Readonly<Record<string, Readonly<Record<string, string>>>>;

export class Patches {
  /** By package and release: the measured release with the same public names, empty for none, and the modules that are apart. */
  constructor(private readonly listed: Listed) {}

  /**
   * Who speaks for a release among the `measured` ones: itself or one of its
   * group; for what is no final release of the index (a nightly, one newer
   * than the atlas) its nearest neighbour, where there is one in its series or
   * it is newer than all. Null where nothing does.
   */
  standIn(
    root: string,
    version: string,
    measured: readonly string[]
  ): StandIn | null {
    if (!isVersion(version)) {
      return null;
    }
    const known = this.listed[root] ?? {};
    // A nightly or a candidate is nearest to the release that it became.
    for (const release of [version, finalOf(version)]) {
      const neighbour = release !== version;
      const itself = foundIn(measured, release);
      if (itself !== undefined) {
        return { version: itself, apart: [], neighbour };
      }
      const listed = foundIn(Object.keys(known), release);
      if (listed !== undefined) {
        const [by = '', ...apart] = (known[listed] ?? '').split(' ');
        return measured.includes(by) ? { version: by, apart, neighbour } : null;
      }
    }
    return nearest(version, measured);
  }
}

/** The release among `among` that speaks for `version`: of its group, else of its series. */
export function standing(
  patches: Patches,
  root: string,
  { version, among }: { version: string; among: readonly string[] }
): string | null {
  return (
    (patches.standIn(root, version, among) ?? nearest(version, among))
      ?.version ?? null
  );
}

/** `2.16.0` of `2.16.0rc1` and of `2.16.0.dev20240101`. */
function finalOf(version: string): string {
  return /^v?[\d.]*\d/.exec(version)?.[0] ?? version;
}

function foundIn(
  releases: readonly string[],
  version: string
): string | undefined {
  return releases.includes(version)
    ? version
    : releases.find(each => sameRelease(each, version));
}

/** Of these the last one before `version` in its series, else the first there; the newest series where it is newer than all. */
export function nearest(
  version: string,
  measured: readonly string[]
): StandIn | null {
  const ordered = [...measured].sort(compareVersions);
  const newest = ordered[ordered.length - 1] ?? '';
  const series = seriesOf(
    compareVersions(version, newest) > 0 ? newest : version
  );
  const near = ordered.filter(each => seriesOf(each) === series);
  const older = near.filter(each => compareVersions(each, version) < 0);
  const found = older[older.length - 1] ?? near[0];
  return found === undefined
    ? null
    : { version: found, apart: [], neighbour: true };
}
