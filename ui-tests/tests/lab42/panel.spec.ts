/** The main job in JupyterLab 4.2, where cells outside the viewport leave the page. */
import { expect, test } from '@playwright/test';

import { endKernels, watchProblems } from '../../fixtures';
import { OpenNotebook } from '../../notebook';
import { Doctor } from '../doctor';

test('marks, panel and repair cell', async ({ context, page }) => {
  const problems = watchProblems(context);
  // JupyterLab 4.2 asks this of everybody, and lays it over the sidebar.
  await page.addLocatorHandler(
    page.getByText('Would you like to get notified about official Jupyter'),
    () => page.getByRole('button', { name: 'No', exact: true }).click()
  );
  await page.goto('/lab?reset');
  await page.locator('#jupyterlab-splash').waitFor({ state: 'detached' });
  const doctor = new Doctor(page);
  // Not tf2.4: another test installs into it.
  const notebook = await OpenNotebook.open(page, {
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
  await endKernels(page);
  expect(problems).toEqual([]);
});
