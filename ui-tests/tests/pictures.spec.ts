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
    await doctor.widen(380);
    await page.evaluate(() =>
      window.jupyterapp.commands.execute('application:toggle-left-area')
    );
    await expect(doctor.badges.first()).toBeVisible();
    await expect(doctor.underlines.first()).toBeVisible();
    expect((await doctor.findings()).length).toBeGreaterThan(0);
    await picture(page, `panel-${name}`);
    const releases = doctor.section('Releases');
    await releases.getByRole('option', { name: 'TensorFlow 2.6:' }).click();
    await expect(
      releases.getByRole('button', { name: 'Insert pip upgrade cell' })
    ).toBeVisible();
    await picture(releases, `releases-${name}`);
  });
}
