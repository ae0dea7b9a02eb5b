/** A diagnosis follows cells and kernel, and speaks only when something that is shown has changed. */

import { NBTestUtils } from '@jupyterlab/notebook/lib/testutils';

import { plain, told } from '../../../src/engine/text';
import type { Remedy } from '../../../src/engine/offers';
import type { KernelState } from '../../../src/kernel/state';
import { atlasSource, type AtlasSource } from '../../../src/notebook/atlas';
import { NotebookDiagnosis } from '../../../src/notebook/diagnosis';
import type { CellRun } from '../../../src/notebook/runs';
import { writeRepairCell } from '../../../src/notebook/repair';
import { Settings } from '../../../src/settings';
import { shippedAtlas } from '../atlas';
import { TF24, ToldKernel, UPGRADED } from './kernel';

const FLIP = 'from tensorflow.keras.layers import RandomFlip';
const shipped: AtlasSource = async () => ({
  kind: 'atlas',
  atlas: shippedAtlas()
});

const opened: NotebookDiagnosis[] = [];

async function diagnose(
  sources: string[],
  atlas: AtlasSource = shipped,
  settings = new Settings(null)
) {
  const context = await NBTestUtils.createMockContext();
  const { sharedModel } = context.model;
  sharedModel.insertCells(
    0,
    sources.map(source => ({ cell_type: 'code', source }))
  );
  const watcher = new ToldKernel();
  const diagnosis = new NotebookDiagnosis({
    context,
    watch: () => watcher,
    atlas,
    say: plain,
    wishes: settings
  });
  opened.push(diagnosis);
  let changes = 0;
  diagnosis.changed.connect(() => {
    changes += 1;
  });
  const changesIn = async (act: () => void) => {
    changes = 0;
    act();
    await jest.advanceTimersByTimeAsync(1000);
    return changes;
  };
  return { context, cells: sharedModel.cells, watcher, diagnosis, changesIn };
}

function rules(diagnosis: NotebookDiagnosis): string[] {
  const { state } = diagnosis;
  return state.kind === 'judged'
    ? state.report.findings.map(({ rule }) => rule)
    : [state.kind];
}

beforeAll(() => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
});
beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  opened.splice(0).forEach(diagnosis => diagnosis.dispose());
  jest.useRealTimers();
});

describe('state', () => {
  it('says why nothing was judged', async () => {
    const { diagnosis, watcher } = await diagnose([FLIP]);
    expect(diagnosis.state).toEqual({ kind: 'no-kernel' });
    watcher.say({ kind: 'starting', busy: true });
    expect(diagnosis.state).toEqual({ kind: 'starting', busy: true });
    watcher.say({ kind: 'foreign', language: 'R' });
    expect(diagnosis.state).toEqual({ kind: 'foreign', language: 'R' });
    watcher.say({ kind: 'failed', message: told('%1 answer.', 'No') });
    expect(diagnosis.state).toEqual({ kind: 'failed', message: 'No answer.' });
  });

  it('judges once the kernel has answered', async () => {
    const { diagnosis, watcher, cells, changesIn } = await diagnose([FLIP]);
    await changesIn(() => watcher.ready());
    expect(rules(diagnosis)).toEqual(['missing-symbol']);
    const judged = diagnosis.inCell(cells[0].getId());
    expect(judged).toMatchObject({ source: FLIP, findings: [{ line: 1 }] });
  });

  it('loads the atlas on first need only', async () => {
    const atlas = jest.fn(shipped);
    const { watcher, changesIn } = await diagnose([FLIP], atlas);
    expect(atlas).not.toHaveBeenCalled();
    await changesIn(() => watcher.ready());
    await changesIn(() => watcher.ready(UPGRADED));
    expect(atlas).toHaveBeenCalledTimes(1);
  });

  it('needs no atlas for a notebook that names neither package', async () => {
    const atlas = jest.fn(shipped);
    const { cells, diagnosis, watcher, changesIn } = await diagnose(
      ['import numpy'],
      atlas
    );
    await changesIn(() => watcher.ready());
    const { state } = diagnosis;
    expect(state.kind === 'judged' && state.summary.rows[0]).toMatchObject({
      label: 'TensorFlow',
      version: '2.4.4'
    });
    expect(atlas).not.toHaveBeenCalled();
    await changesIn(() => cells[0].setSource(FLIP));
    expect(atlas).toHaveBeenCalledTimes(1);
    expect(rules(diagnosis)).toEqual(['missing-symbol']);
  });

  it('says in one line that the atlas cannot be used, and tells the environment', async () => {
    const { diagnosis, watcher, changesIn } = await diagnose(
      [FLIP],
      atlasSource(async () => ({ default: { schema: 99 } }))
    );
    await changesIn(() => watcher.ready());
    const { state } = diagnosis;
    expect(state.kind).toBe('no-atlas');
    expect(state.kind === 'no-atlas' && state.message).toMatch(/^[^\n]+$/);
    expect(state.kind === 'no-atlas' && state.summary.rows[0]).toMatchObject({
      label: 'TensorFlow',
      version: '2.4.4',
      state: 'unknown'
    });
  });
});

describe('changed', () => {
  it('comes once after the last key', async () => {
    const { diagnosis, watcher, cells, changesIn } = await diagnose(['x = 1']);
    await changesIn(() => watcher.ready());
    const count = await changesIn(() => {
      cells[0].setSource('from tensorflow.keras.layers import R');
      cells[0].setSource(FLIP);
    });
    expect(count).toBe(1);
    expect(rules(diagnosis)).toEqual(['missing-symbol']);
  });

  it.each([0, 600])(
    'comes after the rest that is wished for: %p ms',
    async debounce => {
      const settings = new Settings(null);
      Object.defineProperty(settings, 'debounce', { value: debounce });
      const { diagnosis, watcher, cells, changesIn } = await diagnose(
        ['x = 1'],
        shipped,
        settings
      );
      await changesIn(() => watcher.ready());
      cells[0].setSource(FLIP);
      await jest.advanceTimersByTimeAsync(Math.max(debounce - 1, 0));
      expect(rules(diagnosis)).toEqual(
        debounce === 0 ? ['missing-symbol'] : []
      );
      await jest.advanceTimersByTimeAsync(2);
      expect(rules(diagnosis)).toEqual(['missing-symbol']);
    }
  );

  it('does not come where nothing shown is different', async () => {
    const { watcher, cells, changesIn } = await diagnose([FLIP, 'x = 1']);
    await changesIn(() => watcher.ready());
    expect(await changesIn(() => cells[1].setSource('x = 2'))).toBe(0);
    expect(await changesIn(() => watcher.ready())).toBe(0);
  });

  it('comes without a second look at the cells where the kernel is only busy', async () => {
    const { diagnosis, watcher, changesIn } = await diagnose([FLIP]);
    await changesIn(() => watcher.ready());
    const before = diagnosis.state;
    const busy = { busy: true, stale: true };
    expect(await changesIn(() => watcher.ready(undefined, busy))).toBe(1);
    const { state } = diagnosis;
    expect(state).toMatchObject(busy);
    expect(state.kind === 'judged' && state.report).toBe(
      before.kind === 'judged' && before.report
    );
  });

  it('comes when a cell above moves the marked one', async () => {
    const { diagnosis, context, watcher, cells, changesIn } = await diagnose([
      FLIP
    ]);
    await changesIn(() => watcher.ready());
    const id = cells[0].getId();
    const judged = diagnosis.inCell(id);
    await changesIn(() =>
      context.model.sharedModel.insertCell(0, { cell_type: 'raw', source: '' })
    );
    expect(diagnosis.label(id)).toEqual({ position: 2, count: null });
    expect(diagnosis.inCell(id)).toBe(judged);
  });
});

describe('a repair cell that has run', () => {
  const HERE = {
    ...TF24,
    python: { ...TF24.python, machine: 'x86_64', libc: 'glibc 2.36' }
  };
  const offers = (diagnosis: NotebookDiagnosis) =>
    diagnosis.state.kind === 'judged' ? diagnosis.state.report.remedies : [];

  async function repaired(says: string) {
    const made = await diagnose([FLIP]);
    const { context, diagnosis, watcher, changesIn } = made;
    await changesIn(() => watcher.ready(HERE));
    const before = offers(diagnosis);
    const cellId = writeRepairCell(
      context.model.sharedModel,
      diagnosis.cells.read(),
      before[0].cell
    );
    const changes = await changesIn(() =>
      diagnosis.ran({
        cellId,
        source: before[0].cell,
        counted: true,
        succeeded: true,
        outputs: [{ output_type: 'stream', text: says }]
      })
    );
    return { ...made, before, changes };
  }

  it('and failed is told, and the next one is offered first', async () => {
    const { diagnosis, watcher, before, changes, changesIn } = await repaired(
      'ERROR: No matching distribution found for tensorflow-cpu\n'
    );
    expect(changes).toBe(1);
    expect(diagnosis.refusals).toMatchObject([
      { title: before[0].title, requirements: before[0].requirements }
    ]);
    const after = offers(diagnosis);
    expect(after.length).toBeGreaterThan(0);
    expect(after.map(({ title }) => title)).not.toContain(before[0].title);
    await changesIn(() => watcher.ready({ ...HERE }));
    expect(diagnosis.refusals).toHaveLength(1);
    await changesIn(() => diagnosis.probe());
    expect(diagnosis.refusals).toEqual([]);
    // The repair cell stands above what it clears.
    const places = ({ clearsAt }: Remedy) =>
      clearsAt.map(place => ({ ...place, cell: place.cell + 1 }));
    expect(offers(diagnosis)).toEqual(
      before.map(offer => ({ ...offer, clearsAt: places(offer) }))
    );
  });

  it('and worked leaves the findings until the restart', async () => {
    const { diagnosis, watcher, before, changesIn } = await repaired(
      'Successfully installed tensorflow-cpu-2.6.5\n'
    );
    expect(diagnosis.refusals).toEqual([]);
    expect(watcher.heard).toEqual([before[0].cell]);
    const keras = { version: '2.6.0', distribution: 'keras' };
    const installed = { ...UPGRADED.installed, keras };
    const now = { ...HERE, installed, loaded: UPGRADED.loaded };
    await changesIn(() => watcher.ready(now));
    expect(rules(diagnosis)).toEqual(['missing-symbol']);
    await changesIn(() => watcher.ready({ ...now, loaded: {} }));
    expect(rules(diagnosis)).toEqual([]);
  });
});

describe('a marked cell that has run', () => {
  async function ran(over: Partial<CellRun> = {}) {
    const made = await diagnose([FLIP]);
    const { cells, diagnosis, watcher, changesIn } = made;
    await changesIn(() => watcher.ready());
    const cellId = cells[0].getId();
    diagnosis.seen.begin(cellId, watcher.state);
    const run = () =>
      diagnosis.ran({
        cellId,
        source: FLIP,
        counted: true,
        succeeded: true,
        outputs: [],
        ...over
      });
    return { ...made, cellId, run };
  }

  const refuted = (diagnosis: NotebookDiagnosis) =>
    diagnosis.state.kind === 'judged'
      ? diagnosis.state.report.contradictions?.length
      : null;

  it('loses its mark, and it is told that it was wrong', async () => {
    const { cellId, diagnosis, run, changesIn } = await ran();
    expect(diagnosis.inCell(cellId)?.findings).toHaveLength(1);
    expect(await changesIn(run)).toBe(1);
    expect(diagnosis.inCell(cellId)?.findings).toEqual([]);
    expect(refuted(diagnosis)).toBe(1);
  });

  it('keeps its mark where it raised', async () => {
    const { diagnosis, run, changesIn } = await ran({ succeeded: false });
    expect(await changesIn(run)).toBe(0);
    expect(rules(diagnosis)).toEqual(['missing-symbol']);
  });

  it('keeps its mark until the kernel has said what it has now', async () => {
    const { diagnosis, watcher, run, changesIn } = await ran();
    await changesIn(() => watcher.ready(undefined, { stale: true }));
    await changesIn(run);
    expect(rules(diagnosis)).toEqual(['missing-symbol']);
    await changesIn(() => watcher.ready());
    expect(rules(diagnosis)).toEqual([]);
    expect(refuted(diagnosis)).toBe(1);
  });

  it('has its mark again in another environment', async () => {
    const { diagnosis, watcher, run, changesIn } = await ran();
    await changesIn(run);
    const variables = { TF_USE_LEGACY_KERAS: '1' };
    await changesIn(() => watcher.ready({ ...TF24, variables }));
    expect(rules(diagnosis)).toEqual(['missing-symbol']);
    expect(refuted(diagnosis)).toBe(0);
    await changesIn(() => watcher.ready());
    expect(refuted(diagnosis)).toBe(1);
  });
});

describe('marks', () => {
  it.each<KernelState>([
    { kind: 'off' },
    { kind: 'left-alone', pattern: 'tf*' },
    { kind: 'unasked' }
  ])('go, and the state says why: %p', async said => {
    const { diagnosis, watcher, cells, changesIn } = await diagnose([FLIP]);
    await changesIn(() => watcher.ready());
    watcher.say(said);
    expect(diagnosis.state).toEqual(said);
    expect(diagnosis.inCell(cells[0].getId())).toBeNull();
    watcher.ready();
    expect(diagnosis.inCell(cells[0].getId())?.findings).toHaveLength(1);
  });

  it('stay while the kernel restarts, and go with the kernel', async () => {
    const { diagnosis, watcher, cells, changesIn } = await diagnose([FLIP]);
    await changesIn(() => watcher.ready());
    watcher.say({ kind: 'starting', busy: false });
    expect(diagnosis.inCell(cells[0].getId())?.findings).toHaveLength(1);
    watcher.say({ kind: 'none' });
    expect(diagnosis.inCell(cells[0].getId())).toBeNull();
  });
});

it('goes with its notebook, and takes the watcher along', async () => {
  const { context, diagnosis, watcher } = await diagnose([FLIP]);
  context.dispose();
  expect(diagnosis.isDisposed).toBe(true);
  expect(watcher.isDisposed).toBe(true);
});
