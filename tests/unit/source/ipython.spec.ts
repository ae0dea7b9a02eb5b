/** Cells against IPython's own transformer: what it makes of a cell has the usages that were read in the cell. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { mutated } from '../fuzz/mutation';
import { seeds } from '../fuzz/seeds';
import { Random } from './random';
import { read, render } from './render';

const OWN = join(__dirname, '../../../.venv/bin/python');
const PYTHON = existsSync(OWN) ? OWN : 'python3';

/** Prints each cell as IPython runs it, or null where CPython cannot parse that. */
const ASK = `
import ast, json, sys, warnings
from IPython.core.inputtransformer2 import TransformerManager
warnings.simplefilter('ignore')
def run(cell):
    try:
        text = TransformerManager().transform_cell(cell)
        ast.parse(text)
        return text
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
print(json.dumps([run(cell) for cell in json.load(sys.stdin)]))
`;

function transformed(cells: readonly string[]): readonly (string | null)[] {
  const { stdout, stderr } = spawnSync(PYTHON, ['-c', ASK], {
    input: JSON.stringify(cells),
    encoding: 'utf8',
    maxBuffer: 1 << 28
  });
  if (!stdout) {
    throw new Error(`IPython does not answer: ${stderr}`);
  }
  return JSON.parse(stdout);
}

const START = 'import keras\n';

const TABLE: readonly string[] = [
  `${START}!ls\nkeras.a`,
  `${START}!!ls\nx = !!ls {keras.no}\nkeras.a`,
  `${START}x = !ls \\\n  keras.no\nkeras.a`,
  `${START}x, y = %sx keras.no\nkeras.a`,
  `${START}x.y = !ls keras.no\nkeras.a`,
  `${START}x[keras.a] = !ls`,
  `${START}x: int = !ls\nkeras.a`,
  `${START}x = \\\n  !ls keras.no\nkeras.a`,
  `${START}keras.no?\nkeras.a`,
  `${START}keras.no??\nkeras.a`,
  `${START}?keras.no\n??keras.no\nkeras.a`,
  `${START}x = keras.no?\nkeras.a`,
  `${START}keras.*no*?\nkeras.a`,
  `${START}%keras.no?\nkeras.a`,
  `${START}@keras.no?\nkeras.a`,
  `${START}keras.a;\nkeras.b;`,
  `${START},f keras.no\n;f keras.no\n/f no\nkeras.a`,
  `${START}%matplotlib inline\n%no keras.no (\nkeras.a`,
  `${START}%\n%pip install "keras\nkeras.a`,
  `${START}if keras.a:\n    !ls\n    %no x\n    y = !ls\n    keras.b`,
  `${START}x = (keras.a\n  % 2,\n  !=3)` /* no Python at all */,
  `${START}x = (keras.a\n  % 2)`,
  `${START}x = """\n%no\n!no\nkeras.no?\n""" % keras.a`,
  `${START}x = 1 \\\n% keras.a`,
  `${START}# !no\n#%%no\nkeras.a # ?`,
  `${START}x = f"{keras.a!r}"\nx != keras.b`,
  '    import keras\n    if 1:\n        keras.a',
  '\n\n  import keras\n  keras.a\n',
  '>>> import keras\n>>> if 1:\n...     keras.a\n',
  'import keras\n>>> keras.a\n>>> keras.b',
  'In [1]: import keras\n   ...: keras.a\n',
  '\n>>> import keras\n>>> !ls\n>>> x = keras.a',
  'import keras\r\n!ls\r\nif 1:\r\n    x = !ls\r\n    keras.a\r\n',
  '\fimport keras\n\fif 1:\n    keras.a',
  '%%no\nimport keras',
  '%%bash\nkeras.no',
  '\n\n%%html\nkeras.no',
  'pip install keras',
  `${START}pip install x\nkeras.a`
];

/** Names that are asked for; variables apart, which magics set too, and without the numbers of usages. */
function names(cell: string): string {
  return read(cell)
    .usages.filter(({ kind }) => kind !== 'variable')
    .map(usage => render(usage).replace(/<[\d *]*/g, '<'))
    .join('\n');
}

/** Cells whose magics hand on code of ours as text. */
const HANDS_ON = /%(?:time|timeit|prun|capture)\b|^\s*%%/m;

/** Line ends that either only IPython's `splitlines` or only Python's parser knows: its lines are then not Python's. */
const ENDS = /[\v\x1c-\x1e\x85\u2028\u2029]|\r(?!\n)/;

describe('IPython', () => {
  it('makes of a cell what is read in it', () => {
    const made = transformed(TABLE);
    const wrong = TABLE.flatMap((cell, index) => {
      const text = made[index];
      const expected = text === null ? null : names(text);
      return expected === null || names(cell) === expected
        ? []
        : [{ cell, read: names(cell), expected }];
    });
    expect(wrong).toEqual([]);
    expect(made.filter(text => text === null).length).toBeLessThan(6);
  });

  it('makes of a damaged cell what is read in it, where that is Python', () => {
    const random = new Random(21);
    const whole = seeds();
    const cells = Array.from({ length: 4000 }, () =>
      mutated(START + random.pick(whole), random, 60)
    ).filter(cell => !HANDS_ON.test(cell) && !ENDS.test(cell));
    const made = transformed(cells);
    const wrong = cells.flatMap((cell, index) => {
      const text = made[index];
      const expected = text === null ? null : names(text);
      return expected === null || names(cell) === expected
        ? []
        : [{ cell, text, read: names(cell), expected }];
    });
    expect(made.filter(text => text !== null).length).toBeGreaterThan(300);
    expect(wrong.slice(0, 12).map(each => JSON.stringify(each))).toEqual([]);
  });
});
