/** The atlas that ships, for tests. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAtlas, type Atlas } from '../../src/engine/atlas/atlas';
import type { AtlasData } from '../../src/engine/atlas/data';
import { readAtlasData } from '../../src/engine/atlas/guard';

let loaded: Atlas | null = null;
let read: AtlasData | null = null;

export function shippedData(): AtlasData {
  read ??= readAtlasData(
    JSON.parse(
      readFileSync(join(__dirname, '../../atlas/data/atlas.json'), 'utf8')
    )
  );
  return read;
}

export function shippedAtlas(): Atlas {
  loaded ??= readAtlas(shippedData());
  return loaded;
}
