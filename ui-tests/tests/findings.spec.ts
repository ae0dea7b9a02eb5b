/** Findings as a person wants them: grouped, filtered, copied, silenced and explained; at any width, and never in the way. */
import { expect, test } from '../fixtures';
import { Doctor } from './doctor';

const CELLS = [
  'import tensorflow as tf\nfrom tf.keras.layers import Dense',
  'from tensorflow.keras.layers import RandomFlip\nfrom keras.layers import Nothing',
  'x = 1  # keras-doctor: ignore[missing-name]'
];

test('grouped and filtered, as it was chosen before', async ({
  page,
  openNotebook
}) => {
  const doctor = new Doctor(page);
  await openNotebook({ kernel: 'tf2.4', content: CELLS });
  await doctor.open();
  const findings = doctor.section('Findings');
  const headings = findings.getByRole('heading', { level: 4 });
  await expect(headings).toHaveText([/^Cell 1/, /^Cell 2/, /^Cell 3/]);
  const grouping = findings.getByRole('combobox', {
    name: 'Group the findings'
  });
  // JupyterLab sends its state to the server a moment later.
  const kept = page.waitForRequest(
    request =>
      request.method() === 'PUT' &&
      request.postData()?.includes('"grouping":"rule"') === true
  );
  await grouping.selectOption('rule');
  await expect(headings.filter({ hasText: 'alias-import' })).toHaveCount(1);
  await expect(headings.filter({ hasText: 'Cell' })).toHaveCount(0);

  await test.step('a severity goes, and comes back', async () => {
    const errors = findings.getByRole('button', { name: /^\d+ errors?$/ });
    await errors.click();
    await expect(errors).toHaveAttribute('aria-pressed', 'false');
    await expect(findings).toContainText(/The filter hides \d+ finding/);
    await findings.getByRole('button', { name: 'Show all' }).click();
    await expect(errors).toHaveAttribute('aria-pressed', 'true');
  });

  await test.step('the grouping is there after a reload', async () => {
    await kept;
    await page.reload();
    await expect(grouping).toHaveValue('rule', { timeout: 90_000 });
  });
});

test('ignored by a comment, in one undo step', async ({
  page,
  openNotebook
}) => {
  const doctor = new Doctor(page);
  const notebook = await openNotebook({ kernel: 'tf2.4', content: [CELLS[0]] });
  await doctor.open();
  const findings = doctor.section('Findings');
  await findings.getByRole('button', { name: 'Ignore' }).click();
  await expect(findings).toHaveCount(0);
  await expect(doctor.badges).toHaveCount(0);
  expect((await notebook.cells())[0].source).toBe(
    `${CELLS[0]}  # keras-doctor: ignore[alias-import]`
  );
  await page.locator('.jp-Notebook .cm-content').first().click();
  await page.keyboard.press('Control+z');
  await expect(findings.getByRole('listitem')).toHaveCount(1);
  expect((await notebook.cells())[0].source).toBe(CELLS[0]);
});

test('copied as Markdown, one and all', async ({
  page,
  context,
  openNotebook
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const doctor = new Doctor(page);
  await openNotebook({ kernel: 'tf2.4', content: [CELLS[0]] });
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
  await openNotebook({ kernel: 'tf2.4', content: [CELLS[0]] });
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

test('nothing is cut off at 240 pixels', async ({ page, openNotebook }) => {
  const doctor = new Doctor(page);
  await openNotebook({ kernel: 'tf2.4', content: CELLS });
  await doctor.open();
  await expect(doctor.section('Findings')).toBeVisible();
  await doctor.widen(240);
  const body = doctor.panel.locator('.jp-KerasDoctor-body');
  // JupyterLab itself stops a little above that.
  const widths = await body.evaluate(node => {
    node.style.width = '240px';
    return { box: node.clientWidth, content: node.scrollWidth };
  });
  expect(widths.box).toBeLessThanOrEqual(240);
  expect(widths.content).toBe(widths.box);
});

test('new findings take no focus, and a hidden panel draws nothing', async ({
  page,
  openNotebook
}) => {
  const doctor = new Doctor(page);
  await openNotebook({ kernel: 'tf2.4', content: ['', CELLS[1]] });
  await doctor.open();
  await doctor.judged(/^2\.4\.4/);
  const editor = page.locator('.jp-Notebook .cm-content').first();
  await editor.click();
  await page.keyboard.type('import tensorflow as tf\ntf.Session');
  await expect(doctor.badges).toHaveCount(2);
  await expect(editor).toBeFocused();
  await page.keyboard.type('()');
  await expect(editor).toContainText('tf.Session()');

  await test.step('hidden', async () => {
    await page.evaluate(() =>
      window.jupyterapp.commands.execute('application:toggle-right-area')
    );
    await expect(doctor.panel).toBeHidden();
    const body = page.locator('.jp-KerasDoctor-body');
    const before = await body.textContent();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await expect(doctor.badges).toHaveCount(1);
    expect(await body.textContent()).toBe(before);
    await doctor.open();
    await expect.poll(() => body.textContent()).not.toBe(before);
  });
});
