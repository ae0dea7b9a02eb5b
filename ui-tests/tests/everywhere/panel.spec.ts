/** The panel in every host: it follows the current notebook, never takes the focus, is idle while hidden, comes back as it was, and fits. */
import { expect, type Locator } from '@playwright/test';

import { test } from '../../hosts';

const CELLS = [
  'import tensorflow as tf\nfrom tf.keras.layers import Dense',
  'from tensorflow.keras.layers import RandomFlip\nfrom keras.layers import Nothing',
  'x = 1  # keras-doctor: ignore[missing-name]'
];

const PANEL = 'jupyterlab-keras-doctor-panel';

test('it speaks of the current notebook, and of none after the last', async ({
  page,
  host,
  doctor,
  openNotebook
}) => {
  const one = await openNotebook({ kernel: 'tf2.4', content: CELLS });
  await doctor.open();
  const name = doctor.panel.getByRole('heading', { level: 2 });
  const findings = doctor.section('Findings').getByRole('listitem');
  await expect(name).toHaveText(one.path);
  await expect(findings).toHaveCount(4);
  if (host === 'notebook7') {
    // It has one notebook a window.
    return;
  }

  const two = await openNotebook({ kernel: 'tf2.4', content: ['print(1)'] });
  await expect(name).toHaveText(two.path);
  await expect(findings).toHaveCount(0);
  await page
    .locator('.lm-DockPanel-tabBar .lm-TabBar-tab', { hasText: one.path })
    .click();
  await expect(name).toHaveText(one.path);
  await expect(findings).toHaveCount(4);

  await test.step('a second view of one notebook', async () => {
    await one.command('docmanager:clone');
    await expect(page.locator('.jp-NotebookPanel')).toHaveCount(3);
    await page.keyboard.press('Escape');
    await expect(name).toHaveText(one.path);
    await expect(findings).toHaveCount(4);
  });

  await test.step('closed one by one', async () => {
    await one.command('docmanager:save-all');
    await one.command('application:close');
    await expect(page.locator('.jp-NotebookPanel')).toHaveCount(2);
    await expect(name).toHaveText(one.path);
    await expect(findings).toHaveCount(4);
    await one.command('application:close');
    await expect(name).toHaveText(two.path);
    await expect(findings).toHaveCount(0);
    await two.command('application:close');
    await expect(doctor.panel.getByRole('heading')).toHaveText(['No notebook']);
  });
});

test('it never takes the focus, and draws nothing while hidden', async ({
  page,
  doctor,
  openNotebook
}) => {
  await openNotebook({ kernel: 'tf2.4', content: ['', CELLS[1]] });
  await doctor.open();
  await doctor.judged(/^2\.4\.4/);
  const findings = doctor.section('Findings').getByRole('listitem');
  const editors = page.locator('.jp-Notebook .cm-content');
  await editors.first().click();
  await page.keyboard.type('import tensorflow as tf\ntf.Session');
  await expect(findings).toHaveCount(3);
  await expect(editors.first()).toBeFocused();
  await page.keyboard.type('()');
  await expect(editors.first()).toContainText('tf.Session()');

  await test.step('hidden', async () => {
    await page.evaluate(() => {
      const { shell } = window.jupyterapp;
      Reflect.apply(Reflect.get(shell, 'collapseRight'), shell, []);
    });
    await expect(doctor.panel).toBeHidden();
    const drawn = await page.evaluateHandle(() => {
      const changes: string[] = [];
      const body = document.querySelector('.jp-KerasDoctor-body');
      new MutationObserver(records =>
        changes.push(...records.map(({ type }) => type))
      ).observe(body!, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true
      });
      return changes;
    });
    await editors.first().click();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await expect(doctor.badges).toHaveCount(1);
    expect(await drawn.jsonValue()).toEqual([]);
    await doctor.open();
    await expect(findings).toHaveCount(2);
    expect(await drawn.jsonValue()).not.toEqual([]);
  });

  await test.step('a finding that is clicked leads into its cell', async () => {
    await findings.getByRole('button', { name: /^RandomFlip/ }).click();
    await expect(editors.nth(1)).toBeFocused();
  });
});

test.describe('its place', () => {
  // JupyterLab keeps there on which side a panel is.
  test.use({ settings: { '@jupyterlab/application-extension:shell': {} } });

  test('after a reload it is where it was, as it was', async ({
    page,
    host,
    doctor,
    openNotebook
  }) => {
    await openNotebook({ kernel: 'tf2.4', content: CELLS });
    await doctor.open();
    const findings = doctor.section('Findings');
    const headings = findings.getByRole('heading', { level: 4 });
    await expect(headings).toHaveText([/^Cell 1/, /^Cell 2/, /^Cell 3/]);
    const grouping = findings.getByRole('combobox', {
      name: 'Group the findings'
    });
    // JupyterLab sends its state to the server a moment later.
    const sent = (state: RegExp) =>
      page.waitForRequest(
        request =>
          request.method() === 'PUT' && state.test(request.postData() ?? '')
      );
    const keptGrouping = sent(/"grouping":"rule"/);
    await grouping.selectOption('rule');
    await expect(headings.filter({ hasText: 'alias-import' })).toHaveCount(1);
    await expect(headings.filter({ hasText: 'Cell' })).toHaveCount(0);

    await test.step('a severity goes, and comes back', async () => {
      const errors = findings.getByRole('button', { name: /^\d+ errors?$/ });
      await errors.click();
      await expect(errors).toHaveAttribute('aria-pressed', 'false');
      await expect(findings).toContainText(/The filter hides \d+ finding/);
      await findings.getByRole('button', { name: 'Show all' }).click();
      await expect(errors).toHaveAttribute('aria-pressed', 'true');
    });

    const side = page.locator(`#jp-left-stack #${PANEL}`);
    if (host !== 'notebook7') {
      await page
        .locator(`.jp-SideBar .lm-TabBar-tab[data-id="${PANEL}"]`)
        .click({ button: 'right' });
      const keptPlace = sent(/"left":\{[^}]*keras-doctor-panel/);
      await page.getByRole('menuitem', { name: 'Switch Sidebar Side' }).click();
      await doctor.open();
      await expect(side).toBeVisible();
      await keptPlace;
    }
    await keptGrouping;
    await page.reload();
    if (host === 'notebook7') {
      await doctor.open();
    } else {
      await expect(side).toBeVisible({ timeout: 60_000 });
    }
    await expect(grouping).toHaveValue('rule', { timeout: 60_000 });
  });
});

test('nothing is cut off from 240 pixels on', async ({
  doctor,
  openNotebook
}) => {
  await openNotebook({ kernel: 'tf2.4', content: CELLS });
  await doctor.open();
  await expect(doctor.section('Findings')).toBeVisible();
  await expect(doctor.section('Releases')).toBeVisible();
  const body = doctor.panel.locator('.jp-KerasDoctor-body');
  for (const width of [240, 300, 500]) {
    expect(await cutOff(body, width), `at ${width} pixels`).toEqual([]);
  }
});

/** What of the panel lies outside of it, or is cut by an element around it. JupyterLab itself stops at 250 pixels. */
function cutOff(body: Locator, width: number): Promise<string[]> {
  return body.evaluate((node, width) => {
    node.style.width = `${width}px`;
    const right = node.getBoundingClientRect().left + node.clientWidth;
    const seen = Array.from(node.querySelectorAll('*')).filter(
      // What only screen readers are told is a point; lines of a terminal are scrolled.
      each => each.clientWidth > 1 && !each.closest('pre, table')
    );
    return [node, ...seen]
      .filter(
        each =>
          each.getBoundingClientRect().right > right + 1 ||
          (each.scrollWidth > each.clientWidth + 1 &&
            getComputedStyle(each).overflowX !== 'visible' &&
            // A long name of a notebook ends in dots; its title has it all.
            !each.hasAttribute('title'))
      )
      .map(each => `${each.className}: ${each.textContent?.slice(0, 60)}`);
  }, width);
}
