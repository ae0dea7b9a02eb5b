/** Findings as a person wants them: copied, silenced and explained. */
import { expect, test } from '../fixtures';
import { Doctor } from './doctor';

const CELL = 'import tensorflow as tf\nfrom tf.keras.layers import Dense';

test('ignored by a comment, in one undo step', async ({
  page,
  openNotebook
}) => {
  const doctor = new Doctor(page);
  const notebook = await openNotebook({ kernel: 'tf2.4', content: [CELL] });
  await doctor.open();
  const findings = doctor.section('Findings');
  await findings.getByRole('button', { name: 'Ignore' }).click();
  await expect(findings).toHaveCount(0);
  await expect(doctor.badges).toHaveCount(0);
  expect((await notebook.cells())[0].source).toBe(
    `${CELL}  # keras-doctor: ignore[alias-import]`
  );
  await page.locator('.jp-Notebook .cm-content').first().click();
  await page.keyboard.press('Control+z');
  await expect(findings.getByRole('listitem')).toHaveCount(1);
  expect((await notebook.cells())[0].source).toBe(CELL);
});

test('copied as Markdown, one and all', async ({
  page,
  context,
  openNotebook
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const doctor = new Doctor(page);
  await openNotebook({ kernel: 'tf2.4', content: [CELL] });
  await doctor.open();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const findings = doctor.section('Findings');
  await findings.getByRole('button', { name: 'Copy' }).click();
  await expect(findings.getByRole('button', { name: 'Copied' })).toBeVisible();
  await expect(findings.getByRole('button', { name: 'Copy' })).toBeVisible();
  expect(await copied()).toMatch(
    /^Cell 1, line 2\n\n\*\*Error\*\* `alias-import`: [^]*```python\nfrom tf\.keras[^]*TensorFlow 2\.4\.4/
  );
  await doctor.panel
    .getByRole('button', { name: 'Copy all as Markdown' })
    .click();
  await expect.poll(copied).toMatch(/^## Keras Doctor report[^]*"schema": 1/);
});

test('a rule’s page opens in a tab, links included', async ({
  page,
  openNotebook
}) => {
  const doctor = new Doctor(page);
  await openNotebook({ kernel: 'tf2.4', content: [CELL] });
  await doctor.open();
  const findings = doctor.section('Findings');
  await findings.getByRole('button', { name: 'Why' }).click();
  const tab = (name: string) => page.getByRole('tab', { name });
  await expect(tab('alias-import')).toBeVisible();
  const content = page.locator('.jp-KerasDoctor-page:visible');
  await expect(
    content.getByRole('heading', { name: 'Why it happens' })
  ).toBeVisible();
  // The panel still speaks of the notebook.
  await expect(findings.getByRole('listitem')).toHaveCount(1);
  await content.getByRole('link', { name: 'silencing' }).click();
  await expect(
    content.getByRole('heading', { name: 'In the settings' })
  ).toBeVisible();
  expect(page.url()).toContain('/lab');
});
