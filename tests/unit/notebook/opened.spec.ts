/** The explanation that a key opens: how it is entered, and how it is left. */

import { EditorView } from '@codemirror/view';

import { openable, openAt } from '../../../src/notebook/marks/opened';

function editor(): EditorView {
  const view = new EditorView({
    doc: 'import keras',
    extensions: [openable],
    parent: document.body
  });
  view.focus();
  return view;
}

function opened(view: EditorView, focus: boolean): void {
  openAt(
    view,
    {
      from: 7,
      to: 12,
      label: 'Keras Doctor',
      draw: close =>
        ['first', 'last'].map(text => {
          const button = document.createElement('button');
          button.textContent = text;
          button.addEventListener('click', close);
          return button;
        })
    },
    focus
  );
}

function box(view: EditorView): Element | null {
  return view.dom.querySelector('[role=dialog]');
}

function press(key: string, shiftKey = false): boolean {
  const event = new KeyboardEvent('keydown', {
    key,
    shiftKey,
    bubbles: true,
    cancelable: true
  });
  return document.activeElement?.dispatchEvent(event) ?? false;
}

const settled = () =>
  new Promise(resolve => queueMicrotask(() => resolve(null)));

test('shown only: the editor keeps the focus', () => {
  const view = editor();
  opened(view, false);
  expect(box(view)?.getAttribute('aria-label')).toBe('Keras Doctor');
  expect(view.hasFocus).toBe(true);
});

test.each<[string, (view: EditorView) => void]>([
  ['the text changes', view => view.dispatch({ changes: { from: 0, to: 1 } })],
  ['the cursor moves', view => view.dispatch({ selection: { anchor: 2 } })],
  ['the editor loses the focus', view => view.contentDOM.blur()]
])('gone when %s', async (_, act) => {
  const view = editor();
  opened(view, false);
  act(view);
  await settled();
  expect(box(view)).toBeNull();
});

test.each<[string, string, string, boolean]>([
  ['Escape', 'first', 'Escape', false],
  ['Tab at the end', 'last', 'Tab', false],
  ['Shift+Tab at the beginning', 'first', 'Tab', true]
])('%s leads back to the editor', (_, at, key, shiftKey) => {
  const view = editor();
  opened(view, true);
  expect(document.activeElement?.textContent).toBe('first');
  const button = Array.from(view.dom.querySelectorAll('button')).find(
    ({ textContent }) => textContent === at
  );
  button?.focus();
  expect(press(key, shiftKey)).toBe(false);
  expect(box(view)).toBeNull();
  expect(view.hasFocus).toBe(true);
});

test('Tab between its buttons is the browser’s own', () => {
  const view = editor();
  opened(view, true);
  expect(press('Tab')).toBe(true);
  expect(box(view)).not.toBeNull();
});

test('a button closes it before it acts', () => {
  const view = editor();
  opened(view, true);
  view.dom.querySelector('button')?.click();
  expect(box(view)).toBeNull();
  expect(view.hasFocus).toBe(true);
});
