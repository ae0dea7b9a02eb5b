/** What people see first, in both themes; `make pictures` keeps it for the README. */
import { expect, picture, projectFile, test } from '../fixtures';
import { Doctor } from './doctor';

const THEMES = [
  ['light', 'JupyterLab Light'],
  ['dark', 'JupyterLab Dark']
] as const;

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
    const handle = page.locator('#jp-main-split-panel > .lm-SplitPanel-handle');
    const box = await handle.last().boundingBox();
    if (box) {
      await page.mouse.move(box.x + 1, box.y + 300);
      await page.mouse.down();
      await page.mouse.move(box.x - 130, box.y + 300, { steps: 4 });
      await page.mouse.up();
    }
    await page.evaluate(() =>
      window.jupyterapp.commands.execute('application:toggle-left-area')
    );
    await expect(doctor.badges.first()).toBeVisible();
    await expect(doctor.underlines.first()).toBeVisible();
    expect((await doctor.findings()).length).toBeGreaterThan(0);
    await picture(page, `panel-${name}`);
  });
}
