/** A notebook's session on a real kernel, and a watcher that records. */
import { SessionContext } from '@jupyterlab/apputils';
import {
  KernelManager,
  KernelSpecManager,
  SessionManager,
  type ServerConnection
} from '@jupyterlab/services';
import { Signal } from '@lumino/signaling';

import type { AskingWishes } from '../../../src/kernel/permission';
import type { KernelState } from '../../../src/kernel/state';
import { KernelWatcher } from '../../../src/kernel/watcher';

/** What a person wishes, and may wish otherwise while the watcher runs. */
export class ChosenWishes implements AskingWishes {
  enabled = true;
  probe: AskingWishes['probe'] = 'automatic';
  kernelsLeftAlone: readonly string[] = [];
  readonly changed = new Signal<this, void>(this);

  choose(
    wishes: Partial<
      Pick<AskingWishes, 'enabled' | 'probe' | 'kernelsLeftAlone'>
    >
  ): void {
    Object.assign(this, wishes);
    this.changed.emit();
  }
}

/** A session on a kernel, its watcher, every state that it told and every question it sent. */
export class Scene {
  static async open(
    serverSettings: ServerConnection.ISettings,
    name: string,
    path: string
  ): Promise<Scene> {
    const specsManager = new KernelSpecManager({ serverSettings });
    const kernelManager = new KernelManager({ serverSettings });
    const sessionManager = new SessionManager({
      serverSettings,
      kernelManager
    });
    await Promise.all([specsManager.ready, sessionManager.ready]);
    const context = new SessionContext({
      sessionManager,
      specsManager,
      kernelManager,
      path,
      type: 'notebook',
      kernelPreference: { name, autoStartDefault: true }
    });
    return new Scene(context);
  }

  constructor(readonly context: SessionContext) {
    this.watcher = new KernelWatcher({
      sessionContext: context,
      triggers: source => ({
        installs: source.includes('pip'),
        imports: source.includes('import'),
        setsVariable: source.includes('environ')
      }),
      wishes: this.wishes
    });
    this.watcher.changed.connect((_, state) => this.told.push(state));
    context.iopubMessage.connect((_, message) => {
      const parent = message.parent_header;
      const isOwn = parent.session === context.session?.kernel?.clientId;
      if ('msg_type' in parent && parent.msg_type === 'execute_request') {
        (isOwn ? this.cells : this.questions).add(parent.msg_id);
      }
    });
  }

  get kinds(): readonly string[] {
    return this.told.map(state => state.kind);
  }

  /** Resolves once the state satisfies `wanted`. */
  async until(wanted: (state: KernelState) => boolean): Promise<KernelState> {
    while (!wanted(this.watcher.state)) {
      await new Promise(resolve => {
        const seen = () => {
          this.watcher.changed.disconnect(seen);
          resolve(undefined);
        };
        this.watcher.changed.connect(seen);
      });
    }
    return this.watcher.state;
  }

  /** Executes a cell as a notebook does, and tells the watcher. */
  async run(code: string): Promise<void> {
    await this.context.session?.kernel?.requestExecute({ code }).done;
    this.watcher.executed(code);
  }

  readonly wishes = new ChosenWishes();
  readonly watcher: KernelWatcher;
  readonly told: KernelState[] = [];
  /** Execute requests of the notebook's own connection, and of others. */
  readonly cells = new Set<string>();
  readonly questions = new Set<string>();
}
