/** WCAG 2.2 AA: axe finds nothing in any theme, nothing is said by colour alone, and nothing moves for who wants it so. */
import { expect, type Page } from '@playwright/test';

import { violations } from '../../axe';
import { test } from '../../hosts';

const THEMES = [
  'JupyterLab Light',
  'JupyterLab Dark',
  'JupyterLab Dark High Contrast'
];

/** Errors, warnings and a note; a release to change; lines to rewrite. */
const CELLS = [
  'import tensorflow as tf\nfrom tf.keras.layers import Dense',
  'from tensorflow.keras.layers import RandomFlip\nRandomFlip()',
  'from tensorflow.python.keras.layers import Dense',
  'try:\n    from tensorflow.keras.layers import RandomZoom\nexcept ImportError:\n    pass',
  '%pip install tensorflow==2.15'
];

const PANEL = '.jp-KerasDoctor';
const HOVER = '.cm-tooltip:has(.jp-KerasDoctor-hoverMessage)';
const PAGE = '.jp-KerasDoctor-page';

/** A picture for the eye, where somebody wants to look. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.KERAS_DOCTOR_LOOK;
  if (folder) {
    await page.screenshot({ path: `${folder}/${name}.png` });
  }
}

/** Elements of the panel that take time to change, or would if the pointer came. */
function moving(page: Page): Promise<string[]> {
  return page.evaluate(panel => {
    const all = document.querySelectorAll(
      `${panel}, ${panel} *, .jp-KerasDoctor-badge`
    );
    return Array.from(all)
      .filter(node => node.closest('.jp-Toolbar') === null)
      .filter(node => {
        const { animationName, transitionDuration, scrollBehavior } =
          getComputedStyle(node);
        return (
          animationName !== 'none' ||
          scrollBehavior === 'smooth' ||
          transitionDuration.split(', ').some(each => parseFloat(each) > 0)
        );
      })
      .map(node => node.className);
  }, PANEL);
}

test('axe finds nothing in light, dark and high contrast; nothing is said by colour alone', async ({
  page,
  doctor,
  openNotebook,
  host
}) => {
  test.setTimeout(240_000);
  // axe leaves out what is scrolled away.
  await page.setViewportSize({ width: 1280, height: 2600 });
  const notebook = await openNotebook({ kernel: 'tf2.4', content: CELLS });
  await doctor.open();
  await doctor.judged(/^2\.4\.4/);
  await notebook.run(1);
  await page.getByRole('button', { name: 'Explain with Keras Doctor' }).click();
  await expect(page.locator('.jp-KerasDoctor-errorAnswer')).toContainText(
    'RandomFlip'
  );
  for (const folded of await doctor.panel.locator('summary').all()) {
    await folded.click();
  }
  await doctor.panel.getByRole('option', { name: /^TensorFlow 2\.6:/ }).click();
  const parts = [
    PANEL,
    HOVER,
    '.jp-KerasDoctor-badge',
    '.jp-KerasDoctor-errorHelp',
    // Notebook 7 has no status bar.
    ...(host === 'notebook7' ? [] : ['.jp-KerasDoctor-status'])
  ];
  const change = async (theme: string): Promise<void> => {
    await notebook.command('apputils:change-theme', { theme });
    await expect(page.locator('body')).toHaveAttribute(
      'data-jp-theme-name',
      theme
    );
    // Loaded with the theme, and drawn.
    await page.waitForTimeout(500);
  };

  for (const theme of THEMES) {
    await test.step(theme, async () => {
      await change(theme);
      await page.mouse.move(5, 5);
      await doctor.underlines.nth(1).hover();
      await expect(page.locator(HOVER)).toBeVisible();
      await look(page, `${host}-${theme}`);
      expect.soft(await violations(page, parts)).toEqual([]);
    });
  }

  await test.step('the look can fail', async () => {
    const style = await page.addStyleTag({
      content: '.jp-KerasDoctor-note { color: #444 !important }'
    });
    expect((await violations(page, [PANEL])).join()).toContain(
      'color-contrast'
    );
    await style.evaluate(node => node.parentElement?.removeChild(node));
  });

  await test.step('narrow', async () => {
    await page.setViewportSize({ width: 640, height: 400 });
    await look(page, `${host}-narrow`);
    const body = doctor.panel.locator('.jp-KerasDoctor-body');
    const overflow = await body.evaluate(
      node => node.scrollWidth - node.clientWidth
    );
    expect(overflow).toBe(0);
    await page.setViewportSize({ width: 1280, height: 2600 });
    await body.evaluate(node => (node.style.width = '240px'));
    await look(page, `${host}-240`);
    expect.soft(await violations(page, [PANEL])).toEqual([]);
    await body.evaluate(node => (node.style.width = ''));
  });

  await test.step('colours of the system, and no motion', async () => {
    await change(THEMES[0]);
    await page.emulateMedia({
      forcedColors: 'active',
      reducedMotion: 'reduce'
    });
    await page.mouse.move(5, 5);
    await look(page, `${host}-forced`);
    expect(await moving(page)).toEqual([]);
    const drawn = (selector: string, property: string, part?: string) =>
      page
        .locator(selector)
        .first()
        .evaluate(
          (node, { property, part }) =>
            getComputedStyle(node, part).getPropertyValue(property),
          { property, part }
        );
    expect(
      await drawn('.jp-KerasDoctor-badge', 'border-top-style', '::before')
    ).toBe('solid');
    expect(await drawn('.jp-KerasDoctor-mark', 'text-decoration')).toMatch(
      /underline.*wavy/
    );
    for (const selector of [
      '.jp-KerasDoctor-count',
      '.jp-KerasDoctor-failingPart',
      '.jp-KerasDoctor-toggle'
    ]) {
      expect(await drawn(selector, 'border-top-style')).not.toBe('none');
    }
    // Shapes with names, numbers as text.
    const images = doctor.section('Findings').locator('[role="img"]');
    expect(
      new Set(
        await images.evaluateAll(all =>
          all.map(node => node.getAttribute('aria-label'))
        )
      )
    ).toEqual(new Set(['Error', 'Warning', 'Note']));
    await expect(
      doctor
        .section('Releases')
        .getByRole('option', { name: /^TensorFlow 2\.4:/ })
    ).toContainText(/\d/);
    await page.emulateMedia({ forcedColors: null, reducedMotion: null });
  });

  await test.step('the page of a rule', async () => {
    await notebook.command('keras-doctor:explain-rule', {
      rule: 'missing-symbol'
    });
    await page.locator(`${PAGE} h1`).waitFor();
    for (const theme of THEMES) {
      await change(theme);
      await look(page, `${host}-page-${theme}`);
      expect.soft(await violations(page, [PAGE])).toEqual([]);
    }
  });
  await change(THEMES[0]);
});
