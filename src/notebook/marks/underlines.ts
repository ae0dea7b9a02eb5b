/** Underlines in cell editors. */

import { linter, setDiagnostics } from '@codemirror/lint';
import { ViewPlugin, type EditorView } from '@codemirror/view';
import type { ICellModel } from '@jupyterlab/cells';
import {
  EditorExtensionRegistry,
  type IEditorExtensionFactory
} from '@jupyterlab/codemirror';
import type { TranslationBundle } from '@jupyterlab/translation';
import { Signal } from '@lumino/signaling';

import type { Finding } from '../../engine/types';
import type { Settings } from '../../settings';
import type { CellDiagnosis } from '../../tokens';
import type { NotebookDiagnosis } from '../diagnosis';
import type { DiagnosisTracker } from '../tracker';
import { diagnostic } from './hover';
import { pointWithMenu } from './pointing';

export interface UnderlinesOptions {
  readonly diagnoses: DiagnosisTracker;
  readonly settings: Settings;
  readonly trans: TranslationBundle;
  readonly showInPanel: (finding: Finding) => void;
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
    const { diagnoses, trans, showInPanel } = this.options;
    const actions = {
      editable: diagnosis.editable,
      applyFix: (finding: Finding, fix: number) => {
        diagnoses.applyFixIn(diagnosis, finding, fix);
      },
      showInPanel
    };
    return judged.findings.flatMap(
      finding => diagnostic(judged.source, finding, actions, trans) ?? []
    );
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
