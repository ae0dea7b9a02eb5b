/** The loop closes: insert, undo, redo, run, restart, for each kind of repair, and for one that pip turns down. */
import { expect, test } from '../fixtures';
import type { OpenNotebook } from '../notebook';
import { Doctor, failures } from './doctor';

/** The notebook's file, as it is on the disk when it is saved now. */
async function saved(notebook: OpenNotebook): Promise<string> {
  await notebook.save();
  const url = `/api/contents/${notebook.path}?type=file&format=text`;
  const answer = await notebook.page.request.get(url);
  const { content } = (await answer.json()) as { content: string };
  return content;
}

/** The errors that the panel shows: `cell:line`. */
async function errors(doctor: Doctor): Promise<string[]> {
  return (await doctor.findings())
    .filter(({ severity }) => severity === 'Error')
    .map(({ cell, line }) => `${cell}:${line}`);
}

/** The repair cell's position and text; null where the notebook has none. */
async function repairCell(notebook: OpenNotebook) {
  const cells = await notebook.cells();
  const at = cells.findIndex(cell => cell.metadata.jupyterlab_keras_doctor);
  return at < 0 ? null : { at, source: cells[at].source };
}

/** What an undo must bring back, and a redo take away again: the file to its last byte. */
async function undoAndRedo(
  notebook: OpenNotebook,
  before: string,
  keys: { readonly undo: string; readonly redo: string }
): Promise<void> {
  const after = await saved(notebook);
  expect(after).not.toBe(before);
  await notebook.page.keyboard.press(keys.undo);
  await expect.poll(() => saved(notebook)).toBe(before);
  await notebook.page.keyboard.press(keys.redo);
  await expect.poll(() => saved(notebook)).toBe(after);
}

const IN_NOTEBOOK = { undo: 'z', redo: 'Shift+z' };
const IN_CELL = { undo: 'Control+z', redo: 'Control+Shift+z' };

async function restart(doctor: Doctor): Promise<void> {
  await doctor.panel.getByRole('button', { name: 'Restart kernel' }).click();
  await doctor.page
    .getByRole('button', { name: 'Confirm Kernel Restart' })
    .click();
  await expect(doctor.panel).not.toContainText('Restart the kernel', {
    timeout: 60_000
  });
}

test('an install: keras alone, and the kernel has loaded the old one', async ({
  page,
  openNotebook
}) => {
  test.setTimeout(300_000);
  const doctor = new Doctor(page);
  const notebook = await openNotebook({
    kernel: 'tf2.18',
    content: ['import keras', 'keras.layers.RandomHue(0.1)']
  });
  await doctor.open();
  await doctor.judged(/^2\.18/);
  expect(await failures(notebook)).toEqual(['1:1']);
  expect(await errors(doctor)).toEqual(['1:1']);

  const repair = doctor.section('Repair');
  await test.step('inserted, taken back, inserted again', async () => {
    const before = await saved(notebook);
    await repair
      .getByRole('button', { name: /^Insert pip/ })
      .first()
      .click();
    await expect(repair).toContainText('The repair is in cell 1.');
    await undoAndRedo(notebook, before, IN_NOTEBOOK);
  });

  await test.step('until the restart what it cures is still there', async () => {
    await notebook.run(0);
    await expect(doctor.row('keras')).toContainText(
      /^3\.7\.0.*→ 3\.8\.0 after restart/,
      { timeout: 60_000 }
    );
    expect(await failures(notebook)).toEqual(['2:1']);
    expect(await errors(doctor)).toEqual(['2:1']);
    const notice = page.locator('.jp-Notification-Toast-info');
    await expect(notice).toHaveCount(1);
    await expect(notice).toContainText('keras 3.8.0 is installed');
  });

  await test.step('and gone afterwards', async () => {
    await restart(doctor);
    await expect(doctor.row('keras')).toContainText(/^3\.8\.0/);
    await expect(doctor.panel).toContainText('All clear');
    expect(await failures(notebook)).toEqual([]);
    await expect(page.locator('.jp-Notification-Toast')).toHaveCount(0);
  });
});

test('legacy Keras: a variable that this kernel hears only after a restart', async ({
  page,
  openNotebook
}) => {
  test.setTimeout(300_000);
  const doctor = new Doctor(page);
  const notebook = await openNotebook({
    kernel: 'tf2.17',
    content: [
      'import tensorflow as tf',
      'from tensorflow.keras.layers.experimental import SyncBatchNormalization',
      'from tensorflow.keras.optimizers.legacy import Adam\nAdam(0.1)'
    ]
  });
  await doctor.open();
  await doctor.judged(/^2\.17/);
  const before = await failures(notebook);
  expect(before).toEqual(['1:1', '2:2']);
  expect(await errors(doctor)).toEqual(before);

  await test.step('inserted, taken back, inserted again', async () => {
    const file = await saved(notebook);
    await doctor
      .section('Repair')
      .getByRole('listitem')
      .filter({ hasText: 'takes legacy Keras' })
      .getByRole('button')
      .click();
    await expect
      .poll(async () => (await repairCell(notebook))?.source)
      .toContain('os.environ["TF_USE_LEGACY_KERAS"] = "1"');
    await undoAndRedo(notebook, file, IN_NOTEBOOK);
    expect((await repairCell(notebook))?.at).toBe(0);
  });

  await test.step('TensorFlow is loaded: it goes on without the variable', async () => {
    await notebook.run(0);
    await expect(doctor.row('tf.keras')).toContainText(
      /^3\.5\.0.*→ 2\.17\.0 after restart/,
      { timeout: 60_000 }
    );
    await expect(page.locator('.jp-Notification-Toast-info')).toContainText(
      'TF_USE_LEGACY_KERAS came after'
    );
    expect(await failures(notebook)).toEqual(['2:1', '3:2']);
    expect(await errors(doctor)).toEqual(['2:1', '3:2']);
  });

  await test.step('restarted, the cell first, and everything runs', async () => {
    await restart(doctor);
    await expect(doctor.panel).toContainText('All clear');
    await notebook.run(0);
    expect(await failures(notebook)).toEqual([]);
    await expect(doctor.panel).toContainText('All clear');
  });
});

test('a rewrite: the line itself, and no restart', async ({
  page,
  openNotebook
}) => {
  const doctor = new Doctor(page);
  const notebook = await openNotebook({
    kernel: 'tf2.21',
    content: [
      'import tensorflow as tf',
      'from tf.keras.layers import Dense\nDense(1)'
    ]
  });
  await doctor.open();
  await doctor.judged(/^2\.21/);
  expect(await failures(notebook)).toEqual(['1:1']);
  expect(await errors(doctor)).toEqual(['1:1']);
  const before = await saved(notebook);
  await doctor
    .section('Findings')
    .getByRole('button', { name: /^Write/ })
    .click();
  await expect(doctor.panel).toContainText('All clear');
  await page.locator('.jp-Notebook .cm-content').last().click();
  await undoAndRedo(notebook, before, IN_CELL);
  await expect(doctor.panel).toContainText('All clear');
  expect(await failures(notebook)).toEqual([]);
});

test('an install that pip turns down: why, and the next one', async ({
  page,
  openNotebook
}) => {
  test.setTimeout(300_000);
  const doctor = new Doctor(page);
  const notebook = await openNotebook({
    kernel: 'no-index',
    content: [
      'import tensorflow as tf',
      'from tensorflow.keras.layers import RandomFlip'
    ]
  });
  await doctor.open();
  await doctor.judged(/^2\.4\.4/);
  const repair = doctor.section('Repair');
  const offers = repair.locator(
    '.jp-KerasDoctor-remedies .jp-KerasDoctor-remedyTitle'
  );
  const failed = repair.getByRole('list', {
    name: 'What could not be installed'
  });
  const notice = page.locator('.jp-Notification-Toast-warning');
  const [first] = await offers.allInnerTexts();
  let second = '';
  const untouched = await saved(notebook);
  let inserted = '';

  await test.step('inserted, and it fails', async () => {
    await repair
      .getByRole('button', { name: /^Insert pip/ })
      .first()
      .click();
    inserted = (await repairCell(notebook))?.source ?? '';
    await undoAndRedo(notebook, untouched, IN_NOTEBOOK);
    await notebook.run(0);
    await expect(failed.getByRole('listitem')).toHaveCount(1);
    await expect(failed).toContainText(
      /pip could not install this: No matching distribution found for tensorflow-cpu==\d/
    );
    await expect(failed).toContainText(first);
    await expect(offers.first()).not.toHaveText(first);
    second = await offers.first().innerText();
    await expect(notice).toContainText('pip failed in notebook-1.ipynb');
    // What the kernel has is as it was.
    await doctor.judged(/^2\.4\.4/);
    expect(await errors(doctor)).toEqual(['2:1']);
  });

  await test.step('the same failure is told once; its button shows the panel', async () => {
    await notebook.run(0);
    await expect(failed.getByRole('listitem')).toHaveCount(1);
    await expect(notice).toHaveCount(1);
    await notebook.command('application:toggle-right-area');
    await expect(doctor.panel).toBeHidden();
    await notice.getByRole('button', { name: 'Show Keras Doctor' }).click();
    await expect(doctor.panel).toBeVisible();
  });

  await test.step('the next one takes its place in the cell, and can be taken back', async () => {
    const before = await saved(notebook);
    await repair
      .getByRole('button', { name: /^Update pip/ })
      .first()
      .click();
    await expect(repair).toContainText('The repair is in cell 1.');
    await page.locator('.jp-Notebook .cm-content').first().click();
    await undoAndRedo(notebook, before, IN_CELL);
    await notebook.run(0);
    await expect(failed).toContainText(second);
    await expect(repair).toContainText('1 more could not be installed.');
    const left = await offers.allInnerTexts();
    expect(left.filter(each => [first, second].includes(each))).toEqual([]);
  });

  await test.step('a release that does not exist is named', async () => {
    const source = inserted.replace(/==[\d.]+/, '==2.99.0');
    await page.evaluate(
      ({ path, source }) =>
        window
          .notebookAt(path)
          .content.widgets[0].model.sharedModel.setSource(source),
      { path: notebook.path, source }
    );
    await notebook.run(0);
    await expect(failed).toContainText(
      'No matching distribution found for tensorflow-cpu==2.99.0'
    );
  });

  await test.step('who asks anew is offered everything again', async () => {
    await doctor.panel.getByRole('button', { name: /Read the kernel/ }).click();
    await expect(failed).toHaveCount(0);
    await expect(offers.first()).toHaveText(first);
    await expect(notice).toHaveCount(0);
  });
});
