/**
 * What people see first, in both themes: compared with what somebody has looked at and found right, and kept for the
 * README by `make pictures`. After a change that is meant: `make ui-tests ARGS="tests/pictures.spec.ts --update-snapshots"`,
 * and look at each.
 */
import type { Locator, Page } from '@playwright/test';

import { expect, picture, projectFile, test } from '../fixtures';
import { Doctor } from './doctor';

const THEMES = [
  ['light', 'JupyterLab Light'],
  ['dark', 'JupyterLab Dark']
] as const;

/** Fonts and their edges differ from machine to machine; a part that is gone or has another colour is more than this. */
const ALLOWED = { maxDiffPixelRatio: 0.04 };

/** The left upper corner of something, always as large, so that pictures can be compared. */
async function corner(
  page: Pick<Page, 'screenshot'>,
  of: Locator,
  size: { readonly width: number; readonly height: number }
): Promise<Buffer> {
  const box = await of.boundingBox();
  if (!box) {
    throw new Error('It is not to be seen.');
  }
  const { x, y } = box;
  return page.screenshot({ clip: { x, y, ...size }, animations: 'disabled' });
}

for (const [name, theme] of THEMES) {
  test(`the example notebook on TensorFlow 2.4, ${name}`, async ({
    page,
    openNotebook
  }) => {
    await page.setViewportSize({ width: 1280, height: 860 });
    await page.evaluate(
      chosen =>
        window.jupyterapp.commands.execute('apputils:change-theme', {
          theme: chosen
        }),
      theme
    );
    const doctor = new Doctor(page);
    await openNotebook({
      kernel: 'tf2.4',
      content: { file: projectFile('examples/why-imports-fail.ipynb') }
    });
    await doctor.open();
    await doctor.judged(/^2\.4\.4/);
    await doctor.widen(380);
    await page.evaluate(() =>
      window.jupyterapp.commands.execute('application:toggle-left-area')
    );
    await expect(doctor.badges.first()).toBeVisible();
    await expect(doctor.underlines.first()).toBeVisible();
    expect((await doctor.findings()).length).toBeGreaterThan(0);
    await picture(page, `panel-${name}`);
    expect
      .soft(await corner(page, doctor.panel, { width: 380, height: 700 }))
      .toMatchSnapshot(`panel-${name}.png`, ALLOWED);
    expect
      .soft(
        await corner(page, doctor.badges.first(), { width: 40, height: 24 })
      )
      .toMatchSnapshot(`badge-${name}.png`, ALLOWED);

    await doctor.underlines.first().hover();
    const hover = page.locator('.cm-tooltip-hover');
    await expect(hover).toBeVisible();
    await picture(hover, `hover-${name}`);
    expect
      .soft(await corner(page, hover, { width: 440, height: 120 }))
      .toMatchSnapshot(`hover-${name}.png`, ALLOWED);
    await page.mouse.move(5, 5);
    await expect(hover).toHaveCount(0);

    const releases = doctor.section('Releases');
    await releases.getByRole('option', { name: 'TensorFlow 2.6:' }).click();
    await expect(
      releases.getByRole('button', { name: 'Insert pip upgrade cell' })
    ).toBeVisible();
    await picture(releases, `releases-${name}`);
    await releases.scrollIntoViewIfNeeded();
    expect
      .soft(await corner(page, releases, { width: 340, height: 240 }))
      .toMatchSnapshot(`releases-${name}.png`, ALLOWED);
  });
}
