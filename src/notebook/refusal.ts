/** From a run of the cell that installs to the refusal that people are shown. */

import { isRefused, requirementsIn } from '../engine/remedies/refused';
import type { Remedy } from '../engine/offers';
import type { Refusal } from '../tokens';
import { whyInstallFailed } from './install-outcome';
import type { CellRun } from './runs';

/** Null where nothing says that the install failed; `remedies` are those that were offered when the cell ran. */
export function refusalOf(
  { cellId, source, outputs }: CellRun,
  remedies: readonly Remedy[]
): Refusal | null {
  const why = whyInstallFailed(outputs);
  if (why === null) {
    return null;
  }
  // The notebook's own line installs more than the offer, and may not quote it.
  const own = remedies.find(({ there }) => there?.cellId === cellId);
  const requirements = own?.requirements ?? requirementsIn(source);
  const offered = remedies.find(remedy =>
    isRefused(remedy.requirements, [requirements])
  );
  return {
    source,
    title: offered?.title ?? requirements.join(', '),
    requirements,
    installer: /^\s*!\s*\S*\buv\b/m.test(source) ? 'uv' : 'pip',
    why
  };
}
