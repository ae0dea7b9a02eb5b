/** What cells raise is explained where it stands, and what the kernel refutes is taken back. */
import { expect, test } from '../fixtures';
import type { OpenNotebook } from '../notebook';
import { Doctor } from './doctor';

const FLIP = 'from tensorflow.keras.layers import RandomFlip';
const EXPLAIN = 'Explain with Keras Doctor';

/** Runs code in the notebook's kernel that is in none of its cells, as a person does in a console. */
async function aside(notebook: OpenNotebook, code: string): Promise<void> {
  await notebook.page.evaluate(
    async ({ path, code }) => {
      const { session } = window.notebookAt(path).sessionContext;
      await session?.kernel?.requestExecute({ code }).done;
    },
    { path: notebook.path, code }
  );
}

test('an error out of TensorFlow is explained with its finding, by keyboard', async ({
  page,
  openNotebook
}) => {
  test.setTimeout(180_000);
  const doctor = new Doctor(page);
  const notebook = await openNotebook({
    kernel: 'tf2.4',
    content: ['x = 1', `import numpy\n${FLIP}`]
  });
  await expect(doctor.badges).toHaveCount(1, { timeout: 60_000 });
  const button = page.getByRole('button', { name: EXPLAIN });
  await expect(button).toHaveCount(0);
  await notebook.run(1);
  await expect(button).toHaveCount(1);
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.jp-KerasDoctor-errorHelp')).toContainText(
    'RandomFlip is not in tensorflow.keras.layers'
  );
  await expect(doctor.panel).toBeVisible();
  await expect(
    doctor.section('Findings').getByRole('button', { name: /^Cell 2/ })
  ).toBeFocused();
  expect((await notebook.cells()).length).toBe(2);

  await test.step('again after the cell has run again, and was moved', async () => {
    await notebook.run(1);
    await expect(button).toHaveCount(1);
    await notebook.command('notebook:move-cell-up');
    await expect(button).toHaveCount(1);
    await button.click();
    await expect(page.locator('.jp-KerasDoctor-errorHelp')).toContainText(
      'RandomFlip is not in'
    );
  });

  await test.step('and goes with the outputs', async () => {
    await notebook.command('notebook:clear-all-cell-outputs');
    await expect(button).toHaveCount(0);
  });
});

test('a function of another cell, and what nothing explains', async ({
  page,
  openNotebook
}) => {
  test.setTimeout(180_000);
  const doctor = new Doctor(page);
  const notebook = await openNotebook({
    kernel: 'tf2.4',
    content: [
      'import tensorflow as tf\ndef build(x):\n    return tf.placeholder(x)',
      'y = 1\nbuild(y)',
      'raise ValueError("keras says no")',
      'raise ValueError("pandas says no")'
    ]
  });
  await expect(doctor.badges).toHaveCount(1, { timeout: 60_000 });
  await notebook.run(0);
  await notebook.run(1);
  const answers = page.locator('.jp-KerasDoctor-errorHelp');
  await page.getByRole('button', { name: EXPLAIN }).click();
  await expect(answers).toContainText('placeholder');
  await expect(
    doctor.section('Findings').getByRole('button', { name: /^Cell 1/ })
  ).toBeFocused();
  await notebook.run(2);
  await notebook.run(3);
  await expect(answers).toHaveCount(2);
  await page.getByRole('button', { name: EXPLAIN }).last().click();
  await expect(answers.last()).toContainText(
    'Nothing that Keras Doctor knows of this kernel explains this error.'
  );
});

test('a marked line that ran loses its mark, until it raises', async ({
  page,
  openNotebook,
  context
}) => {
  test.setTimeout(240_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const doctor = new Doctor(page);
  const notebook = await openNotebook({
    kernel: 'tf2.4',
    content: [FLIP, 'RandomFlip(1)']
  });
  await doctor.open();
  await expect(doctor.badges).toHaveCount(1, { timeout: 60_000 });
  // As a package does that patches Keras: no measurement of Keras alone can know.
  await aside(
    notebook,
    'import tensorflow.keras.layers as layers\nlayers.RandomFlip = layers.Dense'
  );
  await notebook.run(0);
  await expect(doctor.badges).toHaveCount(0, { timeout: 60_000 });
  await expect(doctor.underlines).toHaveCount(0);
  await expect(doctor.panel).toContainText('1 line that was marked ran here');
  await expect(doctor.section('Repair')).toHaveCount(0);

  await doctor.panel.getByRole('button', { name: 'Copy report' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('tensorflow 2.4.4');
  expect(copied).toContain('**missing-symbol**');
  expect(copied).toContain(FLIP);

  await test.step('in a new process it is remembered, until it raises there', async () => {
    await notebook.restart();
    await doctor.judged(/^2\.4/);
    await expect(doctor.badges).toHaveCount(0);
    await notebook.run(0);
    await expect(doctor.badges).toHaveCount(1, { timeout: 60_000 });
    await expect(doctor.panel).not.toContainText('marked ran here');
  });
});

test('a cell that catches its error proves nothing', async ({
  page,
  openNotebook
}) => {
  test.setTimeout(180_000);
  const doctor = new Doctor(page);
  const notebook = await openNotebook({
    kernel: 'tf2.4',
    content: [`try:\n    ${FLIP}\nexcept ImportError:\n    pass`, FLIP]
  });
  await expect(doctor.badges).toHaveCount(2, { timeout: 60_000 });
  // What a handler catches ran to its end and proves nothing.
  await notebook.run(0);
  await notebook.idle();
  await expect(doctor.badges).toHaveCount(2);
});
