/** The strip of releases on a real kernel: bars, keyboard, table, and the cell of a release that is chosen. */
import type { Locator } from '@playwright/test';

import { expect, projectFile, test } from '../fixtures';
import { Doctor } from './doctor';

/** The row of `label` in the table that screen readers get, cell by cell. */
const rowOf = (section: Locator, label: string): Locator =>
  section
    .getByRole('table', { name: 'Uses of this notebook that fail' })
    .getByRole('row')
    .filter({ has: section.page().getByRole('rowheader', { name: label }) })
    .getByRole('cell');

test('says where the notebook runs, to the eye, the keyboard and a screen reader', async ({
  page,
  openNotebook
}) => {
  const doctor = new Doctor(page);
  await openNotebook({
    kernel: 'tf2.4',
    content: { file: projectFile('examples/why-imports-fail.ipynb') }
  });
  await doctor.open();
  await doctor.judged(/^2\.4\.4/);
  const strip = doctor.section('Releases');
  const bars = strip.getByRole('option');
  const line = strip.getByRole('status');
  const bar = (series: string) =>
    strip.getByRole('option', { name: `TensorFlow ${series}:` });

  await test.step('a bar for each release, the installed one marked', async () => {
    expect(await bars.count()).toBeGreaterThan(20);
    expect(await bars.count()).toBeLessThanOrEqual(25);
    await expect(strip.locator('[data-installed=true]')).toHaveAccessibleName(
      /^TensorFlow 2\.4: \d+ uses fail$/
    );
    await expect(bar('2.21')).toHaveAttribute('data-installable', 'false');
    await expect(line).toContainText('TensorFlow 2.4.4 installed');
  });

  await test.step('more that fails is a longer bar', async () => {
    const height = async (series: string): Promise<number> => {
      const part = bar(series).locator('.jp-KerasDoctor-failingPart');
      return (await part.boundingBox())?.height ?? 0;
    };
    expect(await height('2.4')).toBeGreaterThan(await height('2.6'));
    expect(await height('2.6')).toBeGreaterThan(0);
  });

  await test.step('the pointer asks, and nothing moves', async () => {
    await strip.evaluate(node => node.scrollIntoView({ block: 'end' }));
    const before = await bar('2.6').boundingBox();
    for (const series of ['2.3', '2.21', '2.9', '1.13']) {
      await bar(series).hover();
      await expect(line).toContainText(`TensorFlow ${series}.`);
      expect(await bar('2.6').boundingBox()).toEqual(before);
    }
    await expect(line).toContainText('No wheel for Python 3.8');
  });

  await test.step('arrow keys, Home and End', async () => {
    await page.mouse.move(10, 10);
    await bar('2.4').focus();
    await page.keyboard.press('ArrowRight');
    await expect(bar('2.5')).toBeFocused();
    await expect(line).toContainText('TensorFlow 2.5.');
    await page.keyboard.press('ArrowRight');
    await expect(bar('2.6')).toBeFocused();
    await page.keyboard.press('Home');
    await expect(bars.first()).toBeFocused();
    await page.keyboard.press('End');
    await expect(bar('2.21')).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await expect(bar('2.21')).toBeFocused();
  });

  await test.step('the table says the same', async () => {
    await expect(rowOf(strip, '2.21.0')).toHaveText([
      /^3\./,
      '2',
      '0',
      'no wheel'
    ]);
    await expect(rowOf(strip, '2.6.5')).toHaveText([
      '2.6.0',
      '2',
      '0',
      'can be installed'
    ]);
    await expect(rowOf(strip, '2.4.4').first()).toHaveText('none');
  });
});

test('the cell of a chosen release: inserted, selected, not run, one step to undo', async ({
  page,
  openNotebook
}) => {
  const doctor = new Doctor(page);
  const notebook = await openNotebook({
    kernel: 'tf2.4',
    content: [
      ...Array.from({ length: 30 }, (_, index) => `x = ${index}`),
      'from tensorflow.keras.layers import RandomFlip'
    ]
  });
  await doctor.open();
  await doctor.judged(/^2\.4\.4/);
  const strip = doctor.section('Releases');
  const insert = strip.getByRole('button', { name: 'Insert pip upgrade cell' });
  await expect(strip).toContainText(
    'Everything runs in TensorFlow 2.6 to 2.13.'
  );
  await expect(insert).toHaveCount(0);

  await strip.getByRole('option', { name: 'TensorFlow 2.9:' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(insert).toBeFocused();
  await page.keyboard.press('Enter');

  const active = page.locator('.jp-Notebook .jp-Cell.jp-mod-active');
  await expect(active).toContainText('tensorflow-cpu==2.9.3');
  await expect(active).toBeInViewport();
  const cell = (await notebook.cells())[30];
  expect(cell.source).toMatch(
    /^# Keras Doctor: .*\n%pip install "tensorflow-cpu==2\.9\.3"/
  );
  expect(cell.metadata.jupyterlab_keras_doctor).toBeDefined();
  expect(cell.execution_count ?? null).toBeNull();
  await expect(strip).toContainText('Its pip cell is cell 31.');

  await page.keyboard.press('z');
  await expect.poll(async () => (await notebook.cells()).length).toBe(31);
  await expect(insert).toBeVisible();
  await page.keyboard.press('Shift+z');
  await expect(strip).toContainText('Its pip cell is cell 31.');

  await test.step('another release updates that cell', async () => {
    await strip.getByRole('option', { name: 'TensorFlow 2.7:' }).click();
    await strip
      .getByRole('button', { name: 'Update pip upgrade cell' })
      .click();
    await expect
      .poll(async () => (await notebook.cells())[30].source)
      .toContain('tensorflow-cpu==2.7.4');
    expect(await notebook.cells()).toHaveLength(32);
  });
});

test('nothing is cut off, in a narrow panel or in a wide one', async ({
  page,
  openNotebook
}) => {
  const doctor = new Doctor(page);
  await openNotebook({
    kernel: 'tf2.4',
    content: ['from tensorflow.keras.layers import RandomFlip']
  });
  await doctor.open();
  const strip = doctor.section('Releases');
  await expect(strip).toBeVisible();
  for (const width of [240, 320, 500]) {
    await doctor.widen(width);
    const cut = await strip.evaluate(section =>
      [
        section,
        ...Array.from(section.querySelectorAll('.jp-KerasDoctor-era'))
      ].filter(node => node.scrollWidth > node.clientWidth)
    );
    expect(cut).toEqual([]);
    const labels = await strip.getByRole('option').evaluateAll(bars =>
      bars.map(bar => {
        const label = bar.querySelector('.jp-KerasDoctor-series');
        return (label?.scrollWidth ?? 0) - bar.clientWidth;
      })
    );
    // A label may touch its neighbour's, not lie over it.
    expect(Math.max(...labels)).toBeLessThanOrEqual(2);
  }
});
