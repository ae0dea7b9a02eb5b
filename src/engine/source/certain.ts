/** Whether a place is reached on every path, whatever the environment. */

import type { Place } from './usage';

export function isConditional({ conditional, conditions }: Place): boolean {
  return conditional || (conditions?.length ?? 0) > 0;
}
