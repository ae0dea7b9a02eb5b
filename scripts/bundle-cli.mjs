/** Bundles the command line into one file that plain Node runs: lib/cli/main.js. */
import { build } from 'esbuild';
import { copyFile, mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

await mkdir(`${root}lib/cli`, { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: ['src/cli/main.ts'],
  outfile: 'lib/cli/main.js',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  banner: { js: '#!/usr/bin/env node' },
  legalComments: 'none',
  logLevel: 'warning'
});
// The atlas travels beside the program, so that `lib/cli` works wherever it is copied.
await copyFile(`${root}atlas/data/atlas.json`, `${root}lib/cli/atlas.json`);
