/** Marks in cells: right, in place, quick, and out of the way. */
import { expect, test } from '../fixtures';
import { Doctor } from './doctor';

const ALIAS = 'import tensorflow as tf\nfrom tf.keras.layers import Dense';
const TRACKER = '@jupyterlab/notebook-extension:tracker';
const SETTINGS = 'jupyterlab-keras-doctor:plugin';

test('badge and underline say what is wrong, and where', async ({
  page,
  openNotebook
}) => {
  const doctor = new Doctor(page);
  await openNotebook({
    kernel: 'tf2.4',
    content: [
      { markdown: 'from tf.keras.layers import Dense' },
      ALIAS,
      'from tensorflow.keras.layers import Dense'
    ]
  });
  await expect(doctor.badges).toHaveAccessibleName(
    '1 problem with TensorFlow or Keras in this cell'
  );
  await expect(doctor.underlines).toHaveText(['tf']);
  await doctor.badges.click();
  await expect(doctor.panel).toBeVisible();
  await expect(
    doctor.section('Findings').getByRole('button', { name: /^Cell 2/ })
  ).toBeFocused();
});

test('the hover explains, and its button repairs', async ({
  page,
  openNotebook
}) => {
  const doctor = new Doctor(page);
  const notebook = await openNotebook({ kernel: 'tf2.4', content: [ALIAS] });
  await doctor.underlines.hover();
  const hover = page.locator('.cm-tooltip-lint');
  await expect(hover).toContainText('not a module');
  await hover.getByRole('button', { name: /Write tensorflow/ }).click();
  await expect(doctor.badges).toHaveCount(0);
  await expect(doctor.underlines).toHaveCount(0);
  const { source } = (await notebook.cells())[0];
  expect(source).toContain('from tensorflow.keras.layers import Dense');
});

test('marks follow typing, and leave cursor and undo alone', async ({
  page,
  openNotebook
}) => {
  const doctor = new Doctor(page);
  const notebook = await openNotebook({ kernel: 'tf2.4', content: ['x = 1'] });
  await page.notebook.enterCellEditingMode(0);
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\nfrom tf.keras.layers import Dense', { delay: 5 });
  await expect(doctor.badges).toHaveCount(1);
  await expect(doctor.underlines).toHaveText(['tf']);
  await page.keyboard.type(', Flatten');
  expect((await notebook.cells())[0].source).toBe(
    'x = 1\nfrom tf.keras.layers import Dense, Flatten'
  );
});

for (const windowingMode of ['full', 'defer', 'contentVisibility', 'none']) {
  test.describe(`windowing mode ${windowingMode}`, () => {
    test.use({ mockSettings: { [TRACKER]: { windowingMode } } });

    test('marks are there after scrolling and moving', async ({
      page,
      openNotebook
    }) => {
      const notebook = await openNotebook({
        kernel: 'tf2.4',
        content: Array.from({ length: 60 }, (_, index) =>
          index % 20 === 0 ? ALIAS : `x = ${index}\nprint(x)`
        )
      });
      expect(
        await page.evaluate(
          path => window.notebookAt(path).content.notebookConfig.windowingMode,
          notebook.path
        )
      ).toBe(windowingMode);
      const marked = (index: number) =>
        page.evaluate(
          ({ path, index }) => {
            const cell = window.notebookAt(path).content.widgets[index];
            return ['badge', 'mark'].every(mark =>
              cell.node.querySelector(`.jp-KerasDoctor-${mark}`)
            );
          },
          { path: notebook.path, index }
        );
      for (const index of [0, 40, 20, 0]) {
        await notebook.show(index);
        await expect.poll(() => marked(index)).toBe(true);
      }
      await page.evaluate(
        path => (window.notebookAt(path).content.activeCellIndex = 0),
        notebook.path
      );
      await notebook.command('notebook:move-cell-down');
      await expect.poll(() => marked(1)).toBe(true);
      await expect.poll(() => marked(0)).toBe(false);
    });
  });
}

test('marks can be switched off while it runs', async ({
  page,
  openNotebook
}) => {
  const doctor = new Doctor(page);
  await openNotebook({ kernel: 'tf2.4', content: [ALIAS] });
  await expect(doctor.badges).toHaveCount(1);
  const choose = (marks: string) =>
    page.evaluate(
      async ({ plugin, marks }) => {
        const settings = (await window.galata.getPlugin(
          '@jupyterlab/apputils-extension:settings' as never
        )) as unknown as {
          set(plugin: string, key: string, value: string): Promise<void>;
        };
        await settings.set(plugin, 'marks', marks);
      },
      { plugin: SETTINGS, marks }
    );
  await choose('none');
  await expect(doctor.badges).toHaveCount(0);
  await expect(doctor.underlines).toHaveCount(0);
  await choose('underline');
  await expect(doctor.underlines).toHaveCount(1);
  await expect(doctor.badges).toHaveCount(0);
  await choose('both');
  await expect(doctor.badges).toHaveCount(1);
});
