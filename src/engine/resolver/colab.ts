/** Whether the kernel is Google Colab's, in the ways that notebooks ask it. */

import type { Environment } from '../types';
import type { Known } from './known';

/** `str(get_ipython())` names the class of the shell, in Colab `google.colab._shell.Shell`. */
const SHELL = 'get_ipython()';
const ASKED = ['sys.modules', `str(${SHELL})`];

/** `get_ipython()` and its text, as values to ask. */
export function shellOf(
  path: string,
  args: readonly (Known | null)[]
): Known | null {
  const [first] = args;
  return path === 'get_ipython' && args.length === 0
    ? { kind: 'foreign', path: SHELL }
    : path === 'str' &&
        args.length === 1 &&
        first?.kind === 'foreign' &&
        first.path === SHELL
      ? { kind: 'foreign', path: `str(${SHELL})` }
      : null;
}

/** `'google.colab' in sys.modules`. */
export function asksForColab(part: Known, whole: Known): boolean {
  return (
    part.kind === 'text' &&
    part.text === 'google.colab' &&
    whole.kind === 'foreign' &&
    ASKED.includes(whole.path)
  );
}

/** False where its distribution is not installed, which each of its kernels has; otherwise not known. */
export function isColab({ installed }: Environment): boolean | null {
  return installed['google_colab'] ? null : false;
}
