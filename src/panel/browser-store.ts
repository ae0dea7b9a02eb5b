/** Keeps choices in the browser, for hosts that keep no state. */

import type { ChoiceStore } from './choices';

/** Where the browser lets nothing be kept, its exception rejects the promise. */
export function browserStore(key: string): ChoiceStore {
  return {
    fetch: async () => {
      const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
      return kept;
    },
    save: async value => localStorage.setItem(key, JSON.stringify(value))
  };
}
