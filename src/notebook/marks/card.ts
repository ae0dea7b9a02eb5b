/** One finding as it is explained at its mark, with what can be done about it. */

import type { TranslationBundle } from '@jupyterlab/translation';

import type { Remedy } from '../../engine/offers';
import type { Finding } from '../../engine/types';
import { severityIcons } from '../../icon';
import { pinsLabel } from '../../pins';
import { severityName } from '../../severity';
import { messageSpans } from '../../spans';
import type { MarkActs } from './acts';

/** The install that makes a finding go away. */
export interface Repair {
  /** Position in the report's remedies. */
  readonly index: number;
  readonly remedy: Pick<Remedy, 'title' | 'pins'> & {
    /** A cell to be written, or the notebook's own install to be changed. */
    readonly place: 'cell' | 'pins';
  };
  /** The notebook has the cell already. */
  readonly isThere: boolean;
}

export interface CardOptions {
  readonly finding: Finding;
  /** False where the cell may not be changed; then nothing is offered that would. */
  readonly isEditable: boolean;
  readonly repair: Repair | null;
  readonly acts: MarkActs;
  readonly trans: TranslationBundle;
  /** Called before any of the buttons acts. */
  readonly close: () => void;
}

export function cardOf(options: CardOptions): HTMLElement {
  const card = document.createElement('div');
  card.className = 'jp-KerasDoctor-card';
  card.append(explanation(options), buttons(options));
  // CodeMirror would take a press as one on its text, and move the cursor.
  card.addEventListener('mousedown', event => {
    if (event.target instanceof Element && event.target.closest('button')) {
      event.preventDefault();
    }
    event.stopPropagation();
  });
  return card;
}

function explanation({ finding, trans }: CardOptions): HTMLElement {
  const { severity, message } = finding;
  const node = document.createElement('p');
  node.className = 'jp-KerasDoctor-hoverMessage';
  const icon = severityIcons[severity].element({
    tag: 'span',
    width: '14px',
    height: '14px'
  });
  icon.classList.add('jp-KerasDoctor-severity');
  icon.dataset.severity = severity;
  icon.setAttribute('role', 'img');
  icon.setAttribute('aria-label', severityName(severity, trans));
  const words = document.createElement('span');
  words.append(...wordsOf(message));
  node.append(icon, words);
  return node;
}

function wordsOf(message: string): readonly HTMLElement[] {
  return messageSpans(message).map(({ text, code }) => {
    const part = document.createElement(code ? 'code' : 'span');
    part.textContent = text;
    return part;
  });
}

function buttons(options: CardOptions): HTMLElement {
  const { finding, isEditable, repair, acts, trans, close } = options;
  const row = document.createElement('div');
  row.className = 'jp-KerasDoctor-hoverButtons';
  const add = (
    kind: 'hoverButton' | 'other',
    label: string,
    act: () => void
  ): void => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = `jp-KerasDoctor-${kind}`;
    button.append(...wordsOf(label));
    button.addEventListener('click', () => {
      close();
      act();
    });
    row.append(button);
  };
  if (isEditable) {
    finding.fixes.forEach(({ title }, index) =>
      add('hoverButton', title, () => acts.applyFix(finding, index))
    );
  }
  if (repair) {
    const { index, remedy } = repair;
    add('hoverButton', repairLabel(repair, trans), () =>
      remedy.place === 'pins'
        ? acts.changePins(index)
        : acts.insertRepair(index)
    );
  }
  add('other', trans.__('Why'), () => acts.explain(finding.rule));
  if (isEditable) {
    add('other', trans.__('Ignore'), () => acts.ignore(finding));
  }
  add('other', trans.__('Show in panel'), () =>
    acts.showInPanel(finding.cellId)
  );
  return row;
}

function repairLabel(
  { remedy, isThere }: Repair,
  trans: TranslationBundle
): string {
  if (remedy.place === 'pins') {
    return pinsLabel(remedy, trans);
  }
  return isThere
    ? trans.__('Update pip upgrade cell: %1', remedy.title)
    : trans.__('Insert pip upgrade cell: %1', remedy.title);
}
