/** What of the runs of a notebook counts, and for how long. */

import { Signal } from '@lumino/signaling';

import type { Contradiction, Environment } from '../../../src/engine/types';
import type { KernelState } from '../../../src/kernel/state';
import type { Printed } from '../../../src/notebook/install-outcome';
import { RanCells } from '../../../src/notebook/ran-cells';
import type { CellRun } from '../../../src/notebook/runs';
import { finding } from '../panel/shown';
import { TF24, UPGRADED } from './kernel';

function ready(environment: Environment = TF24, stale = false): KernelState {
  return { kind: 'ready', environment, at: new Date(0), busy: false, stale };
}

function run(over: Partial<CellRun> = {}): CellRun {
  return {
    cellId: 'c4',
    source: 'x',
    counted: true,
    succeeded: true,
    outputs: [],
    ...over
  };
}

/** A session whose status the test says. */
class Session {
  readonly kernelChanged = new Signal<this, void>(this);
  readonly statusChanged = new Signal<this, string>(this);
}

function seen() {
  const session = new Session();
  return { session, cells: new RanCells(session) };
}

const RAN = [{ cellId: 'c4', source: 'x' }];
const LOADED = { ...TF24, loaded: { tensorflow: '2.4.4', numpy: '1.19.5' } };

function error(...traceback: readonly string[]): readonly Printed[] {
  const evalue = 'no';
  return [{ output_type: 'error', ename: 'ImportError', evalue, traceback }];
}

describe('a run counts', () => {
  test.each<[string, KernelState, CellRun, KernelState]>([
    ['in the same environment', ready(), run(), ready()],
    ['though it has loaded a package', ready(), run(), ready(LOADED)],
    ['sent while the kernel is asked', ready(TF24, true), run(), ready()]
  ])('%s', (_, before, ended, after) => {
    const { cells } = seen();
    cells.begin('c4', before);
    cells.end(ended, true);
    expect(cells.told(after).cells).toEqual(RAN);
  });
});

describe('a run does not count', () => {
  test.each<[string, KernelState, CellRun, KernelState]>([
    ['where it raised', ready(), run({ succeeded: false }), ready()],
    ['where it was given up', ready(), run({ counted: false }), ready()],
    [
      'where a magic showed what was raised',
      ready(),
      run({ outputs: error() }),
      ready()
    ],
    ['before the kernel has answered', { kind: 'none' }, run(), ready()],
    ['until it has answered again', ready(), run(), ready(TF24, true)],
    ['where it installed something', ready(), run(), ready(UPGRADED)],
    [
      'where it set a variable',
      ready(),
      run(),
      ready({ ...TF24, variables: { KERAS_BACKEND: 'jax' } })
    ]
  ])('%s', (_, before, ended, after) => {
    const { cells } = seen();
    cells.begin('c4', before);
    cells.end(ended, true);
    expect(cells.told(after).cells).toEqual([]);
  });

  it('that nobody saw begin', () => {
    const { cells } = seen();
    cells.end(run(), true);
    expect(cells.told(ready()).cells).toEqual([]);
  });

  it('once the same cell has raised', () => {
    const { cells } = seen();
    cells.begin('c4', ready());
    cells.end(run(), true);
    cells.begin('c4', ready());
    cells.end(run({ succeeded: false, outputs: error() }), true);
    expect(cells.told(ready()).cells).toEqual([]);
  });
});

describe('news', () => {
  it('lasts until a kernel was told that could tell', () => {
    const { cells } = seen();
    cells.begin('c4', ready());
    cells.end(run(), true);
    cells.told(ready(TF24, true));
    expect(cells.isNew).toBe(true);
    cells.told(ready());
    expect(cells.isNew).toBe(false);
  });

  it('is none of a cell of which nothing is said', () => {
    const { cells } = seen();
    cells.begin('c4', ready());
    cells.end(run(), false);
    expect(cells.isNew).toBe(false);
    expect(cells.told(ready()).cells).toEqual(RAN);
  });
});

describe('what was contradicted', () => {
  const found: Contradiction = {
    statement: 'x',
    finding: finding({ statementLine: 2, line: 2, endLine: 2 })
  };

  function learned() {
    const made = seen();
    made.cells.begin('c4', ready());
    made.cells.end(run(), true);
    made.cells.learn(ready(), [found]);
    return made;
  }

  it.each(['restarting', 'autorestarting', 'dead'])(
    'outlives the process (%s), and the run does not',
    status => {
      const { cells, session } = learned();
      session.statusChanged.emit(status);
      expect(cells.told(ready())).toEqual({ cells: [], known: [found] });
    }
  );

  it('stays where another environment comes between', () => {
    const { cells } = learned();
    expect(cells.told(ready(UPGRADED)).known).toEqual([]);
    expect(cells.told(ready()).known).toEqual([found]);
  });

  it('is counted once', () => {
    const { cells } = learned();
    cells.learn(ready(), [found]);
    expect(cells.told(ready()).known).toEqual([found]);
  });

  it.each([
    [['Cell In[3], line 2', '----> 2 x'], 0],
    [['Cell In[3], line 5', '----> 5 y'], 1],
    [[], 0]
  ])('ends when its line raises: %j', (traceback, left) => {
    const { cells } = learned();
    cells.end(run({ succeeded: false, outputs: error(...traceback) }), false);
    expect(cells.told(ready()).known).toHaveLength(left);
  });
});
