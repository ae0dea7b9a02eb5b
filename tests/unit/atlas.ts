/** The atlas that ships, for tests. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAtlas, type Atlas } from '../../src/engine/atlas/atlas';

let loaded: Atlas | null = null;

export function shippedAtlas(): Atlas {
  loaded ??= readAtlas(
    JSON.parse(
      readFileSync(join(__dirname, '../../atlas/data/atlas.json'), 'utf8')
    )
  );
  return loaded;
}
