/** The main job in every host: marks, panel, repair cell. */
import { expect } from '@playwright/test';

import { test } from '../../hosts';

test('marks, panel and repair cell', async ({
  page,
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
