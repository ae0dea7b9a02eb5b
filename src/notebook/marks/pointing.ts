/** A right click on an underline puts the cursor there, so that the context menu is about that finding. */

import type { EditorView } from '@codemirror/view';

/**
 * A listener of its own: JupyterLab keeps right clicks from CodeMirror, which
 * then leaves the cursor where it was. What is selected stays selected.
 */
export function pointWithMenu(view: EditorView): void {
  // It lives and dies with the editor's own node.
  view.contentDOM.addEventListener('contextmenu', event => {
    const { target } = event;
    const mark =
      target instanceof Element ? target.closest('.jp-KerasDoctor-mark') : null;
    if (!mark) {
      return;
    }
    const { from, to } = view.state.selection.main;
    const at = view.posAtDOM(mark);
    if (at < from || at > to) {
      view.dispatch({ selection: { anchor: at } });
    }
  });
}
