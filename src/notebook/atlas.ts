/** Loads the atlas once, on first need. */

import { AtlasError, readAtlas, type Atlas } from '../engine/atlas/atlas';
import { told, type Told } from '../engine/text';

export type AtlasOutcome =
  | { readonly kind: 'atlas'; readonly atlas: Atlas }
  | { readonly kind: 'unreadable'; readonly message: Told };

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

/** The atlas of one notebook, which is there once it was needed. */
export class NeededAtlas {
  constructor(private readonly source: AtlasSource) {}

  /** Null while it is being loaded, or not needed. */
  get outcome(): AtlasOutcome | null {
    return this._outcome;
  }

  /** Loads it, the first time only, and then calls back. */
  need(loaded: () => void): void {
    this.asked ??= this.source().then(outcome => {
      this._outcome = outcome;
      loaded();
    });
  }

  private asked: Promise<void> | null = null;
  private _outcome: AtlasOutcome | null = null;
}

async function readOutcome(
  fetchData: () => Promise<{ readonly default: unknown }>
): Promise<AtlasOutcome> {
  try {
    const data = await fetchData();
    return { kind: 'atlas', atlas: readAtlas(data.default) };
  } catch (reason) {
    if (reason instanceof AtlasError) {
      return { kind: 'unreadable', message: reason.told };
    }
    // What the browser says, in its own words.
    const text = reason instanceof Error ? reason.message : String(reason);
    return { kind: 'unreadable', message: told('%1', text) };
  }
}
