/** Two people in one notebook: each sees what the other does, and nobody's cursor moves. */
import { expect } from '@playwright/test';

import { watchProblems } from '../../fixtures';
import { test } from '../../hosts';
import { Doctor } from '../doctor';

const ALIAS = 'import tensorflow as tf\nfrom tf.keras.layers import Dense';

test('marks, fixes and the repair cell are the notebook’s, the cursor is each person’s own', async ({
  browser,
  baseURL,
  page,
  doctor,
  openNotebook
}) => {
  const notebook = await openNotebook({
    kernel: 'tf2.21',
    content: [ALIAS, 'x = 1', 'y = 2']
  });
  await expect(doctor.badges).toHaveCount(1);

  const context = await browser.newContext({ baseURL });
  const theirProblems = watchProblems(context);
  const other = await context.newPage();
  await other.goto(`/lab/workspaces/other/tree/${notebook.path}?reset`);
  const their = new Doctor(other);
  await expect(their.badges).toHaveCount(1, { timeout: 60_000 });

  await test.step('what one types is marked for the other, whose cursor stays', async () => {
    await page.locator('.jp-Cell').nth(1).getByRole('textbox').click();
    await page.keyboard.press('End');
    await other.locator('.jp-Cell').nth(2).getByRole('textbox').click();
    await other.keyboard.press('Control+End');
    await other.keyboard.type('\nfrom tf.keras import Model');
    await expect(doctor.underlines).toHaveCount(2);
    await expect(their.underlines).toHaveCount(2);
    await page.keyboard.type('0');
    expect((await notebook.cells())[1].source).toBe('x = 10');
  });

  await test.step('the fix of one is everybody’s, and only one takes it back', async () => {
    await doctor.underlines.first().hover();
    await page
      .locator('.cm-tooltip-lint')
      .getByRole('button', { name: /Write/ })
      .click();
    await expect(their.badges).toHaveCount(1);
    await expect(other.locator('.jp-Cell').first()).toContainText(
      'from tensorflow.keras.layers import Dense'
    );
    await other.keyboard.press('Control+z');
    await expect(doctor.underlines).toHaveCount(0);
    expect((await notebook.cells())[0].source).toContain(
      'from tensorflow.keras.layers import Dense'
    );
  });
  // Others have errors of their own; the fixture looks at this page’s.
  expect(theirProblems.filter(text => text.includes('keras-doctor'))).toEqual(
    []
  );
  await context.close();
});
