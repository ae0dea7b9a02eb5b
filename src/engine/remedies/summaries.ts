/** Where the notebook runs: every release with what fails there, and the cell that installs it. */

import type { ReleaseSummary, Remedy } from '../offers';
import type { Environment } from '../types';
import { compareVersions, sameRelease } from '../versions';
import type { Candidate } from './candidates';
import { installCell } from './install-cell';
import { titleOf } from './offer';
import type { SearchInput, Tried } from './search';

export interface Searched {
  readonly input: SearchInput;
  /** The kernel once it is restarted, and the usages that fail there. */
  readonly here: Environment;
  readonly failing: readonly number[];
  readonly tried: readonly Tried[];
  /** What is offered already: the same install has the same cell. */
  readonly offers: readonly {
    readonly candidate: Candidate;
    readonly remedy: Remedy;
  }[];
}

/** One for each TensorFlow and Keras, oldest first; what tf_keras would change is no release of its own. */
export function summaries(searched: Searched): readonly ReleaseSummary[] {
  const releases = searched.tried
    .filter(({ candidate }) => candidate.tfKeras === null)
    .map(tried => summaryOf(tried, searched));
  const here = releases.some(({ installed }) => installed)
    ? []
    : installedAsIs(searched);
  return [...releases, ...here].sort(
    (a, b) =>
      compareVersions(a.tensorflow, b.tensorflow) ||
      compareVersions(a.keras ?? '0', b.keras ?? '0')
  );
}

function summaryOf(tried: Tried, searched: Searched): ReleaseSummary {
  const { candidate, failing } = tried;
  const { tensorflow, keras, installable, changes, environment } = candidate;
  const { installed } = searched.here;
  return {
    tensorflow,
    keras,
    failing: failing.length,
    ...searched.input.accountIn(environment, failing),
    installable,
    installed:
      isSame(tensorflow, installed['tensorflow']?.version) &&
      isSame(keras, installed['keras']?.version),
    cell: installable && changes > 0 ? cellOf(tried, searched) : null
  };
}

/** What the kernel has where nobody would install that: a Keras of another era, a release that was not measured. */
function installedAsIs({
  input,
  here,
  failing
}: Searched): readonly ReleaseSummary[] {
  const tensorflow = here.installed['tensorflow']?.version;
  return tensorflow === undefined
    ? []
    : [
        {
          tensorflow,
          keras: here.installed['keras']?.version ?? null,
          failing: failing.length,
          ...input.accountIn(here, failing),
          installable: true,
          installed: true,
          cell: null
        }
      ];
}

function isSame(release: string | null, has: string | undefined): boolean {
  return release === null || has === undefined
    ? release === (has ?? null)
    : sameRelease(release, has);
}

function cellOf(
  { candidate, failing }: Tried,
  { input, offers }: Searched
): string {
  const { environment, say } = input;
  const offer = offers.find(each => each.candidate === candidate);
  const title = titleOf(candidate, input);
  return (
    offer?.remedy.cell ??
    installCell({
      install: candidate.install,
      purpose:
        failing.length === 0
          ? say('every name that this notebook uses is in %1.', title)
          : say(
              'uses of this notebook that fail in %1: %2.',
              title,
              String(failing.length)
            ),
      environment,
      say
    })
  );
}
