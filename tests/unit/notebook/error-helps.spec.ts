/** The button below an error: there where an error of ours is, and nowhere else, whatever becomes of the outputs. */

import { CodeCell, isCodeCellModel } from '@jupyterlab/cells';
import { NBTestUtils } from '@jupyterlab/notebook/lib/testutils';
import { nullTranslator } from '@jupyterlab/translation';
import type { IDisposable } from '@lumino/disposable';
import { Widget } from '@lumino/widgets';

import { plain } from '../../../src/engine/text';
import { NotebookDiagnosis } from '../../../src/notebook/diagnosis';
import { ErrorHelp } from '../../../src/notebook/errors/help';
import { ErrorHelps } from '../../../src/notebook/errors/helps';
import { Settings } from '../../../src/settings';
import { shippedAtlas } from '../atlas';
import { ToldKernel } from './kernel';

const FLIP = 'from tensorflow.keras.layers import RandomFlip';
const CLASSES = {
  output_type: 'error',
  ename: 'AttributeError',
  evalue: "'Sequential' object has no attribute 'predict_clases'",
  traceback: ['Cell In[1], line 3\n----> 3 model.predict_clases(1)']
};
const IMPORT = {
  output_type: 'error',
  ename: 'ImportError',
  evalue: "cannot import name 'RandomFlip' from 'tensorflow.keras.layers'",
  traceback: [`Cell In[1], line 1\n----> 1 ${FLIP}`]
};

beforeAll(() => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
});

// The document of the tests has no layout.
Element.prototype.scrollIntoView = () => undefined;

const opened: IDisposable[] = [];

afterEach(() => {
  opened.splice(0).forEach(each => each.dispose());
});

async function open(source = FLIP) {
  const context = await NBTestUtils.createMockContext();
  const { model } = context;
  while (model.sharedModel.cells.length > 0) {
    model.sharedModel.deleteCell(0);
  }
  model.sharedModel.insertCell(0, { cell_type: 'code', source });
  const panel = NBTestUtils.createNotebookPanel(context);
  Widget.attach(panel, document.body);
  const watcher = new ToldKernel();
  const diagnosis = new NotebookDiagnosis({
    context,
    watch: () => watcher,
    atlas: async () => ({ kind: 'atlas', atlas: shippedAtlas() }),
    say: plain,
    wishes: new Settings(null)
  });
  opened.push(panel, context);
  const shown: (string | null)[] = [];
  const helps = new ErrorHelps({
    panel,
    diagnosis,
    trans: nullTranslator.load('jupyterlab_keras_doctor'),
    show: cellId => shown.push(cellId),
    fix: async ({ symbol }) => symbol.endsWith('RandomFlip')
  });
  const cell = panel.content.widgets[0];
  await cell.ready;
  const settle = () => new Promise(resolve => setTimeout(resolve));
  return {
    panel,
    cell,
    watcher,
    helps,
    shown,
    settle,
    print: async (...outputs: readonly object[]) => {
      if (isCodeCellModel(cell.model)) {
        cell.model.outputs.fromJSON(JSON.parse(JSON.stringify(outputs)));
      }
      await settle();
    },
    buttons: () =>
      Array.from(
        panel.node.querySelectorAll<HTMLButtonElement>(
          '.jp-KerasDoctor-errorHelp button'
        )
      ),
    answer: () => panel.node.querySelector('[role=status]')?.textContent
  };
}

it('comes with the error, and goes with it', async () => {
  const { print, buttons, cell } = await open();
  expect(buttons()).toEqual([]);
  await print({ output_type: 'stream', name: 'stdout', text: 'a' }, IMPORT);
  expect(buttons().map(({ textContent }) => textContent)).toEqual([
    'Explain with Keras Doctor'
  ]);
  const outputs = cell.node.querySelector('.jp-Cell-outputWrapper');
  const order = outputs?.compareDocumentPosition(buttons()[0]);
  expect(order).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  await print(IMPORT);
  expect(buttons()).toHaveLength(1);
  await print({ output_type: 'stream', name: 'stdout', text: 'a' });
  expect(buttons()).toEqual([]);
});

it.each([
  { ...IMPORT, ename: 'KeyError' },
  { ...IMPORT, evalue: "No module named 'pandas'", traceback: [] }
])('is none of ours: %j', async output => {
  const { print, buttons } = await open();
  await print(output);
  expect(buttons()).toEqual([]);
});

it('shows the finding, in words below the error and in the panel', async () => {
  const { print, buttons, answer, shown, watcher, cell, settle } = await open();
  await print(IMPORT);
  watcher.ready();
  await settle();
  buttons()[0].click();
  expect(answer()).toContain('RandomFlip is not in');
  expect(shown).toEqual([cell.model.id]);
  await print({ ...IMPORT, evalue: "No module named 'keras'" });
  expect(answer()).toBe('');
});

it('says so where nothing explains it', async () => {
  const { print, buttons, answer, shown, watcher, settle, cell } =
    await open('import keras_core');
  await print({ ...IMPORT, evalue: "module 'keras' says no", traceback: [] });
  watcher.say({ kind: 'starting', busy: true });
  buttons()[0].click();
  expect(answer()).toContain('has not said yet');
  // The answer comes by itself, and takes no focus.
  watcher.ready();
  await settle();
  expect(answer()).toContain('No name, argument or package');
  expect(shown).toEqual([]);
  cell.model.sharedModel.setSource('import keras');
  buttons()[0].click();
  expect(answer()).toContain('has changed since it raised this');
});

it('says of a saved error that it was saved', async () => {
  const { panel, buttons, answer, watcher, settle } = await open();
  panel.context.model.sharedModel.insertCell(0, {
    cell_type: 'code',
    source: 'x = 1',
    outputs: JSON.parse(JSON.stringify([{ ...IMPORT, traceback: [] }]))
  });
  await panel.content.widgets[0].ready;
  watcher.ready();
  await settle();
  buttons()[0].click();
  expect(answer()).toContain('This error was saved with the notebook');
});

it('comes where only a finding tells that it is ours, and stays', async () => {
  const { print, buttons, watcher, settle, cell } = await open(
    'from tensorflow import keras\nmodel = keras.Sequential()\nmodel.predict_clases(1)'
  );
  await print(CLASSES);
  expect(buttons()).toEqual([]);
  watcher.ready();
  await settle();
  expect(buttons()).toHaveLength(1);
  cell.model.sharedModel.setSource('1');
  watcher.ready();
  await settle();
  expect(buttons()).toHaveLength(1);
});

it('is hidden with the outputs, and shown with them', async () => {
  const { print, buttons, cell } = await open();
  if (!(cell instanceof CodeCell)) {
    throw new Error('No code cell');
  }
  await print(IMPORT);
  const hidden = () => buttons()[0].closest('.lm-mod-hidden') !== null;
  expect(hidden()).toBe(false);
  cell.outputHidden = true;
  expect(hidden()).toBe(true);
  cell.outputHidden = false;
  expect(hidden()).toBe(false);
});

it('offers the fixes, and says what became of them', async () => {
  const { print, buttons, answer, watcher, settle } = await open();
  await print(IMPORT);
  watcher.ready();
  await settle();
  buttons()[0].click();
  expect(buttons()).toHaveLength(2);
  expect(buttons()[1].textContent).toBe('Use that name');
  buttons()[1].click();
  await settle();
  expect(answer()).toBe('Changed. Run the cell again.');
  expect(buttons()).toHaveLength(1);
  expect(document.activeElement).toBe(buttons()[0]);
});

it('writes what it is given as text', () => {
  const trans = nullTranslator.load('jupyterlab_keras_doctor');
  const help = new ErrorHelp({
    trans,
    onClick: () => undefined,
    fix: async () => false
  });
  const message = '`<b>x</b>` <img src=x onerror=alert(1)>';
  help.display({ kind: 'environment', message }, true);
  expect(help.node.querySelector('img, b')).toBeNull();
  expect(help.node.querySelector('[role=status]')?.textContent).toBe(
    message.replace(/`/g, '')
  );
});

it('comes with a new cell, and not once the view is closed', async () => {
  const { panel, helps, buttons, settle } = await open('x = 1');
  const add = async () => {
    panel.context.model.sharedModel.insertCell(0, {
      cell_type: 'code',
      source: FLIP,
      outputs: JSON.parse(JSON.stringify([IMPORT]))
    });
    await panel.content.widgets[0].ready;
    await settle();
  };
  await add();
  expect(buttons()).toHaveLength(1);
  helps.dispose();
  await add();
  expect(buttons()).toHaveLength(1);
});
