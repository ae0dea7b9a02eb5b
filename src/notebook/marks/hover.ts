/** Findings as CodeMirror takes them: a mark, and what hovering over it shows. */

import type { Diagnostic } from '@codemirror/lint';
import { closeHoverTooltips, type EditorView } from '@codemirror/view';

import type { Finding } from '../../engine/types';
import { offsetsOf } from '../offsets';

/** Draws one finding; `close` takes away what it is drawn in. */
export type Draw = (finding: Finding, close: () => void) => HTMLElement;

/** Null where the source has no such place. */
export function diagnostic(
  source: string,
  finding: Finding,
  draw: Draw
): Diagnostic | null {
  const offsets = offsetsOf(source, finding);
  return (
    offsets && {
      ...offsets,
      severity: finding.severity,
      message: finding.message.replace(/`/g, ''),
      markClass: `jp-KerasDoctor-mark jp-mod-${finding.severity}`,
      renderMessage: (view: EditorView) =>
        draw(finding, () => view.dispatch({ effects: closeHoverTooltips }))
    }
  );
}
