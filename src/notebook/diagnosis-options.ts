/** What the diagnosis of a notebook is made from. */

import type { ISessionContext } from '@jupyterlab/apputils';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { ISignal } from '@lumino/signaling';

import type { Say } from '../engine/text';
import type { Severities } from '../engine/wishes';
import type { KernelWatcher } from '../kernel/watcher';
import type { AtlasSource } from './atlas';

/** What a diagnosis takes from a KernelWatcher. */
export type KernelSource = Pick<
  KernelWatcher,
  'state' | 'executed' | 'probeNow' | 'dispose'
> & { readonly changed: ISignal<unknown, unknown> };

export interface NotebookDiagnosisOptions {
  /** Its model must be ready. */
  readonly context: NotebookPanel['context'];
  /** What it makes is disposed with the diagnosis. */
  readonly watch: (sessionContext: ISessionContext) => KernelSource;
  readonly atlas: AtlasSource;
  readonly say: Say;
  readonly wishes: Wishes;
}

/** How grave findings are to be, how long typing is waited for, and when that changes. */
export interface Wishes {
  readonly severities: Severities;
  /** Milliseconds of rest after the last key before a notebook is judged again. */
  readonly debounce: number;
  readonly changed: ISignal<unknown, void>;
}
