/**
 * What tests start from that run in every host: JupyterLab of today and the oldest that is supported, and Notebook 7.
 * Playwright alone: Galata speaks to one release of JupyterLab.
 */
import { test as base } from '@playwright/test';

import { endKernels, watchProblems } from './fixtures';
import { OpenNotebook, type OpenOptions } from './notebook';
import { Doctor } from './tests/doctor';

export type Host = 'lab' | 'lab42' | 'notebook7';

/** Settings by plugin, as the settings editor would save them. */
export type PluginSettings = Readonly<Record<string, object>>;

export interface HostOptions {
  readonly host: Host;
  /** The person's own settings while the test runs; `test.use({ settings: … })`. */
  readonly settings: PluginSettings;
}

interface HostFixtures {
  /** What has gone wrong in the page so far. Where Keras Doctor has a part in it, the test fails. */
  readonly problems: string[];
  readonly openNotebook: (options: OpenOptions) => Promise<OpenNotebook>;
  readonly doctor: Doctor;
}

export const DOCTOR_SETTINGS = 'jupyterlab-keras-doctor:plugin';

export const test = base.extend<HostOptions & HostFixtures>({
  host: ['lab', { option: true }],
  settings: [{}, { option: true }],
  problems: [
    async ({ context }, use) => {
      const problems = watchProblems(context);
      await use(problems);
      base
        .expect(problems.filter(text => text.includes('keras-doctor')))
        .toEqual([]);
    },
    { auto: true }
  ],
  page: async ({ page, host, settings }, use) => {
    const save = async (plugin: string, raw: object): Promise<void> => {
      const answer = await page.request.put(`/lab/api/settings/${plugin}`, {
        data: { raw: JSON.stringify(raw) }
      });
      base.expect(answer.ok()).toBe(true);
    };
    for (const [plugin, raw] of Object.entries(settings)) {
      await save(plugin, raw);
    }
    if (host !== 'notebook7') {
      // JupyterLab 4.2 asks this of everybody, and lays it over the sidebar.
      await page.addLocatorHandler(
        page.getByText('Would you like to get notified about official Jupyter'),
        () => page.getByRole('button', { name: 'No', exact: true }).click()
      );
      await page.goto('/lab?reset');
      await page.locator('#jupyterlab-splash').waitFor({ state: 'detached' });
    }
    await use(page);
    await endKernels(page);
    for (const plugin of [...Object.keys(settings), DOCTOR_SETTINGS]) {
      await save(plugin, {});
    }
  },
  openNotebook: async ({ page, host }, use, { testId }) => {
    let opened = 0;
    await use(options => {
      opened += 1;
      const named = { path: `${testId}-${opened}.ipynb`, ...options };
      return host === 'notebook7'
        ? OpenNotebook.visit(page, named)
        : OpenNotebook.open(page, named);
    });
  },
  doctor: async ({ page }, use) => use(new Doctor(page))
});
