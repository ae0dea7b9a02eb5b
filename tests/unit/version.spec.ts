/** The release that reports name is the one of the package. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { VERSION } from '../../src/version';

it('is that of package.json', () => {
  const manifest: unknown = JSON.parse(
    readFileSync(join(__dirname, '../../package.json'), 'utf8')
  );
  expect(manifest).toHaveProperty('version', VERSION);
});
