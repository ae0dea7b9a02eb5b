/** Typed read access to the atlas. */

/** The data cannot be used; `message` is one line for people. */
export class AtlasError extends Error {}

export interface Atlas {
  readonly schema: 1;
}

/** Validates the compact form (atlas/README.md). Throws AtlasError. */
export function readAtlas(value: unknown): Atlas {
  if (typeof value !== 'object' || value === null) {
    throw new AtlasError('The atlas is not a JSON object.');
  }
  return { schema: 1 };
}
