/** In another language nothing stays English: every text that a person sees or hears went through the language pack. */
import { expect } from '@playwright/test';

import { test } from '../../hosts';

test.use({
  settings: {
    '@jupyterlab/translation-extension:plugin': { locale: 'eo' }
  }
});

/** Names, releases, counts and signs, which no language changes; and what JupyterLab calls the parts of a side panel. */
const DATA =
  /^(?:[\d.]+(?:dev\d+)?[+?]?|✓|side panel \w+|\?|[·,:→()\s]+|\[[\d ]*\]|TensorFlow|Keras|keras|tf\.keras|tf_keras|tensorflow(?:-cpu)?|conda|venv|uv|pip|(?:numpy|protobuf|h5py|ml_dtypes)(?: [\d.]+)?|[\w-]+\.ipynb|\((?:(?:Ctrl|Shift|Alt|Accel)\+)*[A-Z.]\d*\))$/;

/** What stands in no message: of each text on its way, and of each attribute by itself. */
function outside(texts: readonly string[], attributes: readonly string[]) {
  const found: string[] = [];
  const look = (text: string, from: number): number => {
    let depth = from;
    let part = '';
    for (const sign of `${text}⟦`) {
      if (sign === '⟦') {
        found.push(part.trim());
        part = '';
        depth += 1;
      } else if (sign === '⟧') {
        depth -= 1;
      } else if (depth === 0) {
        part += sign;
      }
    }
    return depth - 1;
  };
  texts.reduce((depth, text) => look(text, depth), 0);
  attributes.forEach(text => look(text, 0));
  return found.filter(part => part !== '' && !DATA.test(part));
}

test('panel, marks and commands', async ({ page, doctor, openNotebook }) => {
  const notebook = await openNotebook({
    kernel: 'tf2.4',
    content: [
      'from tensorflow.keras.layers import RandomFlip',
      'import tensorflow as tf\ntf.Session()\ntf.keras.optimizers.Adam(learning_rat=1)'
    ]
  });
  await page.evaluate(() =>
    window.jupyterapp.commands.execute('keras-doctor:show-panel')
  );
  const panel = page.locator('#jupyterlab-keras-doctor-panel');
  await expect(panel.locator('dd').first()).toContainText('2.4', {
    timeout: 60_000
  });
  await expect(doctor.badges).toHaveCount(2);
  await notebook.run(0);
  await expect(page.locator('.jp-KerasDoctor-explain')).toHaveText(/^⟦.*⟧$/);

  const seen = await page.evaluate(() => {
    const texts: string[] = [];
    const attributes: string[] = [];
    const roots = document.querySelectorAll(
      '#jupyterlab-keras-doctor-panel, .jp-KerasDoctor-badgeAnchor, .jp-KerasDoctor-status, .jp-KerasDoctor-errorHelp'
    );
    for (const root of Array.from(roots)) {
      for (const details of Array.from(root.querySelectorAll('details'))) {
        details.open = true;
      }
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
      for (let node = walker.currentNode; ;) {
        if (node instanceof Element) {
          for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
            attributes.push(node.getAttribute(name) ?? '');
          }
        } else if (
          node instanceof Text &&
          !node.parentElement?.closest('code, pre, svg')
        ) {
          texts.push(node.data);
        }
        const next = walker.nextNode();
        if (!next) {
          break;
        }
        node = next;
      }
    }
    const { commands } = window.jupyterapp;
    for (const id of commands.listCommands()) {
      if (id.startsWith('keras-doctor:')) {
        attributes.push(commands.label(id), commands.caption(id));
      }
    }
    return { texts, attributes };
  });
  expect(seen.texts.join('')).toContain('⟦');
  expect(seen.attributes.length).toBeGreaterThan(20);
  // The kernel's name and status are the server's and JupyterLab's own.
  const header = (await panel.locator('.jp-KerasDoctor-header').innerText())
    .split('\n')
    .map(line => line.trim());
  const rules = await page
    .locator('[data-rule], .jp-KerasDoctor-rule')
    .allInnerTexts();
  expect(
    outside(seen.texts, seen.attributes).filter(
      part => !header.includes(part) && !rules.includes(part)
    )
  ).toEqual([]);
});

test('the settings editor', async ({ page, host }) => {
  if (host === 'notebook7') {
    await page.goto('/tree');
  }
  const schema = await page.request.get(
    '/lab/api/settings/jupyterlab-keras-doctor:plugin'
  );
  const { schema: shown } = (await schema.json()) as {
    schema: {
      title: string;
      properties: Record<string, { title: string; description: string }>;
    };
  };
  const texts = [
    shown.title,
    ...Object.values(shown.properties).flatMap(each => [
      each.title,
      each.description
    ])
  ];
  expect(texts.filter(text => !/^⟦.*⟧$/.test(text))).toEqual([]);
});
