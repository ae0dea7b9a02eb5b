/** People are told of what needs them, once for each cause: a failed install, a kernel to be restarted. */
import { expect } from '@playwright/test';

import { picture } from '../../fixtures';
import { test } from '../../hosts';

declare global {
  interface Window {
    toastsShown: Set<string>;
  }
}

/** Keeps the ids of all toasts that the page shows from now on. */
function countToasts(): void {
  window.toastsShown = new Set();
  new MutationObserver(() => {
    document
      .querySelectorAll('.Toastify__toast')
      .forEach(toast => window.toastsShown.add(toast.id));
  }).observe(document, { childList: true, subtree: true });
}

const FLIP = 'from tensorflow.keras.layers import RandomFlip';

test('a failed install', async ({ page, doctor, host, openNotebook }) => {
  test.setTimeout(300_000);
  const notebook = await openNotebook({
    kernel: 'no-index',
    content: ['import tensorflow as tf', FLIP]
  });
  const notices = page.locator('.Toastify__toast');
  const failed = doctor.section('Repair').getByRole('list', {
    name: 'What could not be installed'
  });
  await doctor.open();
  await doctor.judged(/^2\.4\.4/);

  await test.step('is told, with the way to what else there is', async () => {
    await doctor
      .section('Repair')
      .getByRole('button', { name: /^Insert pip/ })
      .first()
      .click();
    await expect
      .poll(async () => (await notebook.cells())[0].source)
      .toContain('%pip install');
    await notebook.run(0);
    await expect(notices).toHaveCount(1);
    await expect(notices).toContainText(/pip failed in \S+\.ipynb/);
    await notices.getByRole('button', { name: 'Show Keras Doctor' }).click();
    await expect(doctor.panel).toBeVisible();
    await expect(failed).toBeVisible();
  });

  await test.step('and not again: not seen from elsewhere, asked anew, failed again', async () => {
    await expect(notices).toHaveCount(0, { timeout: 30_000 });
    if (host !== 'notebook7') {
      await notebook.command('launcher:create');
      await notebook.command('application:activate-previous-tab');
    }
    await notebook.command('keras-doctor:probe');
    await expect(failed).toHaveCount(0);
    await notebook.run(0);
    await expect(failed).toBeVisible();
    await notebook.restart();
    await notebook.run(0);
    await expect(failed).toBeVisible();
    await expect(notices).toHaveCount(0);
  });
});

test('a kernel to be restarted', async ({
  page,
  doctor,
  host,
  openNotebook
}) => {
  test.setTimeout(300_000);
  const notebook = await openNotebook({
    kernel: 'tf2.21',
    content: [
      'import tensorflow as tf',
      'import os\nos.environ["TF_USE_LEGACY_KERAS"] = "1"'
    ]
  });
  const notices = page.locator('.Toastify__toast');
  // A toast closes by itself: what counts is how many there were on this page.
  await page.addInitScript(countToasts);
  await page.evaluate(countToasts);
  const told = () => page.evaluate(() => window.toastsShown.size);
  const banner = doctor.panel.getByText(
    /TF_USE_LEGACY_KERAS came after TensorFlow 2\.21/
  );
  await doctor.open();
  await doctor.judged(/^2\.21/);

  await test.step('is told with the button', async () => {
    await notebook.run(0);
    await notebook.run(1);
    await expect(notices).toHaveCount(1, { timeout: 60_000 });
    await expect(notices).toContainText('TF_USE_LEGACY_KERAS came after');
    await expect(banner).toBeVisible();
    await picture(page, `notice-${test.info().project.name}`);
  });

  await test.step('the button restarts, and what was told is taken back', async () => {
    await notices.getByRole('button', { name: 'Restart kernel' }).click();
    await page.getByRole('button', { name: 'Confirm Kernel Restart' }).click();
    await expect(banner).toHaveCount(0, { timeout: 60_000 });
    await expect(notices).toHaveCount(0);
  });

  await test.step('the same cells in the same order: the panel says so, no notification', async () => {
    await notebook.idle();
    await notebook.run(0);
    await notebook.run(1);
    await expect(banner).toBeVisible({ timeout: 60_000 });
    expect(await told()).toBe(1);
  });

  await test.step('nor of a second notebook on the kernel, or asked anew', async () => {
    if (host !== 'notebook7') {
      const path = await page.evaluate(async path => {
        const { context, sessionContext } = window.notebookAt(path);
        const copy = await context.model.toJSON();
        const { contents } = window.jupyterapp.serviceManager;
        const twin = path.replace('.ipynb', '-twin.ipynb');
        await contents.save(twin, {
          type: 'notebook',
          format: 'json',
          content: copy
        });
        await window.jupyterapp.commands.execute('docmanager:open', {
          path: twin,
          factory: 'Notebook',
          kernel: { id: sessionContext.session?.kernel?.id }
        });
        return twin;
      }, notebook.path);
      await expect(doctor.panel).toContainText(path);
      await expect(banner).toBeVisible({ timeout: 60_000 });
    }
    await notebook.command('keras-doctor:probe');
    await notebook.idle();
    await expect(banner).toBeVisible();
    expect(await told()).toBe(1);
  });

  await test.step('nor after a reload of the page', async () => {
    await notebook.save();
    await page.reload();
    await page.waitForFunction(() => 'jupyterapp' in window);
    await page.evaluate(async () => {
      await window.jupyterapp.restored;
    });
    await doctor.open();
    await expect(banner).toBeVisible({ timeout: 90_000 });
    expect(await told()).toBe(0);
  });
});
