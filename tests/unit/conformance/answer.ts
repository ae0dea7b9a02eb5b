/** What the engine says of a statement. */

import { resolve } from '../../../src/engine/resolver/resolve';
import type { Missing } from '../../../src/engine/resolver/verdict';
import { worldOf } from '../../../src/engine/resolver/world';
import { analyze } from '../../../src/engine/source/analyze';
import type { Environment } from '../../../src/engine/types';
import { shippedAtlas } from '../atlas';
import { cellOf, environmentOf } from './truth';

/** `runs`, the type of the first exception, or `unknown`. */
export function answer(code: string, where: string | Environment): string {
  const environment = typeof where === 'string' ? environmentOf(where) : where;
  const verdicts = resolve(
    analyze([cellOf(code)]),
    worldOf(environment, shippedAtlas()),
    environment
  );
  const missing = verdicts.find(
    (verdict): verdict is Missing => verdict.status === 'missing'
  );
  const unsure = verdicts.some(({ status }) => status === 'unknown');
  return missing?.exception ?? (unsure ? 'unknown' : 'runs');
}
