/** What a failed install leaves behind, and what makes it be forgotten. */

import type { Remedy } from '../../../src/engine/offers';
import type { Environment } from '../../../src/engine/types';
import { Refusals } from '../../../src/notebook/refusals';
import type { CellRun } from '../../../src/notebook/runs';
import { remedy } from '../panel/shown';
import { TF24, UPGRADED } from './kernel';

const CELL =
  '# Keras Doctor: so.\n%pip install "tensorflow-cpu==2.6.5" "keras==2.6.0"';
const OFFERED = remedy({
  requirements: ['keras==2.6.0', 'tensorflow-cpu==2.6.5']
});

function run(
  over: Partial<CellRun> & { readonly says?: string } = {}
): CellRun {
  const { says = 'ERROR: No matching distribution found for a', ...rest } =
    over;
  return {
    cellId: 'c',
    source: CELL,
    counted: true,
    succeeded: true,
    outputs: [{ output_type: 'stream', text: `${says}\n` }],
    ...rest
  };
}

function ready(environment: Environment = TF24, stale = false) {
  return {
    kind: 'ready',
    environment,
    at: new Date(0),
    busy: false,
    stale
  } as const;
}

function refusals(...runs: readonly CellRun[]): Refusals {
  const result = new Refusals();
  runs.forEach(each => hear(result, each));
  return result;
}

function hear(
  all: Refusals,
  each: CellRun,
  remedies: readonly Remedy[] = [OFFERED]
): void {
  all.hear(each, { remedies, kernelId: 'k' });
}

describe('a failed install', () => {
  it('is told with its offer and its reason, and not offered again', () => {
    const { all, refused } = refusals(run());
    expect(all).toEqual([
      {
        source: CELL,
        title: OFFERED.title,
        requirements: ['tensorflow-cpu==2.6.5', 'keras==2.6.0'],
        installer: 'pip',
        why: 'No matching distribution found for a'
      }
    ]);
    expect(refused).toEqual([['tensorflow-cpu==2.6.5', 'keras==2.6.0']]);
  });

  it('of a cell that somebody has edited is told by its requirements', () => {
    const source =
      '!uv pip install --python {sys.executable} "tensorflow-cpu==2.99.0"';
    expect(refusals(run({ source })).all).toMatchObject([
      { title: 'tensorflow-cpu==2.99.0', installer: 'uv' }
    ]);
  });

  it('of the notebook’s own line is that of the offer which the line makes', () => {
    const all = new Refusals();
    const there = { ...OFFERED, there: { cell: 0, cellId: 'c' } };
    const source = '%pip install -q tensorflow-cpu==2.6.5 keras==2.6.0 pandas';
    hear(all, run({ source }), [there]);
    expect(all.all).toMatchObject([{ source, title: OFFERED.title }]);
    expect(all.refused).toEqual([OFFERED.requirements]);
  });

  it('stands once however often it fails, and beside other ones', () => {
    const other = CELL.replace('2.6.5', '2.7.4');
    const { all } = refusals(run(), run({ source: other }), run());
    expect(all.map(({ source }) => source)).toEqual([other, CELL]);
  });

  it('is none where the kernel gave the cell up', () => {
    expect(refusals(run({ counted: false })).all).toEqual([]);
    expect(refusals(run(), run({ counted: false, says: '' })).all).toHaveLength(
      1
    );
  });
});

describe('it is kept', () => {
  it('while the kernel answers the same', () => {
    const kept = refusals(run());
    const before = kept.all;
    kept.look(ready(), 'k');
    kept.look(ready({ ...TF24, loaded: { tensorflow: '2.4.4' } }), 'k');
    expect(kept.all).toBe(before);
  });

  it('where the other half of the cell has changed what is installed', () => {
    const kept = refusals();
    kept.look(ready(), 'k');
    hear(kept, run());
    kept.look(ready(TF24, true), 'k');
    kept.look(ready(UPGRADED), 'k');
    expect(kept.all).toHaveLength(1);
  });

  it('while the kernel restarts', () => {
    const kept = refusals(run());
    kept.look(ready(), 'k');
    kept.look({ kind: 'starting', busy: false }, 'k');
    kept.look(ready(), 'k');
    expect(kept.all).toHaveLength(1);
  });
});

describe('it is forgotten', () => {
  it.each([
    [
      'when something is installed after all',
      (all: Refusals) => all.look(ready(UPGRADED), 'k')
    ],
    ['with the kernel', (all: Refusals) => all.look(ready(), 'another')],
    [
      'when the cell works',
      (all: Refusals) => hear(all, run({ says: 'Successfully installed a' }))
    ],
    ['when the person asks anew', (all: Refusals) => all.clear()]
  ])('%s', (_, act) => {
    const all = refusals(run());
    all.look(ready(), 'k');
    act(all);
    expect(all.all).toEqual([]);
    expect(all.refused).toEqual([]);
  });
});
