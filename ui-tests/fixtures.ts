/** What every ui-test starts from: JupyterLab in a browser, real kernels, and an eye on what goes wrong in the page. */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { test as galata } from '@jupyterlab/galata';
import { expect, type BrowserContext, type Page } from '@playwright/test';

import { OpenNotebook, raised, type OpenOptions } from './notebook';

export { expect, OpenNotebook, raised };

/** Files of the checkout. */
export function projectFile(path: string): string {
  return resolve(__dirname, '..', path);
}

/**
 * Notebook 7.6 says these on its pages, without Keras Doctor too, some times
 * and others not: its shortcuts plugin hears of a plugin's settings before it
 * has its own, and what opens a path asks for a command that comes later.
 */
const HOSTS_OWN =
  /^uncaught: (?:Cannot read properties of undefined \(reading 'schema'\)|Command 'filebrowser:open-path' not registered\.)\n[^]*notebook_core/;

/** Uncaught errors and errors on the console, from now on, each with where it came from. */
export function watchProblems(context: BrowserContext): string[] {
  const problems: string[] = [];
  const note = (problem: string): void => {
    if (!HOSTS_OWN.test(problem)) {
      problems.push(problem);
    }
  };
  context.on('weberror', problem => {
    const error = problem.error();
    note(`uncaught: ${error.message}\n${error.stack}`);
  });
  context.on('console', message => {
    if (message.type() === 'error') {
      note(`console: ${message.text()} (${message.location().url})`);
    }
  });
  return problems;
}

/** Ends all kernels that a test started, so that the next one has the machine for itself. */
export async function endKernels(page: Page): Promise<void> {
  const sessions = await page.request.get('/api/sessions');
  for (const { id } of (await sessions.json()) as { id: string }[]) {
    await page.request.delete(`/api/sessions/${id}`);
  }
}

/** A page or a part of one. */
interface Pictured {
  screenshot(options: {
    readonly path: string;
    readonly animations: 'disabled';
  }): Promise<unknown>;
}

/** Takes a picture for the documentation, only when asked to: `make pictures`. */
export async function picture(of: Pictured, name: string): Promise<void> {
  if (process.env.KERAS_DOCTOR_PICTURES) {
    const folder = projectFile('docs/images');
    mkdirSync(folder, { recursive: true });
    await of.screenshot({
      path: `${folder}/${name}.png`,
      animations: 'disabled'
    });
  }
}

interface Fixtures {
  /** What has gone wrong in the page so far. Where Keras Doctor has a part in it, the test fails. */
  readonly problems: string[];
  readonly openNotebook: (options: OpenOptions) => Promise<OpenNotebook>;
}

/** Galata's test with nothing mocked about kernels and sessions: restarts are real. */
export const test = galata.extend<Fixtures>({
  kernels: null,
  sessions: null,
  problems: [
    async ({ context }, use) => {
      const problems = watchProblems(context);
      await use(problems);
      expect(problems.filter(text => text.includes('keras-doctor'))).toEqual(
        []
      );
    },
    { auto: true }
  ],
  openNotebook: async ({ page, tmpPath }, use) => {
    const plain = page as unknown as Page;
    let opened = 0;
    await use(options => {
      opened += 1;
      return OpenNotebook.open(plain, {
        path: `${tmpPath}/notebook-${opened}.ipynb`,
        ...options
      });
    });
    await endKernels(plain);
  }
});
