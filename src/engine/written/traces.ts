/** Files that tracebacks and warnings name: which releases have them, and which Python ran them. */

import type { Atlas } from '../atlas/atlas';
import { seriesOf } from '../versions';
import { cellName, withModule, type Evidence, type Kept } from './evidence';
import { madeFor } from './language';

const FILE =
  /(?:python(3\.\d{1,2})[/\\])?(?:site|dist)-packages[/\\](tensorflow_core|tensorflow|keras)[/\\]([\w/\\]{1,120})\.py\b/g;
/** Colours, as tracebacks have them. */
const COLOUR = /\u001b\[[\d;]{0,20}m/g;
/** Text of one output that is looked at, and files of one notebook. */
const LONGEST = 40_000;
const MOST = 40;

/** Looked at in the files of each measured release: these lie in tensorflow_core, and in it alone. */
const IN_CORE = ['1.15', '2.0', '2.1'];

interface Trace {
  readonly cell: number;
  readonly python: string | null;
  readonly root: string;
  /** Folders and file, without its ending. */
  readonly path: string;
}

export function traces(kept: Kept): readonly Evidence[] {
  const { saved, atlas, say } = kept;
  const seen = new Map<string, Evidence>();
  const note = (key: string, evidence: Evidence): void => {
    if (!seen.has(key)) {
      seen.set(key, evidence);
    }
  };
  const found = saved.outputs.flatMap(({ cell, text }) => tracesIn(cell, text));
  for (const trace of found.slice(0, MOST)) {
    const { cell, python, root, path } = trace;
    const where = cellName(cell, say);
    if (python !== null) {
      note(`python ${python}`, {
        kind: 'python',
        says: say('%1 ran with Python %2', where, python),
        fits: madeFor(python, atlas)
      });
    }
    const fits = having(trace, atlas);
    if (fits !== null) {
      note(`${root}/${path}`, {
        kind: 'ran',
        says: say(
          'an output of %1 names the file %2',
          where,
          `${root}/${path}.py`
        ),
        fits
      });
    }
  }
  return [...seen.values()];
}

function tracesIn(cell: number, text: string): readonly Trace[] {
  const plain = text.slice(0, LONGEST).replace(COLOUR, '');
  return [...plain.matchAll(FILE)].map(match => ({
    cell,
    python: match[1] ?? null,
    root: match[2] ?? '',
    path: (match[3] ?? '').replace(/\\+/g, '/')
  }));
}

/** The releases that have the file; null where that tells nothing. */
function having({ root, path }: Trace, atlas: Atlas): Evidence['fits'] | null {
  if (root === 'keras') {
    const module = `keras/${path}`.replace(/\/__init__$/, '');
    return withModule(module.replace(/\//g, '.'), atlas);
  }
  const isCore = root === 'tensorflow_core';
  return path.startsWith('python/')
    ? each => IN_CORE.includes(seriesOf(each) ?? '') === isCore
    : null;
}
