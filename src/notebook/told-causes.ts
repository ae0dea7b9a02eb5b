/** What people have been told, remembered over a reload of the page. */

import type { Cause } from './causes';

type Told = Pick<Cause, 'subject' | 'cause'>;

/** What is needed of `window.localStorage`: pages of one server share it. */
export type Memory = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'jupyterlab-keras-doctor:told';
/** Subjects that are remembered: kernels come and go. */
const KEPT = 100;

/**
 * The last cause of each subject: one that came back after another is a new
 * one. Digests are kept: the text of an install may hold a password.
 */
export class ToldCauses {
  constructor(private readonly memory: Memory | null) {}

  has({ subject, cause }: Told): boolean {
    return this.read().get(digest(subject)) === digest(cause);
  }

  add({ subject, cause }: Told): void {
    const key = digest(subject);
    const told = this.read();
    told.delete(key);
    told.set(key, digest(cause));
    this.told = new Map([...told].slice(-KEPT));
    try {
      this.memory?.setItem(KEY, JSON.stringify([...this.told]));
    } catch {
      // Where nothing can be kept it is known until the page is left.
    }
  }

  /** Another page may have told something since. */
  private read(): Map<string, string> {
    let kept: unknown = null;
    try {
      kept = JSON.parse(this.memory?.getItem(KEY) ?? 'null');
    } catch {
      // As above.
    }
    return Array.isArray(kept) ? new Map(kept.filter(isPair)) : this.told;
  }

  private told = new Map<string, string>();
}

function isPair(value: unknown): value is readonly [string, string] {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every(each => typeof each === 'string')
  );
}

/** FNV-1a of 32 bits, over UTF-16. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
