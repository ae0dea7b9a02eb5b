/** The same extension in JupyterLab 4.2, the oldest that is supported. Galata is younger: Playwright alone. */
import { expect, test } from '@playwright/test';

import { extensionOf } from '../../extension';
import { endKernels, watchProblems } from '../../fixtures';
import { OpenNotebook } from '../../notebook';

test('the extension loads, and a notebook runs on a real kernel', async ({
  context,
  page
}) => {
  const problems = watchProblems(context);
  await page.goto('/lab?reset');
  await page.waitForFunction(() => 'jupyterapp' in window);
  expect(
    await page.evaluate(async () => {
      await window.jupyterapp.started;
      return window.jupyterapp.version;
    })
  ).toMatch(/^4\.2\./);

  const extension = await extensionOf(page);
  expect(extension.federated).toBe(true);
  expect(extension.plugins).not.toEqual([]);
  expect(extension.notActivated).toEqual([]);

  const notebook = await OpenNotebook.open(page, {
    kernel: 'tf2.4',
    content: ["print('hello')"]
  });
  expect((await notebook.run(0))[0].text).toBe('hello\n');
  await endKernels(page);
  expect(problems).toEqual([]);
});
