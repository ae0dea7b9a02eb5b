/** Files and folders → the notebooks in them, in a fixed order. */

import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const NOTEBOOK = /\.(ipynb|py)$/;
const ASIDE = new Set([
  '.ipynb_checkpoints',
  '.git',
  'node_modules',
  '__pycache__'
]);

/** A file is taken as it is; a folder gives its notebooks and `.py` files, sorted by path. */
export async function expandInputs(
  inputs: readonly string[]
): Promise<readonly string[]> {
  const found = await Promise.all(inputs.map(expand));
  return found.flat();
}

async function expand(path: string): Promise<readonly string[]> {
  const facts = await stat(path).catch(() => null);
  if (facts === null || !facts.isDirectory()) {
    // What cannot be read says so in its own place of the report.
    return [path];
  }
  const entries = await readdir(path, { withFileTypes: true });
  const nested = await Promise.all(
    entries
      .filter(entry => !ASIDE.has(entry.name))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(entry => {
        const inner = join(path, entry.name);
        if (entry.isDirectory()) {
          return expand(inner);
        }
        return NOTEBOOK.test(entry.name) ? [inner] : [];
      })
  );
  return nested.flat();
}
