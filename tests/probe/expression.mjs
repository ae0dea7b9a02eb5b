/** Prints the probe's expression, as the extension sends it, made from its parts. */
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

import { probeSource } from '../../scripts/probe-source.mjs';

const probe = new URL('../../src/probe/', import.meta.url);
const source = await probeSource();
const bundle = await build({
  entryPoints: [fileURLToPath(new URL('expression.ts', probe))],
  bundle: true,
  write: false,
  format: 'esm',
  plugins: [
    {
      name: 'probe',
      setup(build) {
        build.onLoad({ filter: /probe\/source\.ts$/ }, () => ({
          contents: `export const PROBE_SOURCE = ${JSON.stringify(source)};`
        }));
        build.onResolve({ filter: /^\.\/source$/ }, () => ({
          path: fileURLToPath(new URL('source.ts', probe))
        }));
      }
    }
  ]
});
const code = Buffer.from(bundle.outputFiles[0].contents).toString('base64');
const { PROBE_EXPRESSION } = await import(
  `data:text/javascript;base64,${code}`
);
process.stdout.write(PROBE_EXPRESSION);
