/** What hovering over an underline shows. */

import type { Action, Diagnostic } from '@codemirror/lint';
import type { TranslationBundle } from '@jupyterlab/translation';

import type { Finding } from '../../engine/types';
import { messageSpans } from '../../spans';
import { offsetsOf } from '../offsets';

export interface HoverActions {
  applyFix(finding: Finding, fix: number): void;
  showInPanel(finding: Finding): void;
  readonly editable: boolean;
}

/** One finding as CodeMirror takes it; null where the source has no such place. */
export function diagnostic(
  source: string,
  finding: Finding,
  actions: HoverActions,
  trans: TranslationBundle
): Diagnostic | null {
  const offsets = offsetsOf(source, finding);
  return (
    offsets && {
      ...offsets,
      severity: finding.severity,
      message: finding.message.replace(/`/g, ''),
      markClass: `jp-KerasDoctor-mark jp-mod-${finding.severity}`,
      renderMessage: () => messageNode(finding.message),
      actions: buttons(finding, actions, trans)
    }
  );
}

function buttons(
  finding: Finding,
  actions: HoverActions,
  trans: TranslationBundle
): readonly Action[] {
  const fixes = actions.editable
    ? finding.fixes.map((fix, index) => ({
        name: fix.title.replace(/`/g, ''),
        markClass: 'jp-KerasDoctor-hoverButton',
        apply: () => actions.applyFix(finding, index)
      }))
    : [];
  return [
    ...fixes,
    {
      name: trans.__('Show in panel'),
      markClass: 'jp-KerasDoctor-hoverButton',
      apply: () => actions.showInPanel(finding)
    }
  ];
}

function messageNode(message: string): HTMLElement {
  const node = document.createElement('span');
  node.className = 'jp-KerasDoctor-hoverMessage';
  for (const { text, code } of messageSpans(message)) {
    const part = document.createElement(code ? 'code' : 'span');
    part.textContent = text;
    node.append(part);
  }
  return node;
}
