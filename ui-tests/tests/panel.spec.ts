/** The panel says how the notebook stands, on every kind of kernel, with the one thing to do. */
import { expect, test } from '../fixtures';
import { Doctor } from './doctor';

test('no notebook', async ({ page }) => {
  const doctor = new Doctor(page);
  await doctor.open();
  await expect(doctor.panel.getByRole('heading')).toHaveText(['No notebook']);
});

test('TensorFlow is not there, and the notebook needs it', async ({
  page,
  openNotebook
}) => {
  const doctor = new Doctor(page);
  const notebook = await openNotebook({
    kernel: 'python3',
    content: ['from tensorflow.keras.layers import Dense']
  });
  await doctor.open();
  await expect(
    doctor.panel.getByRole('heading', { name: 'No TensorFlow or Keras here' })
  ).toBeVisible();
  await doctor.panel
    .getByRole('button', { name: 'Insert pip upgrade cell' })
    .first()
    .click();
  await expect
    .poll(async () => (await notebook.cells())[0].source)
    .toMatch(/^%pip install .*tensorflow/m);
});

test('all clear on the newest release', async ({ page, openNotebook }) => {
  const doctor = new Doctor(page);
  await openNotebook({
    kernel: 'tf2.21',
    content: [
      'import tensorflow as tf\nfrom tensorflow.keras.layers import RandomFlip',
      'tf.keras.layers.Dense(1)'
    ]
  });
  await doctor.open();
  await expect(doctor.panel).toContainText(
    /All clear\s*\d+ uses checked against TensorFlow 2\.21\.\d/
  );
  await expect(doctor.badges).toHaveCount(0);
});

test('a notebook that does not use them', async ({ page, openNotebook }) => {
  const doctor = new Doctor(page);
  await openNotebook({ kernel: 'tf2.4', content: ['print("keras")'] });
  await doctor.open();
  await expect(doctor.panel).toContainText(
    'This notebook does not use TensorFlow or Keras.'
  );
  await doctor.judged(/^2\.4\.4/);
});

test('a busy kernel is not disturbed; what was known stays', async ({
  page,
  openNotebook
}) => {
  const doctor = new Doctor(page);
  const notebook = await openNotebook({
    kernel: 'tf2.4',
    content: [
      'import os\nos.environ["NOTE"] = "1"',
      'import time\ntime.sleep(8)',
      'from tf.keras.layers import Dense'
    ]
  });
  await doctor.open();
  await doctor.judged(/^2\.4\.4/);
  await page.evaluate(
    () => void window.jupyterapp.commands.execute('notebook:run-all-cells')
  );
  await expect(doctor.panel).toContainText(
    /The kernel is busy\. Environment as of \d/
  );
  await expect(doctor.badges).toHaveCount(1);
  await notebook.idle();
  await expect(doctor.panel).not.toContainText('Environment as of');
});

test('a kernel that is gone takes its marks along', async ({
  page,
  openNotebook
}) => {
  const doctor = new Doctor(page);
  const notebook = await openNotebook({
    kernel: 'tf2.4',
    content: ['from tf.keras.layers import Dense']
  });
  await doctor.open();
  await expect(doctor.badges).toHaveCount(1);
  await page.evaluate(
    path => window.notebookAt(path).sessionContext.shutdown(),
    notebook.path
  );
  await expect(
    doctor.panel.getByRole('heading', { name: 'No kernel' })
  ).toBeVisible();
  await expect(
    doctor.panel.getByRole('button', { name: 'Choose a kernel' })
  ).toBeVisible();
  await expect(doctor.badges).toHaveCount(0);
});

test('by keyboard alone: from a finding to its name in the cell', async ({
  page,
  openNotebook
}) => {
  const doctor = new Doctor(page);
  const notebook = await openNotebook({
    kernel: 'tf2.4',
    content: [
      ...Array.from({ length: 40 }, (_, index) => `x = ${index}`),
      'y = 1\nfrom tf.keras.layers import Dense'
    ]
  });
  await doctor.open();
  const name = doctor.section('Findings').getByRole('button', { name: /^tf/ });
  await expect(name).toBeVisible();
  await doctor.section('Findings').getByRole('button').first().focus();
  await page.keyboard.press('Tab');
  await expect(name).toBeFocused();
  await page.keyboard.press('Enter');
  await expect
    .poll(() =>
      page.evaluate(path => {
        const { activeCellIndex, activeCell } = window.notebookAt(path).content;
        const editor = activeCell?.editor;
        const selection = editor?.getSelection();
        return editor?.hasFocus()
          ? [activeCellIndex, selection?.start.line, selection?.end.column]
          : null;
      }, notebook.path)
    )
    .toEqual([40, 1, 7]);
});
