/** Google Colab, which notebooks ask for before they do what works there alone. */

import type { Condition } from './condition';
import { placeOf, type Context } from './context';
import { isGuarded } from './guarded';

const MODULE = 'google.colab';
/** What its import raises elsewhere, and the bases of that. */
const RAISED = [
  'ModuleNotFoundError',
  'ImportError',
  'Exception',
  'BaseException'
];

/** `'google.colab' in sys.modules`: it is loaded in Colab's kernels from the start, and nowhere else. */
const IN_COLAB: Condition = {
  kind: 'compare',
  left: { kind: 'literal', value: MODULE },
  operator: 'in',
  right: { kind: 'foreign', path: 'sys.modules' }
};

/** After `import google.colab` in a `try` that catches its failure: the rest of the block runs in Colab alone. */
export function assumeAfterImport(path: string, at: Context): void {
  if (
    (path === MODULE || path.startsWith(`${MODULE}.`)) &&
    isGuarded(placeOf(at), RAISED)
  ) {
    at.state.assume(IN_COLAB);
  }
}
