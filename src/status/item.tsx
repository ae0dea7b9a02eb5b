/** The item in the status bar: the release and the number of findings of the current notebook. */

import type { TranslationBundle } from '@jupyterlab/translation';
import { VDomModel, VDomRenderer } from '@jupyterlab/ui-components';
import type { CommandRegistry } from '@lumino/commands';
import type { ISignal } from '@lumino/signaling';
import * as React from 'react';

import { doctorIcon, severityIcons } from '../icon';
import { withKey } from '../keys';
import { showPanel } from '../show-panel';
import { CommandIDs, type Diagnoses } from '../tokens';
import { statusWords, type StatusWords } from './words';

/** Whose words are said: the current notebook's, or those of one notebook. */
export type Followed = Pick<Diagnoses, 'current'> & {
  readonly changed: ISignal<object, unknown>;
};

/** Says the same until the words are others: a diagnosis changes with every status of its kernel. */
export class StatusModel extends VDomModel {
  constructor(
    private readonly diagnoses: Followed,
    private readonly trans: TranslationBundle
  ) {
    super();
    diagnoses.changed.connect(this.onChanged, this);
    this.onChanged();
  }

  /** Null where there is nothing to say. */
  get words(): StatusWords | null {
    return this._words;
  }

  override dispose(): void {
    this.diagnoses.changed.disconnect(this.onChanged, this);
    super.dispose();
  }

  private onChanged(): void {
    const words = statusWords(this.diagnoses.current, this.trans);
    if (JSON.stringify(words) !== JSON.stringify(this._words)) {
      this._words = words;
      this.stateChanged.emit();
    }
  }

  private _words: StatusWords | null = null;
}

export class StatusItem extends VDomRenderer<StatusModel> {
  constructor(
    model: StatusModel,
    private readonly trans: TranslationBundle,
    private readonly commands: CommandRegistry
  ) {
    super(model);
    this.addClass('jp-KerasDoctor-statusItem');
  }

  protected override render(): JSX.Element | null {
    const { words } = this.model;
    if (!words) {
      return null;
    }
    const { text, title, severity } = words;
    const Icon = (severity ? severityIcons[severity] : doctorIcon).react;
    return (
      <button
        type="button"
        className="jp-KerasDoctor-status"
        data-severity={severity}
        title={withKey(
          this.trans.__('%1. Show Keras Doctor', title),
          this.commands,
          CommandIDs.showPanel
        )}
        aria-label={this.trans.__('%1. Keras Doctor. %2', text, title)}
        onClick={() => showPanel(this.commands)}
      >
        <Icon tag="span" width="14px" height="14px" aria-hidden="true" />
        <span>{text}</span>
      </button>
    );
  }
}
