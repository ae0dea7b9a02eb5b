/**
 * Puts the data the TypeScript sources need where they can be imported:
 * the probe's Python source as a module; the atlas and the pages of the rules as JSON files, each a chunk of its own.
 */
import {
  copyFile,
  mkdir,
  readFile,
  readdir,
  writeFile
} from 'node:fs/promises';

import { probeSource } from './probe-source.mjs';

const root = new URL('../', import.meta.url);

await writeFile(
  new URL('src/probe/source.ts', root),
  '/** Made from python/*.py by scripts/assemble.mjs; edit those files. */\n' +
    `export const PROBE_SOURCE = ${JSON.stringify(await probeSource())};\n`
);

await mkdir(new URL('lib/', root), { recursive: true });
await copyFile(
  new URL('atlas/data/atlas.json', root),
  new URL('lib/atlas.json', root)
);

// The pages that the extension shows, by their paths in docs/ without the ending.
const rules = await readdir(new URL('docs/rules/', root));
const pages = ['silencing.md', ...rules.map(file => `rules/${file}`).sort()];
const texts = await Promise.all(
  pages.map(async page => [
    page.replace(/\.md$/, ''),
    await readFile(new URL(`docs/${page}`, root), 'utf8')
  ])
);
await writeFile(
  new URL('lib/pages.json', root),
  JSON.stringify(Object.fromEntries(texts))
);
