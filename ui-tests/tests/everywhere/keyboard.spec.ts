/** The whole of the main job by keyboard alone; and what is spoken on the way. Nothing here clicks, and nothing acts for the person. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';

import { violations } from '../../axe';
import { projectFile } from '../../fixtures';
import { test } from '../../hosts';
import type { OpenNotebook } from '../../notebook';
import type { Doctor } from '../doctor';

const ALIAS = 'import tensorflow as tf\nfrom tf.keras.layers import Dense';
const HUE = 'keras.layers.RandomHue(0.1)';

/** Presses Tab until something has the focus, and sees on the way that each stop shows that it has it. */
async function tabTo(page: Page, goal: Locator, most = 40): Promise<void> {
  for (let count = 0; count <= most; count++) {
    const focused = page.locator(':focus');
    if ((await focused.count()) > 0 && (await isSame(goal, focused))) {
      return;
    }
    await page.keyboard.press('Tab');
    const unseen = await page.evaluate(() => {
      const node = document.activeElement;
      const outline = node && getComputedStyle(node).outlineStyle;
      return node?.closest('.jp-KerasDoctor-body') && outline === 'none'
        ? `${node.className} ${node.textContent}`
        : null;
    });
    expect(unseen).toBeNull();
  }
  throw new Error(`Tab does not lead to ${goal}`);
}

async function isSame(goal: Locator, focused: Locator): Promise<boolean> {
  return (await goal.and(focused).count()) > 0;
}

/** Whether the focus is in the notebook, its cells or its editors. */
function inNotebook(page: Page): Locator {
  return page.locator('.jp-Notebook:focus-within');
}

/** A page of Notebook 7 may leave the focus nowhere. */
async function enterNotebook(page: Page): Promise<void> {
  if ((await inNotebook(page).count()) === 0) {
    await tabTo(page, page.locator('.jp-Notebook *'));
  }
}

function sources(notebook: OpenNotebook): Promise<string[]> {
  return notebook.cells().then(cells => cells.map(({ source }) => source));
}

function announced(page: Page): Locator {
  return page.locator('.jp-KerasDoctor-announcer');
}

function counted(page: Page): Locator {
  return page.locator('.jp-KerasDoctor-countAnnouncer');
}

function name(doctor: Doctor, symbol: RegExp): Locator {
  return doctor.section('Findings').getByRole('button', { name: symbol });
}

/** Gives the kernel the keras that it was made with; another run may have installed a later one. */
function takeBack(): void {
  const place = '.environments/ui/share/jupyter/kernels/tf2.18/kernel.json';
  const { argv } = JSON.parse(readFileSync(projectFile(place), 'utf8')) as {
    argv: string[];
  };
  const pip = ['-m', 'pip', 'install', '--quiet', '--no-deps', 'keras==3.7.0'];
  execFileSync(argv[0], pip);
}

test.afterEach(takeBack);

test('find, fix, undo, repair, run and restart without a mouse', async ({
  page,
  doctor,
  openNotebook
}) => {
  test.setTimeout(300_000);
  takeBack();
  const notebook = await openNotebook({
    kernel: 'tf2.18',
    content: ['import keras', ALIAS, HUE]
  });

  await test.step('run the first cell', async () => {
    await enterNotebook(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+Enter');
    await expect
      .poll(async () => (await notebook.cells())[0].execution_count, {
        timeout: 60_000
      })
      .toBe(1);
  });

  await test.step('hear what was found, go there, hear it', async () => {
    await expect(counted(page)).toHaveText('Keras Doctor: 2 errors');
    await page.keyboard.press('F8');
    await expect(announced(page)).toHaveText(
      /^1 of 2, error\. Cell 2, line 2: tf is/
    );
  });

  await test.step('fix, undo', async () => {
    const before = await sources(notebook);
    await page.keyboard.press('Control+.');
    await expect
      .poll(() => sources(notebook))
      .toContain(ALIAS.replace('from tf', 'from tensorflow'));
    await expect(counted(page)).toHaveText('Keras Doctor: 1 error');
    await page.keyboard.press('Control+z');
    await expect.poll(() => sources(notebook)).toEqual(before);
    await expect(counted(page)).toHaveText('Keras Doctor: 2 errors');
  });

  await test.step('into the panel, at this finding, and back', async () => {
    await page.keyboard.press('Control+F8');
    await expect(name(doctor, /^Cell 2/)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(inNotebook(page)).toHaveCount(1);
    await page.keyboard.press('Control+F8');
    await expect(name(doctor, /^Cell 2/)).toBeFocused();
  });

  await test.step('fix there; the focus goes on to the next finding', async () => {
    await tabTo(page, doctor.panel.getByRole('button', { name: /^Write/ }), 3);
    await page.keyboard.press('Enter');
    await expect(
      name(doctor, /^keras\.layers\.RandomHue|^RandomHue/)
    ).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(name(doctor, /^Cell 3/)).toBeFocused();
    await expect(counted(page)).toHaveText('Keras Doctor: 1 error');
  });

  await test.step('insert the repair, see it selected, run it', async () => {
    await tabTo(
      page,
      doctor
        .section('Repair')
        .getByRole('button', { name: /^Insert pip/ })
        .first()
    );
    await page.keyboard.press('Enter');
    await expect(page.locator('.jp-Cell.jp-mod-active')).toContainText(
      '%pip install'
    );
    await expect(inNotebook(page)).toHaveCount(1);
    await page.keyboard.press('Shift+Enter');
    await expect(doctor.row('keras')).toContainText(/after restart/, {
      timeout: 90_000
    });
  });

  await test.step('restart', async () => {
    expect(await violations(page, ['.jp-KerasDoctor'])).toEqual([]);
    await page.keyboard.press('Control+F8');
    const restart = doctor.panel.getByRole('button', {
      name: 'Restart kernel'
    });
    await tabTo(page, restart);
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('button', { name: 'Confirm Kernel Restart' })
    ).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(restart).toHaveCount(0, { timeout: 60_000 });
    await expect(doctor.panel).toContainText('All clear', { timeout: 60_000 });
    await expect(counted(page)).toHaveText('Keras Doctor: nothing found');
    await page.keyboard.press('Escape');
    await expect(inNotebook(page)).toHaveCount(1);
  });
});

test('counts are spoken once, when the keys rest', async ({
  page,
  openNotebook
}) => {
  await openNotebook({
    kernel: 'tf2.4',
    content: [ALIAS]
  });
  await expect(counted(page)).toHaveText('Keras Doctor: 1 error', {
    timeout: 30_000
  });
  await page.evaluate(() => {
    let lastKey = 0;
    document.addEventListener(
      'keydown',
      () => {
        lastKey = performance.now();
      },
      true
    );
    const node = document.querySelector('.jp-KerasDoctor-countAnnouncer');
    const heard: Heard[] = [];
    Object.assign(window, { heard });
    if (node) {
      new MutationObserver(() =>
        heard.push({
          text: node.textContent ?? '',
          rested: performance.now() - lastKey
        })
      ).observe(node, { childList: true });
    }
  });
  const heard = () =>
    page.evaluate(() => (window as unknown as { heard: Heard[] }).heard);
  await enterNotebook(page);
  await page.keyboard.press('F8');
  await expect(announced(page)).toHaveText(/^1 of 1, error\./);
  await expect(page.locator('.jp-Cell .cm-content')).toBeFocused();
  await page.keyboard.press('Control+End');
  // Pauses in which the notebook is judged: half a name is a name that is not there.
  for (const part of [
    '\nfrom tensorflow.keras.lay',
    'ers import Rand',
    'omFlip',
    '\nfrom tensorflow.keras.layers import RandomZoom'
  ]) {
    await page.keyboard.type(part, { delay: 30 });
    await page.waitForTimeout(700);
  }
  await expect(counted(page)).toHaveText('Keras Doctor: 3 errors');
  // Nothing about the findings is different.
  const before = await heard();
  await page.keyboard.type('\nx = 1', { delay: 30 });
  await page.waitForTimeout(3000);
  expect(await heard()).toEqual(before);
  // A pause is longer where the machine is slow: what counts is that the keys had rested.
  expect(before.map(({ rested }) => rested).filter(is => is < 1400)).toEqual(
    []
  );
  expect(before.filter(({ text }) => text.includes('3 errors'))).toHaveLength(
    1
  );
});

/** What was spoken, and how many milliseconds after the last key. */
interface Heard {
  readonly text: string;
  readonly rested: number;
}
