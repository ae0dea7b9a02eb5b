/** Beside jupyterlab-lsp: both speak, and neither silences the other. */
import { expect } from '@playwright/test';

import { test } from '../../hosts';

test('marks of both stand in one cell, and each hover says its own', async ({
  page,
  doctor,
  openNotebook
}) => {
  await openNotebook({
    kernel: 'tf2.21',
    content: [
      'import os\nimport tensorflow as tf\nfrom tf.keras.layers import Dense'
    ]
  });
  await expect(doctor.underlines).toHaveText(['tf']);
  const theirs = page.locator('.cm-lintRange:not(.jp-KerasDoctor-mark)');
  await expect(theirs.filter({ hasText: 'os' })).not.toHaveCount(0, {
    timeout: 60_000
  });
  await expect(doctor.underlines).toHaveText(['tf']);
  await doctor.underlines.hover();
  await expect(page.locator('.cm-tooltip-lint').first()).toContainText(
    'not a module'
  );
});
