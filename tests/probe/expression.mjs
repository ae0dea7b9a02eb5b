/** Prints the probe's expression, as the extension sends it, made from probe.py. */
import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const probe = new URL('../../src/probe/', import.meta.url);
const source = await readFile(new URL('probe.py', probe), 'utf8');
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
