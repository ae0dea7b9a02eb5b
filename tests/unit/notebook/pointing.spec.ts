/** A right click on an underline puts the cursor there, unless what is selected is what it was about. */

import { linter, setDiagnostics } from '@codemirror/lint';
import { EditorView } from '@codemirror/view';

import { pointWithMenu } from '../../../src/notebook/marks/pointing';

const TEXT = 'import tf\ntf.keras';

function editor(anchor: number, head: number): EditorView {
  const view = new EditorView({
    doc: TEXT,
    extensions: linter(null),
    parent: document.body
  });
  pointWithMenu(view);
  view.dispatch(
    setDiagnostics(view.state, [
      {
        from: 10,
        to: 12,
        severity: 'error',
        message: 'no',
        markClass: 'jp-KerasDoctor-mark'
      }
    ])
  );
  view.dispatch({ selection: { anchor, head } });
  return view;
}

function rightClick(view: EditorView, selector: string): readonly number[] {
  const event = new MouseEvent('contextmenu', {
    bubbles: true,
    cancelable: true
  });
  view.contentDOM.querySelector(selector)?.dispatchEvent(event);
  const { anchor, head } = view.state.selection.main;
  view.destroy();
  return [anchor, head];
}

it.each<[string, string, readonly [number, number], readonly number[]]>([
  ['on a mark', '.jp-KerasDoctor-mark', [0, 0], [10, 10]],
  [
    'on a mark, with something else selected',
    '.jp-KerasDoctor-mark',
    [0, 4],
    [10, 10]
  ],
  ['on a mark in what is selected', '.jp-KerasDoctor-mark', [18, 2], [18, 2]],
  ['elsewhere', '.cm-line', [3, 3], [3, 3]]
])('%s', (_, selector, [anchor, head], expected) => {
  expect(rightClick(editor(anchor, head), selector)).toEqual(expected);
});
