/** What an offer changes in the notebook's own lines: its installs, and the lines that no install clears; all undone again. */
import { expect, test } from '../fixtures';
import type { OpenNotebook } from '../notebook';
import { Doctor } from './doctor';

const sourcesOf = async (notebook: OpenNotebook) =>
  (await notebook.cells()).map(({ source }) => source);

/** Undo or redo inside a cell, as a person does it. */
async function press(
  { page }: OpenNotebook,
  cell: number,
  keys: string
): Promise<void> {
  await page.locator('.jp-Notebook .cm-content').nth(cell).click();
  await page.keyboard.press(keys);
}

const ALIAS = 'import tensorflow as tf\nfrom tf.keras import layers';

test('the notebook’s own pip line becomes the repair', async ({
  page,
  openNotebook
}) => {
  test.setTimeout(240_000);
  const doctor = new Doctor(page);
  const before = ['!pip install -q tensorflow==1.2', ALIAS];
  const notebook = await openNotebook({ kernel: 'python3', content: before });
  await doctor.open();
  const repair = doctor.section('Repair');
  const change = repair
    .getByRole('button', { name: /^Change cell 1 to install tensorflow==/ })
    .first();

  await test.step('one click, the line says it, nothing is run', async () => {
    await expect(change).toBeVisible({ timeout: 90_000 });
    await expect(
      doctor.panel.getByRole('button', { name: /^Insert pip/ })
    ).toHaveCount(0);
    await change.click();
    await expect(repair).toContainText('The repair is in cell 1.');
    const [line, rest] = await sourcesOf(notebook);
    expect(line).toMatch(/^%pip install -q tensorflow==2\.\d+\.\d+( |$)/);
    expect(rest).toBe(ALIAS);
    const [cell] = await notebook.cells();
    expect(cell.execution_count ?? null).toBeNull();
    await expect(page.locator('.jp-Notebook .jp-mod-active')).toContainText(
      '%pip install'
    );
  });

  await test.step('undo and redo are one step each', async () => {
    await press(notebook, 0, 'Control+z');
    await expect(change).toBeVisible();
    expect(await sourcesOf(notebook)).toEqual(before);
    await press(notebook, 0, 'Control+Shift+z');
    await expect(repair).toContainText('The repair is in cell 1.');
  });

  await test.step('the offer brings its rewrite along', async () => {
    await repair.getByText('Show what is rewritten').first().click();
    await expect(repair).toContainText('Cell 2, line 2: tf becomes tensorflow');
    await repair
      .getByRole('button', { name: 'Rewrite 1 line' })
      .first()
      .click();
    const rewritten = ALIAS.replace('from tf', 'from tensorflow');
    expect((await sourcesOf(notebook))[1]).toBe(rewritten);
    await press(notebook, 1, 'Control+z');
    expect((await sourcesOf(notebook))[1]).toBe(ALIAS);
  });
});

test('where only a rewrite helps, one click rewrites all lines', async ({
  page,
  openNotebook
}) => {
  test.setTimeout(240_000);
  const doctor = new Doctor(page);
  const before = [
    ALIAS,
    'from tf.keras import models\nfrom tf.keras.layers import Dense'
  ];
  const after = before.map(each =>
    each.replace(/from tf\b/g, 'from tensorflow')
  );
  const notebook = await openNotebook({ kernel: 'tf2.21', content: before });
  await doctor.open();
  await doctor.judged(/^2\.21/);
  const repair = doctor.section('Repair');
  await expect(repair).toContainText('Only a rewrite helps.');
  await repair.getByRole('button', { name: 'Rewrite 3 lines' }).click();
  expect(await sourcesOf(notebook)).toEqual(after);
  await expect(
    doctor.panel.getByRole('heading', { name: 'All clear' })
  ).toBeVisible();

  // One step in each cell, each with an undo of its own.
  await press(notebook, 1, 'Control+z');
  expect(await sourcesOf(notebook)).toEqual([after[0], before[1]]);
  await press(notebook, 0, 'Control+z');
  expect(await sourcesOf(notebook)).toEqual(before);
  await press(notebook, 0, 'Control+Shift+z');
  expect(await sourcesOf(notebook)).toEqual([after[0], before[1]]);
});
