/** Underlines in cell editors. */

import { linter, setDiagnostics } from '@codemirror/lint';
import { ViewPlugin, type EditorView } from '@codemirror/view';
import type { ICellModel } from '@jupyterlab/cells';
import {
  EditorExtensionRegistry,
  type IEditorExtensionFactory
} from '@jupyterlab/codemirror';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import { Signal } from '@lumino/signaling';

import type { Settings } from '../../settings';
import type { CellDiagnosis, FindingAsked } from '../../tokens';
import type { NotebookDiagnosis } from '../diagnosis';
import type { DiagnosisTracker } from '../tracker';
import { offsetsOf } from '../offsets';
import { isEditable } from '../rewrite';
import { markActs } from './acts';
import { cardOf } from './card';
import { diagnostic, type Draw } from './hover';
import { openable, openAt } from './opened';
import { pointWithMenu } from './pointing';
import { repairFor } from './repairs';

export interface UnderlinesOptions {
  readonly diagnoses: DiagnosisTracker;
  readonly settings: Settings;
  readonly trans: TranslationBundle;
  readonly commands: CommandRegistry;
  /** Whether a node is in the current notebook: another view may show the same cell. */
  readonly isInCurrent: (node: Node) => boolean;
}

/** The editor extension; none for editors that are not in a code cell of a notebook. */
export function underlines(
  options: UnderlinesOptions
): IEditorExtensionFactory {
  return {
    name: 'jupyterlab-keras-doctor:underlines',
    factory: ({ model }) =>
      isCodeCell(model)
        ? EditorExtensionRegistry.createImmutableExtension([
            linter(null),
            openable,
            ViewPlugin.define(view => new CellUnderlines(view, model, options))
          ])
        : null
  };
}

/**
 * Underlines of one editor. The diagnosis says when the cell was judged anew;
 * in between CodeMirror moves the underlines along with the text.
 */
class CellUnderlines {
  constructor(
    private readonly view: EditorView,
    private readonly cell: ICellModel,
    private readonly options: UnderlinesOptions
  ) {
    options.settings.changed.connect(this.refresh, this);
    options.diagnoses.open.viewShown.connect(this.follow, this);
    options.diagnoses.findingAsked.connect(this.explain, this);
    pointWithMenu(view);
    // A view cannot be updated while it is being made.
    queueMicrotask(() => this.follow());
  }

  destroy(): void {
    this.destroyed = true;
    Signal.clearData(this);
  }

  private follow(): void {
    if (this.destroyed || this.diagnosis) {
      return;
    }
    this.diagnosis = this.options.diagnoses.open.ofCell(this.cell);
    if (this.diagnosis) {
      this.diagnosis.changed.connect(this.refresh, this);
      this.options.diagnoses.open.viewShown.disconnect(this.follow, this);
      this.refresh();
    }
  }

  private refresh(): void {
    const { diagnosis } = this;
    if (this.destroyed || !diagnosis) {
      return;
    }
    const judged = this.options.settings.underlines
      ? diagnosis.inCell(this.cell.id)
      : null;
    const late = judged && judged.source !== this.view.state.doc.toString();
    if (judged === this.shown || late) {
      return;
    }
    const { state } = this.view;
    const had = this.shown !== null && this.shown.findings.length > 0;
    this.shown = judged;
    if (had || (judged && judged.findings.length > 0)) {
      this.view.dispatch(
        setDiagnostics(state, judged ? this.diagnostics(diagnosis, judged) : [])
      );
    }
  }

  private diagnostics(diagnosis: NotebookDiagnosis, judged: CellDiagnosis) {
    const draw = this.drawing(diagnosis);
    return judged.findings.flatMap(
      finding => diagnostic(judged.source, finding, draw) ?? []
    );
  }

  /** Opens the explanation of a finding, and of what else is found at its name. */
  private explain(_: unknown, { finding, focus }: FindingAsked): void {
    const { view, cell, diagnosis, shown } = this;
    if (
      finding.cellId !== cell.id ||
      !diagnosis ||
      shown?.source !== view.state.doc.toString() ||
      !this.options.isInCurrent(view.dom)
    ) {
      return;
    }
    const offsets = offsetsOf(shown.source, finding);
    const here = shown.findings.filter(
      each => each.line === finding.line && each.column === finding.column
    );
    if (offsets && here.length > 0) {
      const draw = this.drawing(diagnosis);
      openAt(
        view,
        {
          ...offsets,
          label: this.options.trans.__('Keras Doctor'),
          draw: close => here.map(each => draw(each, close))
        },
        focus
      );
    }
  }

  private drawing(diagnosis: NotebookDiagnosis): Draw {
    const { diagnoses, commands, trans } = this.options;
    const acts = markActs(commands, () => {
      if (diagnoses.current !== diagnosis) {
        diagnoses.show(diagnosis);
      }
    });
    return (finding, close) =>
      cardOf({
        finding,
        isEditable: isEditable(diagnosis, finding.cellId),
        repair: repairFor(diagnosis, finding),
        acts,
        trans,
        close
      });
  }

  private diagnosis: NotebookDiagnosis | null = null;
  private shown: CellDiagnosis | null = null;
  private destroyed = false;
}

function isCodeCell(model: object): model is ICellModel {
  return (
    'type' in model &&
    model.type === 'code' &&
    'sharedModel' in model &&
    'id' in model
  );
}
