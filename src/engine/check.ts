/** Cells + Environment + atlas in, Report out. */

import type { Atlas } from './atlas/atlas';
import type { Say } from './text';
import type { Cell, Environment, Report } from './types';

export interface CheckInput {
  /** Shown in the report: the path of the notebook. */
  readonly notebook: string;
  readonly cells: readonly Cell[];
  readonly environment: Environment;
  readonly atlas: Atlas;
  /** How messages are said; English by default. */
  readonly say?: Say;
}

export function check(input: CheckInput): Report {
  return {
    notebook: input.notebook,
    environment: input.environment,
    findings: [],
    environmentFindings: [],
    checked: 0,
    unknown: 0,
    unknownBecause: [],
    remedies: [],
    releases: []
  };
}
