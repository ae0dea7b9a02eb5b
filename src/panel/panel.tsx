/** The side panel: a toolbar, and a body that follows the current notebook. */

import type { TranslationBundle, ITranslator } from '@jupyterlab/translation';
import {
  CommandToolbarButton,
  SidePanel,
  VDomModel,
  VDomRenderer
} from '@jupyterlab/ui-components';
import type { CommandRegistry } from '@lumino/commands';
import type { Message } from '@lumino/messaging';
import { Panel, Widget } from '@lumino/widgets';
import * as React from 'react';

import { doctorIcon } from '../icon';
import { CommandIDs, PANEL_ID, type Diagnoses } from '../tokens';
import { textsOf } from '../translation';
import { panelActions, type PanelActions } from './actions';
import { Nothing } from './empty';
import { EnvironmentSection } from './environment';
import { Choices, type ChoiceStore } from './choices';
import type { ChosenCell } from './findings';
import { filtered } from './groups';
import { Counts, Header } from './header';
import { JudgedView } from './judged';
import { KeptFocus } from './kept-focus';

export interface DoctorPanelOptions {
  readonly diagnoses: Diagnoses;
  readonly commands: CommandRegistry;
  /** Where the person's choices are kept; null where nothing keeps them. */
  readonly store: ChoiceStore | null;
  readonly translator: ITranslator;
}

export class DoctorPanel extends SidePanel {
  constructor({ diagnoses, commands, store, translator }: DoctorPanelOptions) {
    super({ content: new Panel(), translator });
    const trans = textsOf(translator);
    this.id = PANEL_ID;
    this.addClass('jp-KerasDoctor');
    this.title.icon = doctorIcon;
    this.title.caption = trans.__('Keras Doctor');
    this.node.setAttribute('role', 'region');
    // By commands, not by the Tab key.
    this.node.tabIndex = -1;
    this.node.setAttribute('aria-label', trans.__('Keras Doctor'));
    const title = new Widget();
    title.addClass('jp-KerasDoctor-title');
    title.node.textContent = trans.__('Keras Doctor');
    this.toolbar.addItem('title', title);
    this.toolbar.addItem(
      'probe',
      new CommandToolbarButton({ commands, id: CommandIDs.probe, label: '' })
    );
    const model = new PanelModel(diagnoses, new Choices(store));
    const body = new PanelBody(model, trans, panelActions(commands));
    this.content.addWidget(body);
  }
}

/** What the panel shows: the current diagnosis, and the cell that was asked for. */
export class PanelModel extends VDomModel {
  constructor(
    readonly diagnoses: Diagnoses,
    readonly choices: Choices
  ) {
    super();
    choices.changed.connect(this.onChanged, this);
    diagnoses.changed.connect(this.onChanged, this);
    diagnoses.cellChosen.connect(this.onChosen, this);
  }

  get chosen(): ChosenCell | null {
    return this._chosen;
  }

  override dispose(): void {
    this.choices.changed.disconnect(this.onChanged, this);
    this.diagnoses.changed.disconnect(this.onChanged, this);
    this.diagnoses.cellChosen.disconnect(this.onChosen, this);
    super.dispose();
  }

  private onChanged(): void {
    this.stateChanged.emit();
  }

  private onChosen(_: Diagnoses, cellId: string): void {
    this.unhide(cellId);
    let isClaimed = false;
    const claim = (): boolean => {
      const isFirst = !isClaimed;
      isClaimed = true;
      return isFirst;
    };
    this._chosen = { cellId, claim };
    this.stateChanged.emit();
  }

  /** Who asks for a cell is to see its findings, whatever the filter. */
  private unhide(cellId: string): void {
    const state = this.diagnoses.current?.state;
    const findings = state?.kind === 'judged' ? state.report.findings : [];
    const shown = filtered(findings, this.choices.filter);
    const isIn = (each: { readonly cellId: string | null }) =>
      each.cellId === cellId;
    if (findings.some(isIn) && !shown.some(isIn)) {
      this.choices.showAll();
    }
  }

  private _chosen: ChosenCell | null = null;
}

/** Renders the model; idle while hidden. */
class PanelBody extends VDomRenderer<PanelModel> {
  constructor(
    model: PanelModel,
    private readonly trans: TranslationBundle,
    private readonly actions: PanelActions
  ) {
    super(model);
    this.addClass('jp-KerasDoctor-body');
  }

  protected override render(): JSX.Element {
    const { trans, actions } = this;
    const { diagnoses, choices, chosen } = this.model;
    const { current, opening } = diagnoses;
    return (
      <KeptFocus home={() => document.getElementById(PANEL_ID)}>
        {current && <Header diagnosis={current} trans={trans} />}
        <Counts diagnosis={current} trans={trans} />
        <Nothing
          diagnosis={current}
          opening={opening}
          trans={trans}
          actions={actions}
        />
        {current?.state.kind === 'no-atlas' && (
          <EnvironmentSection
            summary={current.state.summary}
            python={current.state.python}
            findings={[]}
            trans={trans}
            explain={actions.explain}
          />
        )}
        {current?.state.kind === 'judged' && (
          <JudgedView
            diagnosis={current}
            judged={current.state}
            choices={choices}
            chosen={chosen}
            trans={trans}
            actions={actions}
          />
        )}
      </KeptFocus>
    );
  }

  protected override onUpdateRequest(message: Message): void {
    if (this.isVisible) {
      super.onUpdateRequest(message);
    }
  }

  protected override onAfterShow(message: Message): void {
    super.onAfterShow(message);
    this.update();
  }
}
