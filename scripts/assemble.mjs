/**
 * Puts the data the TypeScript sources need where they can be imported:
 * the probe's Python source as a module, the atlas as a JSON file of its own chunk.
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';

const root = new URL('../', import.meta.url);

const probe = await readFile(new URL('src/probe/probe.py', root), 'utf8');
await writeFile(
  new URL('src/probe/source.ts', root),
  '/** Made from probe.py by scripts/assemble.mjs; edit that file. */\n' +
    `export const PROBE_SOURCE = ${JSON.stringify(probe)};\n`
);

await mkdir(new URL('lib/', root), { recursive: true });
await copyFile(
  new URL('atlas/data/atlas.json', root),
  new URL('lib/atlas.json', root)
);
