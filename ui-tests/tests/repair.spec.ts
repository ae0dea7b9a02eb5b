/** The main job, end to end, on a real kernel: what fails, why, one click, and it is gone. */
import { expect, projectFile, test } from '../fixtures';
import { Doctor, failures } from './doctor';

const errors = (findings: Awaited<ReturnType<Doctor['findings']>>) =>
  findings
    .filter(({ severity }) => severity === 'Error')
    .map(({ cell, line }) => `${cell}:${line}`);

test('finds what fails, inserts the install, and sees it cured', async ({
  page,
  openNotebook
}) => {
  test.setTimeout(600_000);
  const doctor = new Doctor(page);
  const notebook = await openNotebook({
    kernel: 'changed',
    content: { file: projectFile('examples/why-imports-fail.ipynb') }
  });
  await doctor.open();
  await doctor.judged(/^2\.4\.4/);
  const before = await doctor.findings();

  await test.step('the interpreter says the same, line by line', async () => {
    expect(errors(before)).toEqual(await failures(notebook));
    expect(await doctor.findings()).toEqual(before);
  });

  const repair = doctor.section('Repair');
  const insert = repair.getByRole('button', { name: /^Insert pip/ }).first();
  await test.step('the cell is inserted, selected, not run', async () => {
    await insert.click();
    await expect(repair).toContainText('The repair is in cell 3.');
    const cell = (await notebook.cells())[2];
    expect(cell.source).toMatch(/^%pip install .*tensorflow/m);
    expect(cell.metadata.jupyterlab_keras_doctor).toBeDefined();
    expect(cell.execution_count ?? null).toBeNull();
    await expect(page.locator('.jp-Notebook .jp-mod-active')).toContainText(
      '%pip install'
    );
  });

  await test.step('undo and redo are one step each', async () => {
    await page.keyboard.press('z');
    await expect(insert).toBeVisible();
    expect((await notebook.cells())[2].source).toBe('import tensorflow as tf');
    await page.keyboard.press('Shift+z');
    await expect(repair).toContainText('The repair is in cell 3.');
  });

  await test.step('after it ran, a restart is asked for, once', async () => {
    await notebook.run(2);
    await expect(doctor.row('TensorFlow')).toContainText('after restart', {
      timeout: 60_000
    });
    const notice = page.locator('.jp-Notification-Toast-info');
    await expect(notice).toHaveCount(1);
    await expect(notice).toContainText('still runs 2.4.4');
  });

  await test.step('restarted, the new release is there', async () => {
    await doctor.panel.getByRole('button', { name: 'Restart kernel' }).click();
    await page.getByRole('button', { name: 'Confirm Kernel Restart' }).click();
    await doctor.judged(/^2\.(?!4\.)\d+\.\d+(?!.*after restart)/);
    await expect(page.locator('.jp-Notification-Toast-info')).toHaveCount(0);
  });

  await test.step('what it cures is gone, the alias imports are still there', async () => {
    const after = await doctor.findings();
    const names = after.map(({ name }) => name);
    expect(new Set(names)).toEqual(new Set(['tf']));
    expect(errors(after)).toEqual(await failures(notebook));
  });
});
