/** Marks follow typing, and leave cursor, scroll position and undo alone; also beside 200 cells that are marked. */
import { expect } from '@playwright/test';

import { test } from '../../hosts';

/** The kernel python3 has no keras. */
const FAILING = 'import keras';
const HERE = 100;

test('typing beside 200 marked cells', async ({
  host,
  page,
  doctor,
  openNotebook
}, testInfo) => {
  const cells: string[] = Array.from({ length: 200 }, () => FAILING);
  cells.splice(HERE, 0, 'x = 1');
  const notebook = await openNotebook({ kernel: 'python3', content: cells });
  await expect(doctor.badges.first()).toBeAttached({ timeout: 60_000 });
  await notebook.show(HERE);
  await page.evaluate(
    ({ path, here }) => {
      const { content } = window.notebookAt(path);
      content.activeCellIndex = here;
    },
    { path: notebook.path, here: HERE }
  );
  const active = page.locator('.jp-Cell.jp-mod-active');
  await active.getByRole('textbox').click();
  await expect(active.locator('.cm-content')).toBeFocused();
  await expect(active.locator('.jp-KerasDoctor-badge')).toHaveCount(0);
  await page.keyboard.press('Control+End');

  const place = () =>
    page.evaluate(path => {
      const { content } = window.notebookAt(path);
      let node: Element | null = content.activeCell?.node ?? null;
      while (node && node.scrollHeight <= node.clientHeight + 1) {
        node = node.parentElement;
      }
      const cursor = content.activeCell?.editor?.getCursorPosition();
      return {
        scrollTop: node?.scrollTop,
        cell: content.activeCellIndex,
        line: cursor?.line,
        column: cursor?.column
      };
    }, notebook.path);
  const source = async () => (await notebook.cells())[HERE].source;

  const before = await place();
  expect(before.scrollTop).toBeGreaterThan(100);
  await page.evaluate(() => {
    const seen = { lastKey: 0, marked: 0, long: [] as number[] };
    Object.assign(window, { seenWhileTyping: seen });
    document.addEventListener(
      'keydown',
      () => {
        seen.lastKey = performance.now();
      },
      true
    );
    const active = document.querySelector('.jp-Cell.jp-mod-active');
    new MutationObserver(() => {
      if (!seen.marked && active?.querySelector('.jp-KerasDoctor-mark')) {
        seen.marked = performance.now();
      }
    }).observe(active ?? document.body, { childList: true, subtree: true });
    new PerformanceObserver(list => {
      seen.long.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
  });
  await page.keyboard.type(`\n${FAILING}`, { delay: 40 });
  await expect(active.locator('.jp-KerasDoctor-mark')).toHaveText('keras');
  await expect(active.locator('.jp-KerasDoctor-badge')).toHaveCount(1);
  const seen = await page.evaluate(
    () =>
      (
        window as unknown as {
          seenWhileTyping: { lastKey: number; marked: number; long: number[] };
        }
      ).seenWhileTyping
  );
  const waited = Math.round(seen.marked - seen.lastKey);
  const long = seen.long.map(Math.round).join(', ');
  const said = `${host}: marked ${waited} ms after the last key; long tasks (ms): ${long || 'none'}`;
  testInfo.annotations.push({ type: 'measured', description: said });
  process.stdout.write(`${said}\n`);
  expect(waited).toBeLessThan(1000);

  expect(await place()).toEqual({
    ...before,
    line: 1,
    column: FAILING.length
  });
  expect(await source()).toBe(`x = 1\n${FAILING}`);

  // Longer than undo managers take for one step.
  await page.waitForTimeout(800);
  await page.keyboard.type(' as k');
  await expect.poll(source).toBe(`x = 1\n${FAILING} as k`);
  await page.waitForTimeout(800);
  await page.keyboard.press('Control+z');
  expect(await source()).toBe(`x = 1\n${FAILING}`);
  await expect(active.locator('.jp-KerasDoctor-mark')).toHaveText('keras');
  await page.keyboard.press('Control+z');
  expect(await source()).toBe('x = 1');
  await expect(active.locator('.jp-KerasDoctor-mark')).toHaveCount(0);
  await expect(active.locator('.jp-KerasDoctor-badge')).toHaveCount(0);
  expect((await place()).scrollTop).toBe(before.scrollTop);
});
