/** Everything is reachable by keyboard, menu, palette, status bar or toolbar, and is offered only where it can do something. */
import { expect, type Locator, type Page } from '@playwright/test';

import { test, type Host } from '../../hosts';
import type { OpenNotebook } from '../../notebook';

const ALIAS = 'import tensorflow as tf\nfrom tf.keras.layers import Dense';
const FLIP =
  'from tensorflow.keras.layers.experimental.preprocessing import RandomFlip';
const MODEL = 'from tf.keras import Model';

/** Findings: `tf` in cells 1 and 3, with safe fixes; `experimental` in cell 3, whose fix is not. No test installs into this kernel. */
const KERNEL = 'tf2.21';
const CELLS = [ALIAS, 'x = 1', `${FLIP}\n${MODEL}`];
const FIXED = [
  ALIAS.replace('from tf', 'from tensorflow'),
  'x = 1',
  `${FLIP}\nfrom tensorflow.keras import Model`
];

/** What is selected, as `cell:line:text`, counted from 1; null where no editor has the focus. */
function selected(notebook: OpenNotebook): Promise<string | null> {
  return notebook.page.evaluate(path => {
    const { activeCellIndex, activeCell } = window.notebookAt(path).content;
    const editor = activeCell?.editor;
    if (!editor?.hasFocus()) {
      return null;
    }
    const { start, end } = editor.getSelection();
    const text = editor.getLine(start.line)?.slice(start.column, end.column);
    return `${activeCellIndex + 1}:${start.line + 1}:${text}`;
  }, notebook.path);
}

/** Sets the focus into the notebook, at a cell, in command mode. */
async function enter(notebook: OpenNotebook, cell = 0): Promise<void> {
  await notebook.page.evaluate(
    ({ path, cell }) => {
      const { content } = window.notebookAt(path);
      content.activeCellIndex = cell;
      content.mode = 'command';
      content.node.focus();
    },
    { path: notebook.path, cell }
  );
}

function sources(notebook: OpenNotebook): Promise<string[]> {
  return notebook.cells().then(cells => cells.map(({ source }) => source));
}

/** The items of the menus that are open. */
function menuItems(page: Page): Locator {
  return page.locator('.lm-Menu-item[data-type="command"]:not(.lm-mod-hidden)');
}

function item(page: Page, label: string): Locator {
  return menuItems(page).filter({ hasText: label });
}

async function openEditMenu(page: Page): Promise<void> {
  await page.locator('.lm-MenuBar-item').getByText('Edit').click();
  await page
    .locator('.lm-Menu-item[data-type="submenu"]')
    .filter({ hasText: 'Keras Doctor' })
    .hover();
  await expect(item(page, 'Next Finding')).toBeVisible();
}

/** What tells the release and the count: the status bar, or in Notebook 7 the toolbar's button. */
function told(page: Page, host: Host): Locator {
  return host === 'notebook7'
    ? page.locator('.jp-KerasDoctor-toolbarButton').locator('jp-button')
    : page.locator('.jp-KerasDoctor-status');
}

test('by keyboard alone: from finding to finding, fix one, undo it', async ({
  page,
  doctor,
  openNotebook
}) => {
  const notebook = await openNotebook({ kernel: KERNEL, content: CELLS });
  await expect(doctor.underlines).toHaveCount(3);
  const live = page.locator('.jp-KerasDoctor-announcer');

  await test.step('F8 and Shift+F8 walk around the end, and say which', async () => {
    await enter(notebook);
    const stops = ['1:2:tf', '3:1:experimental', '3:2:tf', '1:2:tf'];
    for (const stop of stops) {
      await page.keyboard.press('F8');
      await expect.poll(() => selected(notebook)).toBe(stop);
    }
    await expect(live).toHaveText(/^1 of 3, error\. Cell 1, line 2: tf is/);
    await page.keyboard.press('Shift+F8');
    await expect.poll(() => selected(notebook)).toBe('3:2:tf');
    await expect(live).toHaveText(/^3 of 3, error\. Cell 3, line 2:/);
  });

  await test.step('Ctrl+. fixes the one under the cursor, in one step to undo', async () => {
    await page.keyboard.press('F8');
    await expect.poll(() => selected(notebook)).toBe('1:2:tf');
    await page.keyboard.press('Control+.');
    await expect
      .poll(() => sources(notebook))
      .toEqual([FIXED[0], ...CELLS.slice(1)]);
    await expect(doctor.badges).toHaveCount(1);
    await page.keyboard.press('Control+z');
    await expect.poll(() => sources(notebook)).toEqual(CELLS);
    await expect(doctor.badges).toHaveCount(2);
  });

  await test.step('the palette lists all that can be done', async () => {
    await enter(notebook);
    await page.keyboard.press('Control+Shift+c');
    await page.keyboard.type('Keras Doctor');
    const listed = page.locator(
      '.lm-CommandPalette-item[data-command^="keras-doctor:"]'
    );
    await expect(listed).toHaveCount(18);
    await page.keyboard.type(' safe');
    await expect(listed.first()).toContainText('Make All Safe Fixes');
    await page.keyboard.press('Enter');
    await expect.poll(() => sources(notebook)).toEqual(FIXED);
    await expect(doctor.badges).toHaveCount(1);
  });

  await test.step('one step to undo in each cell', async () => {
    await enter(notebook, 2);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+z');
    await expect
      .poll(() => sources(notebook))
      .toEqual([FIXED[0], 'x = 1', CELLS[2]]);
  });
});

test('menus of a mark, of a finding, and the main menu', async ({
  page,
  doctor,
  openNotebook
}) => {
  const notebook = await openNotebook({ kernel: KERNEL, content: CELLS });
  await expect(doctor.underlines).toHaveCount(3);

  await test.step('a cell without findings has nothing of it', async () => {
    await page
      .locator('.jp-Cell')
      .nth(1)
      .locator('.cm-line')
      .click({ button: 'right' });
    await expect(menuItems(page).first()).toBeVisible();
    expect((await menuItems(page).allInnerTexts()).join('\n')).not.toMatch(
      /Keras Doctor|Fix|Finding/
    );
    await page.keyboard.press('Escape');
  });

  await test.step('the menu of a mark fixes that finding', async () => {
    await doctor.underlines.last().click({ button: 'right' });
    for (const label of [
      'Make All Safe Fixes in This Cell',
      'Explain Finding',
      'Ignore Finding',
      'Show in Keras Doctor'
    ]) {
      await expect(item(page, label)).toBeVisible();
    }
    await item(page, 'Fix: Write tensorflow').click();
    await expect
      .poll(() => sources(notebook))
      .toEqual([...CELLS.slice(0, 2), FIXED[2]]);
  });

  await test.step('the menu of a finding in the panel is about that one', async () => {
    // The cursor is in cell 3.
    await doctor.open();
    const findingOf = (cell: string): Locator =>
      doctor
        .section('Findings')
        .locator('.jp-KerasDoctor-group')
        .filter({ hasText: cell })
        .getByRole('listitem');
    await findingOf('Cell 1').click({ button: 'right' });
    await expect(item(page, 'Fix: Write tensorflow')).toBeVisible();
    await expect(item(page, 'Copy Finding as Markdown')).toBeVisible();
    await expect(item(page, 'Explain Finding')).toBeVisible();
    await item(page, 'Go to Finding').click();
    await expect.poll(() => selected(notebook)).toBe('1:2:tf');

    await findingOf('Cell 3').click({ button: 'right' });
    await item(page, 'Ignore Finding').click();
    await expect
      .poll(async () => (await sources(notebook))[2])
      .toContain('# keras-doctor:');
    await expect(doctor.badges).toHaveCount(1);
  });

  await test.step('the main menu greys what cannot be done', async () => {
    await enter(notebook, 1);
    await openEditMenu(page);
    await expect(item(page, 'Next Finding')).toContainText('F8');
    await expect(item(page, 'Make All Safe Fixes')).not.toHaveClass(
      /lm-mod-disabled/
    );
    await expect(item(page, 'Fix the Finding Under the Cursor')).toHaveClass(
      /lm-mod-disabled/
    );
    await expect(item(page, 'Explain Finding')).toHaveClass(/lm-mod-disabled/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.locator('.lm-MenuBar-item').getByText('View').click();
    await item(page, 'Show Keras Doctor').click();
    await expect(doctor.panel).toBeVisible();
  });
});

test('release and count are told beside the notebook, and lead to the panel', async ({
  page,
  host,
  doctor,
  openNotebook
}) => {
  const notebook = await openNotebook({ kernel: KERNEL, content: CELLS });
  const status = told(page, host);
  await expect(status).toHaveText('TF 2.21.0 · 3');
  await expect(status).toHaveAttribute(
    'title',
    /^TensorFlow 2\.21\.0: 3 errors\./
  );
  await status.click();
  await expect(doctor.panel).toBeVisible();
  await notebook.command('keras-doctor:fix-all-safe');
  await expect(status).toHaveText('TF 2.21.0 · 1');

  await test.step('every command says what it is', async () => {
    const unnamed = await page.evaluate(async () => {
      const { commands } = window.jupyterapp;
      const ids = commands
        .listCommands()
        .filter(id => id.startsWith('keras-doctor:'));
      const described = await Promise.all(
        ids.map(async id => (await commands.describedBy(id)).args !== null)
      );
      return ids.filter(
        (id, index) =>
          !described[index] ||
          !commands.label(id) ||
          !commands.caption(id) ||
          !commands.icon(id)
      );
    });
    expect(unnamed).toEqual([]);
  });

  await test.step('it is silent in a notebook that uses neither', async () => {
    await openNotebook({ kernel: KERNEL, content: ['print("keras")'] });
    await doctor.open();
    await expect(doctor.panel).toContainText('does not use TensorFlow');
    if (host === 'notebook7') {
      await expect(status).toHaveText('');
    } else {
      await expect(status).toBeHidden();
    }
  });
});
