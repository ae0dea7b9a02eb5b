/** The main job in every host: it loads, marks, panel, repair cell. */
import { expect } from '@playwright/test';

import { extensionOf } from '../../extension';
import { test } from '../../hosts';

test('it loads, marks, shows its panel and writes the repair cell', async ({
  page,
  host,
  doctor,
  openNotebook,
  problems
}) => {
  // Not tf2.4: another test installs into it.
  const notebook = await openNotebook({
    kernel: 'python3',
    content: [
      'from tensorflow.keras.layers import Dense',
      ...Array.from({ length: 60 }, (_, index) => `x = ${index}`),
      'import keras'
    ]
  });
  if (host === 'lab42') {
    expect(await page.evaluate(() => window.jupyterapp.version)).toMatch(
      /^4\.2\./
    );
  }
  const extension = await extensionOf(page);
  expect(extension.federated).toBe(true);
  expect(extension.plugins).not.toEqual([]);
  expect(extension.notActivated).toEqual([]);

  await doctor.badges.first().click();
  await expect(doctor.panel).toContainText('No TensorFlow or Keras here');

  const findings = doctor.section('Findings');
  await findings.getByRole('button', { name: /^keras/ }).click();
  await expect(
    page.locator('.jp-Cell.jp-mod-active .jp-KerasDoctor-mark')
  ).toHaveText('keras');
  await doctor
    .section('Repair')
    .getByRole('button', { name: 'Insert pip upgrade cell' })
    .first()
    .click();
  await expect
    .poll(async () => (await notebook.cells())[0].source)
    .toMatch(/^%pip install/m);
  await expect(page.locator('.jp-Cell.jp-mod-active')).toContainText(
    '%pip install'
  );
  expect(problems).toEqual([]);
});
