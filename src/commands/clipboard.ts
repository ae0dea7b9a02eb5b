/** Text to the system's clipboard. */

import { Clipboard } from '@jupyterlab/apputils';

/**
 * The browser's own clipboard exists in secure contexts only, and may refuse;
 * a server reached by http over the network has the older way left.
 */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    Clipboard.copyToSystem(text);
  }
}
