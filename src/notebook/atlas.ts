/** Loads the atlas once, on first need. */

import { AtlasError, readAtlas, type Atlas } from '../engine/atlas/atlas';

export type AtlasOutcome =
  | { readonly kind: 'atlas'; readonly atlas: Atlas }
  | { readonly kind: 'unreadable'; readonly message: string };

export type AtlasSource = () => Promise<AtlasOutcome>;

/**
 * A source that fetches when it is first asked and keeps the answer, a bad one
 * too: the data is a part of the extension and does not change while it runs.
 */
export function atlasSource(
  fetchData: () => Promise<{ readonly default: unknown }>
): AtlasSource {
  let outcome: Promise<AtlasOutcome> | null = null;
  return () => (outcome ??= readOutcome(fetchData));
}

async function readOutcome(
  fetchData: () => Promise<{ readonly default: unknown }>
): Promise<AtlasOutcome> {
  try {
    const data = await fetchData();
    return { kind: 'atlas', atlas: readAtlas(data.default) };
  } catch (reason) {
    if (reason instanceof AtlasError || reason instanceof Error) {
      return { kind: 'unreadable', message: reason.message };
    }
    return { kind: 'unreadable', message: String(reason) };
  }
}
