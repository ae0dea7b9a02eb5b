/** A kernel of the tests' own: it says what it is told to say. */

import { Signal } from '@lumino/signaling';

import type { Environment } from '../../../src/engine/types';
import type { KernelState } from '../../../src/kernel/state';

/** TensorFlow 2.4.4 alone on CPython 3.8, as a probe tells it. */
export const TF24: Environment = {
  schema: 1,
  python: { version: '3.8.18', abi: 'cp38', platform: 'linux' },
  installed: {
    tensorflow: { version: '2.4.4', distribution: 'tensorflow-cpu' },
    keras: null,
    tf_keras: null
  },
  loaded: {},
  variables: {},
  unreadable: []
};

/** The same process after an upgrade, not yet restarted. */
export const UPGRADED: Environment = {
  ...TF24,
  installed: {
    ...TF24.installed,
    tensorflow: { version: '2.6.5', distribution: 'tensorflow-cpu' }
  },
  loaded: { tensorflow: '2.4.4' }
};

export class ToldKernel {
  state: KernelState = { kind: 'none' };
  readonly changed = new Signal<this, KernelState>(this);
  readonly heard: string[] = [];
  isDisposed = false;

  say(state: KernelState): void {
    this.state = state;
    this.changed.emit(state);
  }

  ready(
    environment: Environment = TF24,
    more: { readonly busy?: boolean; readonly stale?: boolean } = {}
  ): void {
    const { busy = false, stale = false } = more;
    this.say({ kind: 'ready', environment, at: new Date(0), busy, stale });
  }

  executed(source: string): void {
    this.heard.push(source);
  }

  probeNow(): void {
    this.heard.push('probe');
  }

  dispose(): void {
    this.isDisposed = true;
  }
}
