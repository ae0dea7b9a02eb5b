/** What people choose for a rule is heard at once. */

import { NBTestUtils } from '@jupyterlab/notebook/lib/testutils';
import { Signal } from '@lumino/signaling';

import { plain } from '../../../src/engine/text';
import type { Severities } from '../../../src/engine/wishes';
import { NotebookDiagnosis } from '../../../src/notebook/diagnosis';
import { shippedAtlas } from '../atlas';
import { ToldKernel } from './kernel';

class Chosen {
  severities: Severities = {};
  debounce = 250;
  readonly changed = new Signal<this, void>(this);

  choose(severities: Severities): void {
    this.severities = severities;
    this.changed.emit();
  }
}

it('judges again with another severity, and not after its notebook is gone', async () => {
  const context = await NBTestUtils.createMockContext();
  context.model.sharedModel.insertCell(0, {
    cell_type: 'code',
    source: 'from tensorflow.keras.layers import RandomFlip'
  });
  const watcher = new ToldKernel();
  const chosen = new Chosen();
  const diagnosis = new NotebookDiagnosis({
    context,
    watch: () => watcher,
    atlas: async () => ({ kind: 'atlas', atlas: shippedAtlas() }),
    say: plain,
    wishes: chosen
  });
  const told = () => {
    const { state } = diagnosis;
    return state.kind === 'judged'
      ? state.report.findings.map(({ severity }) => severity)
      : state.kind;
  };
  watcher.ready();
  await new Promise(resolve => setTimeout(resolve));
  expect(told()).toEqual(['error']);
  chosen.choose({ 'missing-symbol': 'info' });
  expect(told()).toEqual(['info']);
  chosen.choose({ 'missing-symbol': 'off' });
  expect(told()).toEqual([]);
  context.dispose();
  chosen.choose({});
  expect(told()).toEqual([]);
});
