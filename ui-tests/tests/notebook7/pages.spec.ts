/** Notebook 7 has a page for each document and no status bar: what is different there. */
import { expect, type Page, type Response } from '@playwright/test';

import { extensionOf } from '../../extension';
import { test } from '../../hosts';
import { OpenNotebook } from '../../notebook';
import { Doctor } from '../doctor';

const KERNEL = 'tf2.21';
const CELLS = ['import tensorflow as tf', 'from tf.keras import Model'];

/** Files of the extension that are larger than a million bytes: the data about the releases is. */
function largeFiles(page: Page): string[] {
  const large: string[] = [];
  page.on('response', (response: Response) => {
    const length = Number(response.headers()['content-length'] ?? 0);
    if (response.url().includes('/jupyterlab-keras-doctor/') && length > 1e6) {
      large.push(response.url());
    }
  });
  return large;
}

test('the panel by button and menu, the page of a rule in a dialog, two notebooks in two tabs', async ({
  context,
  page,
  doctor,
  openNotebook,
  problems
}) => {
  const large = largeFiles(page);
  await openNotebook({ kernel: KERNEL, content: CELLS });
  const button = page.locator('.jp-KerasDoctor-toolbarButton');
  await expect(button).toHaveText('TF 2.21.0 · 1');
  await expect(doctor.panel).toBeHidden();
  expect(large).toHaveLength(1);

  const menu = async (): Promise<void> => {
    await page.locator('.lm-MenuBar-item').getByText('View').click();
  };
  await test.step('the panel by the button', async () => {
    await button.click();
    await expect(doctor.panel).toBeVisible();
    await page.locator('#jp-right-stack .jp-SidePanel-collapse').click();
    await expect(doctor.panel).toBeHidden();
  });

  await test.step('closed, and shown again by the menu', async () => {
    await menu();
    await page
      .locator('.lm-Menu-item')
      .filter({ hasText: 'Show Keras Doctor' })
      .click();
    await expect(doctor.panel).toBeVisible();
    await page.locator('#jp-right-stack .jp-SidePanel-collapse').click();
  });

  await test.step('and by Notebook 7’s own list of what is in the sidebar', async () => {
    await menu();
    await page
      .locator('.lm-Menu-item[data-type="submenu"]')
      .filter({ hasText: 'Right Sidebar' })
      .hover();
    await expect(page.locator('.lm-Menu')).toHaveCount(2);
    await page
      .locator('.lm-Menu')
      .last()
      .locator('.lm-Menu-item')
      .filter({ hasText: 'Show Keras Doctor' })
      .click();
    await expect(doctor.panel).toBeVisible();
  });

  await test.step('why', async () => {
    await doctor.panel.getByRole('button', { name: 'Why' }).first().click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('heading').first()).toContainText(
      'alias-import'
    );
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toHaveCount(0);
  });

  await test.step('a second tab has a panel of its own', async () => {
    const other = await context.newPage();
    const second = await OpenNotebook.visit(other, {
      kernel: KERNEL,
      path: 'second-of-two.ipynb',
      content: ['import tensorflow.nowhere']
    });
    const theirs = new Doctor(other);
    await theirs.open();
    await expect(theirs.panel).toContainText(second.path);
    await expect(theirs.badges).toHaveCount(1);
    await other.close();
    await expect(doctor.panel).not.toContainText(second.path);
  });
  expect(problems).toEqual([]);
});

test('the pages of files and of text load the extension, and nothing of its data', async ({
  page,
  problems
}) => {
  const large = largeFiles(page);
  await page.request.put('/api/contents/read-me.py', {
    data: { type: 'file', format: 'text', content: 'import tf_keras\n' }
  });
  for (const place of ['/tree', '/edit/read-me.py']) {
    await page.goto(place);
    await page.waitForFunction(() => 'jupyterapp' in window);
    const { plugins, notActivated } = await extensionOf(page);
    expect(plugins).not.toEqual([]);
    expect(notActivated).toEqual([]);
    await expect(new Doctor(page).panel).toBeHidden();
  }
  expect(large).toEqual([]);
  expect(problems).toEqual([]);
});
