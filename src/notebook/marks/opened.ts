/** The explanation of a mark without a pointer: opened by a command, left by Escape or Tab. */

import { setDiagnosticsEffect } from '@codemirror/lint';
import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { EditorView, showTooltip, type Tooltip } from '@codemirror/view';

import type { Offsets } from '../offsets';

export interface Opened extends Offsets {
  /** Name of the whole for those who do not see it. */
  readonly label: string;
  readonly draw: (close: () => void) => readonly HTMLElement[];
}

const CLASS = 'jp-KerasDoctor-opened';

const open = StateEffect.define<Tooltip | null>();

const opened = StateField.define<Tooltip | null>({
  create: () => null,
  update: (present, { docChanged, selection, effects }) => {
    for (const effect of effects) {
      if (effect.is(open)) {
        return effect.value;
      }
    }
    const isOver =
      docChanged ||
      selection !== undefined ||
      effects.some(effect => effect.is(setDiagnosticsEffect));
    return isOver ? null : present;
  },
  provide: field => showTooltip.from(field)
});

/** What an editor needs so that `openAt` works in it. */
export const openable: Extension = [
  opened,
  EditorView.domEventHandlers({
    // The same would be there twice.
    mouseover: ({ target }, view) => {
      const isMark =
        target instanceof Element && target.closest('.cm-lintRange');
      if (isMark) {
        close(view);
      }
    },
    blur: ({ relatedTarget }, view) => {
      const isInside =
        relatedTarget instanceof Element && relatedTarget.closest(`.${CLASS}`);
      if (!isInside) {
        closeSoon(view);
      }
    }
  })
];

/** Shows it above the text; with `focus`, the first of its buttons has the focus then. */
export function openAt(view: EditorView, asked: Opened, focus: boolean): void {
  const dom = boxOf(view, asked);
  view.dispatch({
    effects: open.of({
      pos: asked.from,
      end: asked.to,
      above: true,
      create: () => ({ dom })
    })
  });
  if (focus) {
    dom.querySelector('button')?.focus({ preventScroll: true });
  }
}

function close(view: EditorView): void {
  if (view.state.field(opened, false)) {
    view.dispatch({ effects: open.of(null) });
  }
}

/** The focus may be lost while the view is being updated, and then it cannot be updated again. */
function closeSoon(view: EditorView): void {
  queueMicrotask(() => close(view));
}

function boxOf(view: EditorView, { label, draw }: Opened): HTMLElement {
  const back = () => {
    view.focus();
    close(view);
  };
  const dom = document.createElement('div');
  dom.className = CLASS;
  dom.setAttribute('role', 'dialog');
  dom.setAttribute('aria-label', label);
  // Otherwise Tab would ask for a completion, and Escape leave the cell.
  dom.dataset.lmSuppressShortcuts = 'true';
  dom.append(...draw(back));
  dom.addEventListener('keydown', event => {
    const buttons = Array.from(dom.querySelectorAll('button'));
    const edge = event.shiftKey ? buttons[0] : buttons[buttons.length - 1];
    const isLeft =
      event.key === 'Escape' ||
      (event.key === 'Tab' && document.activeElement === edge);
    if (isLeft) {
      event.preventDefault();
      back();
    }
    event.stopPropagation();
  });
  // Tooltips stand outside of the editor in some releases of JupyterLab.
  dom.addEventListener('focusout', ({ relatedTarget }) => {
    const isStill =
      relatedTarget instanceof Node &&
      (dom.contains(relatedTarget) || view.dom.contains(relatedTarget));
    if (!isStill) {
      closeSoon(view);
    }
  });
  return dom;
}
