/**
 * Puts the data the TypeScript sources need where they can be imported:
 * the probe's Python source as a module, the atlas as a JSON file of its own chunk.
 */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';

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
