/** What cells raise is explained where it stands, and what the kernel refutes is taken back. */
import { writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';

import { picture } from '../../fixtures';
import { test } from '../../hosts';
import type { OpenNotebook } from '../../notebook';

const FLIP = 'from tensorflow.keras.layers import RandomFlip';
const EXPLAIN = 'Explain with Keras Doctor';

/** Runs code in the notebook's kernel that is in none of its cells, as a person does in a console. */
async function aside(notebook: OpenNotebook, code: string): Promise<void> {
  await notebook.page.evaluate(
    async ({ path, code }) => {
      const { session } = window.notebookAt(path).sessionContext;
      await session?.kernel?.requestExecute({ code }).done;
    },
    { path: notebook.path, code }
  );
}

/** A notebook of an earlier session, in which two cells had raised, far apart. */
function savedNotebook(): string {
  const cell = (source: string, ename?: string, evalue?: string) => ({
    cell_type: 'code',
    source,
    metadata: {},
    execution_count: null,
    outputs: ename
      ? [
          {
            output_type: 'stream',
            name: 'stdout',
            text: 'Epoch\n'.repeat(20)
          },
          {
            output_type: 'error',
            ename,
            evalue,
            traceback: [`${ename}: ${evalue}`]
          }
        ]
      : []
  });
  return JSON.stringify({
    cells: [
      cell(
        FLIP,
        'ImportError',
        "cannot import name 'RandomFlip' from 'tensorflow.keras.layers'"
      ),
      ...Array.from({ length: 60 }, (_, at) => cell(`x = ${at}`)),
      cell(
        'import tensorflow as tf\ntf.Session()',
        'AttributeError',
        "module 'tensorflow' has no attribute 'Session'"
      )
    ].map((each, at) => ({ ...each, id: `saved-${at}` })),
    metadata: {},
    nbformat: 4,
    nbformat_minor: 5
  });
}

test('an error out of TensorFlow is explained, and repaired, by keyboard', async ({
  page,
  doctor,
  openNotebook
}) => {
  test.setTimeout(300_000);
  // In JupyterLab 4.2 what is scrolled away has left the page.
  await page.setViewportSize({ width: 1280, height: 2600 });
  const notebook = await openNotebook({
    kernel: 'tf2.4',
    content: [
      `import numpy\n${FLIP}`,
      'import tensorflow as tf\ndef build(x):\n    return tf.placeholder(x)',
      'y = 1\nbuild(y)',
      'raise ValueError("keras says no")',
      'tf.constant([1, [2]])',
      'model = tf.keras.Sequential()\nmodel.predict_clases(1)'
    ]
  });
  const helps = page.locator('.jp-KerasDoctor-errorHelp');
  const explain = helps.getByRole('button', { name: EXPLAIN });
  await expect(doctor.badges).toHaveCount(3, { timeout: 90_000 });
  await expect(explain).toHaveCount(0);

  await test.step('the finding, below the error and in the panel', async () => {
    await notebook.run(0);
    await explain.focus();
    await page.keyboard.press('Enter');
    await expect(helps).toContainText(
      'RandomFlip is not in tensorflow.keras.layers'
    );
    await expect(
      doctor.section('Findings').getByRole('button', { name: /^Cell 1/ })
    ).toBeFocused();
    await picture(page, `error-${test.info().project.name}`);
  });

  await test.step('goes with collapsed outputs, and comes back with them', async () => {
    await notebook.command('notebook:hide-cell-outputs');
    await expect(explain).toBeHidden();
    await notebook.command('notebook:show-cell-outputs');
    await expect(explain).toBeVisible();
    await expect(helps).toContainText('RandomFlip is not in');
  });

  await test.step('its fix', async () => {
    await helps.getByRole('button', { name: 'Use that name' }).press('Enter');
    await expect(helps).toContainText('Changed. Run the cell again.');
    expect((await notebook.cells())[0].source).toContain(
      'layers.experimental.preprocessing import RandomFlip'
    );
    await notebook.run(0);
    await expect(explain).toHaveCount(0);
  });

  await test.step('a function of another cell', async () => {
    await notebook.run(1);
    await notebook.run(2);
    await explain.click();
    await expect(helps).toContainText('placeholder is not in tensorflow');
  });

  await test.step('nothing below what the person has raised', async () => {
    await notebook.run(3);
    await expect(explain).toHaveCount(1);
  });

  await test.step('what nothing explains, and what only a finding does', async () => {
    await notebook.run(4);
    await expect(explain).toHaveCount(2);
    await explain.last().click();
    await expect(helps.last()).toContainText(
      'No name, argument or package that this kernel lacks explains this error.'
    );
    await notebook.run(5);
    await expect(explain).toHaveCount(3);
    await explain.last().click();
    await expect(helps.last()).toContainText(
      'predict_clases is not in Sequential'
    );
  });

  await test.step('again after the cell has run again, and was moved; and with the outputs it goes', async () => {
    await notebook.run(2);
    await expect(explain).toHaveCount(3);
    await notebook.command('notebook:move-cell-up');
    await expect(explain).toHaveCount(3);
    await notebook.command('notebook:clear-all-cell-outputs');
    await expect(explain).toHaveCount(0);
  });
});

test.describe('with cells that leave the page', () => {
  test.use({
    settings: {
      '@jupyterlab/notebook-extension:tracker': { windowingMode: 'full' },
      '@jupyterlab/apputils-extension:themes': { theme: 'JupyterLab Dark' }
    }
  });

  test('saved errors of a long notebook', async ({
    page,
    doctor,
    openNotebook
  }) => {
    test.setTimeout(180_000);
    const file = test.info().outputPath('saved.ipynb');
    writeFileSync(file, savedNotebook());
    const notebook = await openNotebook({
      kernel: 'tf2.21',
      content: { file }
    });
    const helps = page.locator('.jp-KerasDoctor-errorHelp');
    await expect
      .poll(() => doctor.badges.count(), { timeout: 90_000 })
      .toBeGreaterThan(0);

    await test.step('one that this kernel would not raise', async () => {
      await notebook.show(0);
      await helps.first().getByRole('button', { name: EXPLAIN }).click();
      await expect(helps.first()).toContainText(
        'This error was saved with the notebook'
      );
    });

    await test.step('one that it raises too, far below, under its long output', async () => {
      const cell = page
        .locator('.jp-CodeCell')
        .filter({ hasText: 'tf.Session()' });
      const help = cell.locator('.jp-KerasDoctor-errorHelp');
      // Heights of cells that were never shown are guesses.
      await expect(async () => {
        await notebook.show(61);
        await expect(cell.locator('.jp-OutputArea')).toContainText(
          'AttributeError',
          { timeout: 2000 }
        );
      }).toPass({ timeout: 30_000 });
      await help.getByRole('button', { name: EXPLAIN }).click();
      await expect(help).toContainText('Session is not in tensorflow');
      const [above, below] = await Promise.all([
        cell.locator('.jp-Cell-outputWrapper').boundingBox(),
        help.boundingBox()
      ]);
      expect(below?.y).toBeGreaterThanOrEqual(
        (above?.y ?? 0) + (above?.height ?? 0) - 1
      );
      await picture(page, `error-dark-${test.info().project.name}`);
    });

    await test.step('and back again', async () => {
      await notebook.show(0);
      await expect(helps.first()).toContainText('This error was saved');
      await notebook.show(61);
      await expect(
        page.locator('.jp-CodeCell').filter({ hasText: 'tf.Session()' })
      ).toContainText('Session is not in tensorflow');
    });
  });
});

test('a marked line that ran loses its mark, until it raises', async ({
  page,
  doctor,
  openNotebook,
  context,
  baseURL
}) => {
  test.setTimeout(300_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
    origin: baseURL
  });
  const tried = `try:\n    ${FLIP}\nexcept ImportError:\n    pass`;
  const notebook = await openNotebook({
    kernel: 'tf2.4',
    content: [FLIP, 'RandomFlip(1)', tried]
  });
  await doctor.open();
  await expect(doctor.badges).toHaveCount(2, { timeout: 90_000 });

  await test.step('a cell that catches its error proves nothing', async () => {
    await notebook.run(2);
    await notebook.idle();
    await expect(doctor.badges).toHaveCount(2);
  });

  await test.step('its mark goes, and it is kept', async () => {
    // As a package does that patches Keras: no measurement of Keras alone can know.
    await aside(
      notebook,
      'import tensorflow.keras.layers as layers\nlayers.RandomFlip = layers.Dense'
    );
    await notebook.run(0);
    await expect(doctor.badges).toHaveCount(1, { timeout: 60_000 });
    await expect(doctor.panel).toContainText('1 line that was marked ran here');
    await doctor.panel
      .getByRole('button', { name: 'Copy for a bug report' })
      .click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toContain('Marked, and ran');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/\*\*Error\*\* `missing-symbol`/);
    expect(copied).toContain(FLIP);
    expect(copied).toContain('2.4.4');
  });

  await test.step('in a new process it is remembered, until it raises there', async () => {
    await notebook.restart();
    await doctor.judged(/^2\.4/);
    await expect(doctor.badges).toHaveCount(1);
    await notebook.run(0);
    await expect(doctor.badges).toHaveCount(2, { timeout: 60_000 });
    await expect(doctor.panel).not.toContainText('marked ran here');
  });
});
