/** Each setting is applied at once, and a kernel that is to be left in peace is sent nothing. */
import { expect, type Page } from '@playwright/test';

import { DOCTOR_SETTINGS, test } from '../../hosts';
import type { OpenNotebook } from '../../notebook';

declare global {
  interface Window {
    /** Ids of the execute requests that the kernel took, by whoever sent them. */
    taken?: Set<string>;
  }
}

/** As the settings editor does it; the page is not loaded again. */
async function choose(page: Page, settings: object): Promise<void> {
  await page.evaluate(
    async ({ id, settings }) => {
      interface Registry {
        set(id: string, key: string, value: unknown): Promise<void>;
      }
      interface Services {
        readonly _services: Map<{ readonly name: string }, string>;
      }
      const app = window.jupyterapp as unknown as Partial<Services> & {
        /** Since JupyterLab 4.4. */
        readonly pluginRegistry?: Services;
        resolveRequiredService(token: object): Promise<Registry>;
      };
      const services = (app.pluginRegistry ?? app)._services;
      for (const token of services?.keys() ?? []) {
        if (token.name.endsWith(':ISettingRegistry')) {
          const registry = await app.resolveRequiredService(token);
          for (const [key, value] of Object.entries(settings)) {
            await registry.set(id, key, value);
          }
          return;
        }
      }
      throw new Error('There is no settings registry.');
    },
    { id: DOCTOR_SETTINGS, settings }
  );
}

/** Listens to all that the kernel publishes: questions of other connections are among it. */
async function listen(page: Page, { path }: OpenNotebook): Promise<void> {
  await page.evaluate(path => {
    const taken = new Set<string>();
    window.taken = taken;
    window
      .notebookAt(path)
      .sessionContext.iopubMessage.connect((_, { parent_header }) => {
        if (
          'msg_type' in parent_header &&
          parent_header.msg_type === 'execute_request'
        ) {
          taken.add(parent_header.msg_id);
        }
      });
  }, path);
}

function taken(page: Page): Promise<number> {
  return page.evaluate(() => window.taken?.size ?? -1);
}

/** Longer than the quiet moment that a question waits for. */
const PEACE = 1500;

test.describe('settings', () => {
  test.use({ settings: { [DOCTOR_SETTINGS]: { enabled: false } } });

  test('off and on, marks, rules, rest', async ({
    page,
    doctor,
    openNotebook
  }) => {
    const notebook = await openNotebook({
      kernel: 'python3',
      content: ['import keras', 'x = 1']
    });
    await listen(page, notebook);
    await doctor.open();

    await test.step('off: nothing asked, nothing marked, one thing to do', async () => {
      await notebook.run(1);
      await page.waitForTimeout(PEACE);
      // The cell's own, and no other.
      expect(await taken(page)).toBe(1);
      await expect(doctor.badges).toHaveCount(0);
      await expect(doctor.panel).toContainText('Keras Doctor is off');
    });
    await test.step('on', async () => {
      await doctor.panel.getByRole('button', { name: 'Switch on' }).click();
      await expect(doctor.badges).toHaveCount(1);
      await expect(doctor.underlines).toHaveCount(1);
      expect(await taken(page)).toBe(2);
    });
    await test.step('marks', async () => {
      await choose(page, { marks: 'badge' });
      await expect(doctor.underlines).toHaveCount(0);
      await expect(doctor.badges).toHaveCount(1);
      await choose(page, { marks: 'underline' });
      await expect(doctor.underlines).toHaveCount(1);
      await expect(doctor.badges).toHaveCount(0);
      await choose(page, { marks: 'none' });
      await expect(doctor.underlines).toHaveCount(0);
      await choose(page, { marks: 'both' });
      await expect(doctor.underlines).toHaveCount(1);
    });
    await test.step('rules', async () => {
      const errors = page.locator('.jp-KerasDoctor-mark[class*="error" i]');
      await expect(errors).toHaveCount(1);
      await choose(page, { rules: { 'missing-package': 'warning' } });
      await expect(errors).toHaveCount(0);
      await expect(doctor.underlines).toHaveCount(1);
      await choose(page, { rules: { 'missing-package': 'off' } });
      await expect(doctor.underlines).toHaveCount(0);
      await choose(page, { rules: {} });
      await expect(errors).toHaveCount(1);
    });
    await test.step('rest after typing', async () => {
      await choose(page, { debounce: 4000 });
      await page.evaluate(
        path =>
          window
            .notebookAt(path)
            .context.model.sharedModel.cells[1].setSource('import tf_keras'),
        notebook.path
      );
      await page.waitForTimeout(PEACE);
      await expect(doctor.underlines).toHaveCount(1);
      await expect(doctor.underlines).toHaveCount(2);
    });
    await test.step('off again', async () => {
      await choose(page, { enabled: false });
      await expect(doctor.panel).toContainText('Keras Doctor is off');
      await expect(doctor.underlines).toHaveCount(0);
      await expect(doctor.badges).toHaveCount(0);
      const before = await taken(page);
      await notebook.restart();
      await page.waitForTimeout(PEACE);
      expect(await taken(page)).toBe(before);
    });
  });
});

test.describe('kernels', () => {
  test.use({ settings: { [DOCTOR_SETTINGS]: { probe: 'on-demand' } } });

  test('on demand, and left alone', async ({
    page,
    host,
    doctor,
    openNotebook
  }) => {
    const notebook = await openNotebook({
      kernel: 'python3',
      content: [
        'import keras',
        'import os; os.environ["KERAS_BACKEND"] = "jax"'
      ]
    });
    await listen(page, notebook);
    await doctor.open();
    const ask = doctor.panel.getByRole('button', {
      name: 'Ask the kernel',
      exact: true
    });

    await test.step('on demand: asked by the button alone', async () => {
      await expect(doctor.panel).toContainText('The kernel was not asked yet');
      await page.waitForTimeout(PEACE);
      expect(await taken(page)).toBe(0);
      await ask.click();
      await expect(doctor.underlines).toHaveCount(1);
      expect(await taken(page)).toBe(1);
    });
    await test.step('what it said stays, and its age is told', async () => {
      await notebook.run(1);
      await expect(doctor.panel).toContainText(
        'What ran since may have changed it.'
      );
      await page.waitForTimeout(PEACE);
      await expect(doctor.underlines).toHaveCount(1);
      expect(await taken(page)).toBe(2);
      await ask.click();
      // The button goes at once; the question waits for a quiet moment.
      await expect(ask).toHaveCount(0);
      await expect.poll(() => taken(page)).toBe(3);
      await expect(doctor.underlines).toHaveCount(1);
    });
    await test.step('until the restart', async () => {
      await notebook.restart();
      await expect(doctor.panel).toContainText('The kernel was not asked yet');
      await expect(doctor.underlines).toHaveCount(0);
      await page.waitForTimeout(PEACE);
      expect(await taken(page)).toBe(3);
    });
    await test.step('left alone: asked by nobody', async () => {
      await choose(page, { kernelsLeftAlone: ['pyth*'], probe: 'automatic' });
      await expect(doctor.panel).toContainText('This kernel is left alone');
      await expect(doctor.panel).toContainText('“pyth*”');
      await notebook.command('keras-doctor:probe').catch(() => undefined);
      await page.waitForTimeout(PEACE);
      expect(await taken(page)).toBe(3);
      const way = doctor.panel.getByRole('button', {
        // Beside a notebook, Notebook 7 has no editor of settings.
        name: host === 'notebook7' ? 'Choose a kernel' : 'Open the settings'
      });
      await way.click();
      const shown =
        host === 'notebook7'
          ? page.getByRole('dialog')
          : page.getByText('Kernels to leave alone').first();
      await expect(shown).toBeVisible();
      await page.keyboard.press('Escape');
    });
    await test.step('taken off the list, it is asked at once', async () => {
      await choose(page, { kernelsLeftAlone: [] });
      await expect.poll(() => taken(page)).toBe(4);
    });
  });
});
