/** The extension that `pip install` gives people loads in JupyterLab, and real kernels answer. */
import { expect, raised, test } from '../fixtures';
import { extensionOf } from '../extension';

test('the extension is installed, loaded, and quiet', async ({
  page,
  problems
}) => {
  const extension = await extensionOf(page);
  expect(extension.federated).toBe(true);
  expect(extension.plugins).not.toEqual([]);
  expect(extension.notActivated).toEqual([]);
  expect(problems).toEqual([]);
});

for (const kernel of ['tf2.4', 'tf2.21', 'python3']) {
  test(`the kernel ${kernel} runs a cell`, async ({ openNotebook }) => {
    const notebook = await openNotebook({
      kernel,
      content: [
        { markdown: '# A notebook' },
        'import sys; print(sys.version_info[0])',
        'import tensorflow.nowhere'
      ]
    });
    expect((await notebook.run(1))[0].text).toBe('3\n');
    expect(raised(await notebook.run(2))).toContain('ModuleNotFoundError');
    await notebook.restart();
    expect((await notebook.run(1))[0].text).toBe('3\n');
  });
}
