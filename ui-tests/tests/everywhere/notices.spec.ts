/** People are told of what needs them, once for each cause: a failed install, a kernel to be restarted. */
import { expect } from '@playwright/test';

import { test } from '../../hosts';

const FLIP = 'from tensorflow.keras.layers import RandomFlip';

test('a failed install', async ({ page, doctor, host, openNotebook }) => {
  test.setTimeout(300_000);
  const notebook = await openNotebook({
    kernel: 'no-index',
    content: ['import tensorflow as tf', FLIP]
  });
  const notices = page.locator('.jp-Notification-Toast');
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
      await notebook.command('notebook:create-new');
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
