/** Reports of whole notebooks in the language of the tests. */

import { join } from 'node:path';

import { readNotebook } from '../../../src/cli/notebook';
import { check } from '../../../src/engine/check';
import { summarize } from '../../../src/engine/summary';
import type { Environment } from '../../../src/engine/types';
import type { Judged } from '../../../src/tokens';
import { shippedAtlas } from '../atlas';
import { pseudoSay } from './pseudo';

const NOTEBOOKS = join(__dirname, '../../golden/notebooks');

export async function judgedIn(
  notebook: string,
  environment: Environment
): Promise<Judged> {
  const { cells, saved } = await readNotebook(
    join(NOTEBOOKS, `${notebook}.ipynb`)
  );
  const atlas = shippedAtlas();
  const report = check({
    notebook,
    cells: cells.map((cell, index) => ({ ...cell, id: cell.id ?? `${index}` })),
    saved,
    environment,
    atlas,
    say: pseudoSay
  });
  return {
    kind: 'judged',
    report,
    summary: summarize(environment, atlas, pseudoSay),
    at: new Date(2026, 10, 21, 14, 2),
    busy: false,
    stale: false
  };
}
