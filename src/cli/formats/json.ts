/** The JSON contract: one document, one report per input. */

import type { Report, Unreadable } from '../../engine/types';

export function jsonOf(reports: readonly (Report | Unreadable)[]): string {
  return `${JSON.stringify({ schema: 1, reports }, null, 2)}\n`;
}
