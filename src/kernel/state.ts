/** What is known of one notebook's kernel. */
import type { Told } from '../engine/text';
import type { Environment } from '../engine/types';
import { ProbeError } from '../probe/reply';
import type { Permission } from './permission';

/**
 * - `off`: Keras Doctor is switched off. `left-alone`: the kernel is on the
 *   list of those that are never asked, by the entry `pattern`. `unasked`: it
 *   is asked only when the person says so, and was not yet.
 * - `none`: the notebook has no kernel, or it died.
 * - `starting`: there is one that has not answered yet; `busy` while a running
 *   cell keeps it from answering.
 * - `foreign`: the kernel's language is not Python.
 * - `ready`: `environment` as of `at`. `stale`: something happened since that
 *   may have changed it, and it will be asked again; `busy`: not before the
 *   running cell ends; `waits`: not before the person says so.
 * - `failed`: the last answer was none; `message` is one line for people.
 */
export type KernelState =
  | { readonly kind: 'off' }
  | { readonly kind: 'left-alone'; readonly pattern: string }
  | { readonly kind: 'unasked' }
  | { readonly kind: 'none' }
  | { readonly kind: 'starting'; readonly busy: boolean }
  | { readonly kind: 'foreign'; readonly language: string }
  | {
      readonly kind: 'ready';
      readonly environment: Environment;
      readonly at: Date;
      readonly busy: boolean;
      readonly stale: boolean;
      readonly waits?: boolean;
    }
  | { readonly kind: 'failed'; readonly message: Told };

/** Whether two states say the same; environments are compared by identity. */
export function sameState(a: KernelState, b: KernelState): boolean {
  if (a.kind === 'ready' && b.kind === 'ready') {
    return (
      a.environment === b.environment &&
      a.at === b.at &&
      a.busy === b.busy &&
      a.stale === b.stale &&
      a.waits === b.waits
    );
  }
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What a watcher knows, from which the state follows. */
export interface Known {
  readonly permission: Permission;
  readonly hasKernel: boolean;
  /** Null until it is known. */
  readonly language: string | null;
  readonly answers: {
    readonly environment: Environment | null;
    readonly at: Date;
    readonly failure: Told | null;
  };
  /** A question is wished for or on its way. */
  readonly asks: boolean;
  /** The kernel turned down so many questions that it is left in peace. */
  readonly isGivenUp: boolean;
  /** Something happened since the last answer, and nobody was to ask. */
  readonly isOld: boolean;
  /** A running cell keeps the kernel from answering. */
  readonly busy: boolean;
}

const TURNED_DOWN = new ProbeError('The kernel turned every question down.');

export function stateOf(known: Known): KernelState {
  const { permission, language, asks, isGivenUp, isOld, busy } = known;
  const { environment, at, failure } = known.answers;
  if (permission.kind === 'off') {
    return permission;
  }
  if (!known.hasKernel) {
    return { kind: 'none' };
  }
  if (permission.kind === 'left-alone') {
    return permission;
  }
  if (language !== null && language !== 'python') {
    return { kind: 'foreign', language };
  }
  if (environment) {
    const stale = asks || isGivenUp || isOld;
    return {
      kind: 'ready',
      environment,
      at,
      busy,
      stale,
      waits: isOld && !asks
    };
  }
  if (failure !== null || isGivenUp) {
    return { kind: 'failed', message: failure ?? TURNED_DOWN.told };
  }
  return permission.kind === 'on-demand' && language !== null && !asks
    ? { kind: 'unasked' }
    : { kind: 'starting', busy };
}
