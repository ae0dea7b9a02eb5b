/** The button in a notebook's toolbar: leads to the panel, and says what the status bar would where there is none. */

import type { TranslationBundle } from '@jupyterlab/translation';
import {
  ToolbarButtonComponent,
  VDomRenderer,
  addToolbarButtonClass
} from '@jupyterlab/ui-components';
import type { CommandRegistry } from '@lumino/commands';
import * as React from 'react';

import { doctorIcon } from '../icon';
import { withKey } from '../keys';
import { showPanel } from '../show-panel';
import { CommandIDs } from '../tokens';
import { StatusModel, type Followed } from './item';

export interface DoctorButtonOptions {
  readonly followed: Followed;
  readonly commands: CommandRegistry;
  readonly trans: TranslationBundle;
  /** Whether release and count stand on it; in the tooltip they are anyway. */
  readonly isTold: boolean;
}

export class DoctorButton extends VDomRenderer<StatusModel> {
  constructor(private readonly options: DoctorButtonOptions) {
    const own = new StatusModel(options.followed, options.trans);
    super(own);
    this.own = own;
    addToolbarButtonClass(this);
    this.addClass('jp-KerasDoctor-toolbarButton');
  }

  override dispose(): void {
    this.own.dispose();
    super.dispose();
  }

  protected override render(): JSX.Element {
    const { commands, trans, isTold } = this.options;
    const { words } = this.own;
    const title = words
      ? trans.__('%1. Show Keras Doctor', words.title)
      : trans.__('Show Keras Doctor');
    return (
      <ToolbarButtonComponent
        icon={doctorIcon}
        label={isTold ? words?.text : undefined}
        tooltip={withKey(title, commands, CommandIDs.showPanel)}
        onClick={() => showPanel(commands, { toolbar: true })}
      />
    );
  }

  private readonly own: StatusModel;
}
