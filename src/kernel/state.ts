/** What is known of one notebook's kernel. */
import type { Environment } from '../engine/types';

/**
 * - `none`: the notebook has no kernel, or it died.
 * - `starting`: there is one that has not answered yet; `busy` while a running
 *   cell keeps it from answering.
 * - `foreign`: the kernel's language is not Python.
 * - `ready`: `environment` as of `at`. `stale`: something happened since that
 *   may have changed it, and it will be asked again; `busy`: not before the
 *   running cell ends.
 * - `failed`: the last answer was none; `message` is one line for people.
 */
export type KernelState =
  | { readonly kind: 'none' }
  | { readonly kind: 'starting'; readonly busy: boolean }
  | { readonly kind: 'foreign'; readonly language: string }
  | {
      readonly kind: 'ready';
      readonly environment: Environment;
      readonly at: Date;
      readonly busy: boolean;
      readonly stale: boolean;
    }
  | { readonly kind: 'failed'; readonly message: string };

/** Whether two states say the same; environments are compared by identity. */
export function sameState(a: KernelState, b: KernelState): boolean {
  if (a.kind === 'ready' && b.kind === 'ready') {
    return (
      a.environment === b.environment &&
      a.at === b.at &&
      a.busy === b.busy &&
      a.stale === b.stale
    );
  }
  return JSON.stringify(a) === JSON.stringify(b);
}
