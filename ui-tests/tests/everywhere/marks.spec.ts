/** Marks in cells: right, in place whatever becomes of the cell, and explained where they stand. */
import { expect } from '@playwright/test';

import { test } from '../../hosts';
import type { OpenNotebook } from '../../notebook';

const TRACKER = '@jupyterlab/notebook-extension:tracker';
const ALIAS = 'import tensorflow as tf\nfrom tf.keras.layers import Dense';
/** The kernel python3 has no keras. */
const FAILING = 'import keras';

/** What of the marks of a cell is in the page and seen: `badge`, `mark`. */
async function marksOf(notebook: OpenNotebook, index: number): Promise<string> {
  await notebook.show(index);
  return notebook.page.evaluate(
    ({ path, index }) => {
      const { node } = window.notebookAt(path).content.widgets[index];
      const seen = ['badge', 'mark'].filter(
        mark =>
          (node
            .querySelector(`.jp-KerasDoctor-${mark}`)
            ?.getBoundingClientRect().width ?? 0) > 0
      );
      return `${index}: ${seen.join(' ')}`;
    },
    { path: notebook.path, index }
  );
}

/** Waits until a cell has this of marks. */
async function has(
  notebook: OpenNotebook,
  index: number,
  marks: 'badge mark' | 'badge' | ''
): Promise<void> {
  await expect
    .poll(() => marksOf(notebook, index), { timeout: 10_000 })
    .toBe(`${index}: ${marks}`);
}

/** Makes a cell the active one, in command mode, as a click beside it does. */
async function choose(notebook: OpenNotebook, index: number): Promise<void> {
  await notebook.page.evaluate(
    ({ path, index }) => {
      const { content } = window.notebookAt(path);
      content.deselectAll();
      content.activeCellIndex = index;
      content.mode = 'command';
    },
    { path: notebook.path, index }
  );
}

/** Step by step; each leaves a notebook that begins with the same three cells: plain, failing, plain. */
const CHANGES: readonly {
  readonly title: string;
  readonly make: (notebook: OpenNotebook) => Promise<void>;
}[] = [
  {
    title: 'moved',
    make: async notebook => {
      await choose(notebook, 1);
      await notebook.command('notebook:move-cell-down');
      await has(notebook, 2, 'badge mark');
      await has(notebook, 1, '');
      await notebook.command('notebook:move-cell-up');
      await has(notebook, 2, '');
    }
  },
  {
    title: 'split and merged',
    make: async notebook => {
      await choose(notebook, 0);
      await notebook.command('notebook:merge-cell-below');
      await has(notebook, 0, 'badge mark');
      await has(notebook, 1, '');
      await notebook.page.evaluate(path => {
        const { content } = window.notebookAt(path);
        content.mode = 'edit';
        content.activeCell?.editor?.setCursorPosition({ line: 1, column: 0 });
      }, notebook.path);
      await notebook.command('notebook:split-cell-at-cursor');
      await has(notebook, 0, '');
    }
  },
  {
    title: 'collapsed: the badge says that something is in there',
    make: async notebook => {
      await choose(notebook, 1);
      await notebook.command('notebook:hide-cell-code');
      await has(notebook, 1, 'badge');
      await notebook.command('notebook:show-cell-code');
    }
  },
  {
    title: 'copied and pasted',
    make: async notebook => {
      await choose(notebook, 1);
      await notebook.command('notebook:copy-cell');
      await notebook.command('notebook:paste-cell-below');
      await has(notebook, 2, 'badge mark');
      await has(notebook, 1, 'badge mark');
      await choose(notebook, 2);
      await notebook.command('notebook:delete-cell');
      await has(notebook, 2, '');
    }
  },
  {
    title: 'deleted, and that undone',
    make: async notebook => {
      // Longer than undo managers take for one step: the last one deleted a cell too.
      await notebook.page.waitForTimeout(800);
      await choose(notebook, 1);
      await notebook.command('notebook:delete-cell');
      await has(notebook, 1, '');
      await notebook.command('notebook:undo-cell-action');
    }
  }
];

// The mode that each release has by default, and those that a person may choose.
for (const chosen of [null, 'full', 'defer', 'none']) {
  test.describe(`windowing mode ${chosen ?? 'by default'}`, () => {
    test.use({
      settings: chosen === null ? {} : { [TRACKER]: { windowingMode: chosen } }
    });

    test('marks stay with their cells', async ({
      host,
      openNotebook,
      page
    }) => {
      const notebook = await openNotebook({
        kernel: 'python3',
        content: [
          'x = 1',
          FAILING,
          ...Array.from({ length: 40 }, (_, index) =>
            index === 20 ? FAILING : `y = ${index}\nprint(y)`
          ),
          { markdown: '# A heading' },
          FAILING
        ]
      });
      expect(
        await page.evaluate(
          path => window.notebookAt(path).content.notebookConfig.windowingMode,
          notebook.path
        )
      ).toBe(chosen ?? (host === 'lab42' ? 'full' : 'contentVisibility'));
      await test.step('scrolled to and back', async () => {
        for (const index of [1, 22, 43, 1]) {
          await has(notebook, index, 'badge mark');
        }
      });
      for (const { title, make } of CHANGES) {
        await test.step(title, async () => {
          await make(notebook);
          await expect
            .poll(async () => (await notebook.cells()).length)
            .toBe(44);
          await has(notebook, 0, '');
          await has(notebook, 1, 'badge mark');
        });
      }
      await test.step('inside a collapsed heading, and found there', async () => {
        await choose(notebook, 42);
        await notebook.command('notebook:toggle-heading-collapse');
        // A window of cells has only some of them in the page: the cell is asked, not the page.
        const isSeen = () =>
          page.evaluate(
            path =>
              window
                .notebookAt(path)
                .content.widgets[43].node.checkVisibility(),
            notebook.path
          );
        await expect.poll(isSeen).toBe(false);
        await notebook.command('keras-doctor:next-finding');
        await expect.poll(isSeen).toBe(true);
        await has(notebook, 43, 'badge mark');
      });
    });
  });
}

test('badge and underline say what is wrong, and where', async ({
  doctor,
  openNotebook
}) => {
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
  await expect(doctor.badges.locator('svg')).toBeVisible();
  await expect(doctor.underlines).toHaveText(['tf']);
  await doctor.badges.click();
  await expect(doctor.panel).toBeVisible();
  await expect(
    doctor.section('Findings').getByRole('button', { name: /^Cell 2/ })
  ).toBeFocused();
});

test('what is said at a mark, by pointer and by key', async ({
  page,
  doctor,
  openNotebook
}) => {
  const notebook = await openNotebook({
    kernel: 'tf2.4',
    content: [ALIAS, 'x = 1\nfrom tensorflow.keras.layers import RandomFlip']
  });
  const source = async (index: number) =>
    (await notebook.cells())[index].source;
  const hover = page.locator('.cm-tooltip-lint');
  const opened = page.getByRole('dialog', { name: 'Keras Doctor' });
  const flip = page.locator('.jp-KerasDoctor-mark', { hasText: 'RandomFlip' });
  await expect(doctor.underlines).toHaveText(['tf', 'RandomFlip']);

  await test.step('the pointer: explanation and fix', async () => {
    await doctor.underlines.first().hover();
    await expect(hover).toContainText('not a module');
    await expect(hover.getByRole('img', { name: 'Error' })).toBeVisible();
    await hover.getByRole('button', { name: /Write tensorflow/ }).click();
    await expect(doctor.underlines).toHaveText(['RandomFlip']);
    await expect(hover).toHaveCount(0);
    expect(await source(0)).toContain(
      'from tensorflow.keras.layers import Dense'
    );
  });

  await test.step('a cell that is read-only offers no edit of it', async () => {
    const editable = (is: boolean) =>
      page.evaluate(
        ({ path, is }) =>
          window
            .notebookAt(path)
            .content.widgets[1].model.setMetadata('editable', is),
        { path: notebook.path, is }
      );
    await editable(false);
    await flip.hover();
    await expect(hover.getByRole('button')).toHaveText([
      /Insert pip upgrade cell: tensorflow/,
      'Why',
      'Show in panel'
    ]);
    await page.mouse.move(5, 5);
    await expect(hover).toHaveCount(0);
    await editable(true);
  });

  await test.step('F8 shows it, and typing goes on', async () => {
    await notebook.show(0);
    await page.locator('.jp-Cell .cm-content').first().focus();
    await page.keyboard.press('F8');
    await expect(opened).toContainText('RandomFlip');
    await expect(page.locator('.jp-Cell .cm-content').nth(1)).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(opened).toHaveCount(0);
  });

  await test.step('Alt+. goes into it; Escape, and Tab at its end, lead back', async () => {
    const editor = page.locator('.jp-Cell .cm-content').nth(1);
    for (const leave of ['Escape', 'Shift+Tab']) {
      await page.keyboard.press('Alt+.');
      await expect(opened.getByRole('button').first()).toBeFocused();
      await page.keyboard.press(leave);
      await expect(opened).toHaveCount(0);
      await expect(editor).toBeFocused();
    }
    const before = await source(1);
    await page.keyboard.press('Alt+.');
    const ignore = opened.getByRole('button', { name: 'Ignore' });
    for (let tabs = 0; tabs < 8; tabs += 1) {
      if (await ignore.evaluate(node => node === document.activeElement)) {
        break;
      }
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await expect(doctor.underlines).toHaveCount(0);
    expect(await source(1)).toContain('keras-doctor: ignore');
    await expect(editor).toBeFocused();
    await page.keyboard.press('Control+z');
    await expect(flip).toHaveCount(1);
    expect(await source(1)).toBe(before);
  });

  await test.step('the repair cell', async () => {
    await flip.hover();
    await hover
      .getByRole('button', { name: /Insert pip upgrade cell/ })
      .click();
    await expect.poll(() => source(0)).toMatch(/^%pip install/m);
    await expect(page.locator('.jp-Cell.jp-mod-active')).toContainText(
      '%pip install'
    );
  });

  await test.step('the page of the rule', async () => {
    await page
      .locator('.jp-KerasDoctor-mark', { hasText: 'RandomFlip' })
      .hover();
    await hover.getByRole('button', { name: 'Why' }).click();
    await expect(
      page.getByRole('heading', { name: /missing-symbol/i }).first()
    ).toBeVisible();
  });
});
