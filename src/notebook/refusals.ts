/** The installs that one notebook's kernel has turned down, until something changes that. */

import type { Refused } from '../engine/remedies/refused';
import type { Remedy } from '../engine/offers';
import type { Environment } from '../engine/types';
import type { KernelState } from '../kernel/state';
import type { Refusal } from '../tokens';
import { refusalOf } from './refusal';
import type { CellRun } from './runs';

/**
 * A refusal is forgotten when what is installed changes, the notebook gets
 * another kernel, the same cell runs without a failure, or the person asks the
 * kernel anew. What the failed cell itself has changed, where only a part of
 * it failed, forgets nothing: it is what the refusal stands for.
 */
export class Refusals {
  get all(): readonly Refusal[] {
    return this.refusals;
  }

  /** Requirements that are not to be offered. */
  get refused(): Refused {
    return this.refusals.flatMap(({ requirements }) =>
      requirements.length === 0 ? [] : [requirements]
    );
  }

  /** The cell that installs has run: it failed, or did not fail any more. `remedies` are those that were offered. */
  hear(
    run: CellRun,
    given: {
      readonly remedies: readonly Remedy[];
      readonly kernelId: string | null;
    }
  ): void {
    if (!run.counted) {
      return;
    }
    const refusal = refusalOf(run, given.remedies);
    this.refusals = [
      ...this.refusals.filter(({ source }) => source !== run.source),
      ...(refusal ? [refusal] : [])
    ];
    this.kernelId = given.kernelId;
    this.installed = refusal ? null : this.installed;
  }

  clear(): void {
    if (this.refusals.length > 0) {
      this.refusals = [];
    }
  }

  /** Looks at what is known of the kernel now. */
  look(kernel: KernelState, kernelId: string | null): void {
    if (kernelId !== this.kernelId && kernelId !== null) {
      this.clear();
    }
    if (kernel.kind !== 'ready' || kernel.stale) {
      return;
    }
    const installed = releasesIn(kernel.environment);
    if (this.installed !== null && this.installed !== installed) {
      this.clear();
    }
    this.installed = installed;
  }

  private refusals: readonly Refusal[] = [];
  private kernelId: string | null = null;
  /** As of the first answer after the last failure; null before it. */
  private installed: string | null = null;
}

function releasesIn({ installed }: Environment): string {
  return Object.entries(installed)
    .map(([key, is]) => `${key} ${is?.distribution} ${is?.version}`)
    .sort()
    .join('\n');
}
