/** The button below a cell's error, and what it says once it was pressed. */

import type { TranslationBundle } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';

import { doctorIcon } from '../../icon';
import { messageSpans } from '../../spans';
import type { Explanation } from './explanation';

/** Everything is written as text: messages of kernels and notebooks never become markup. */
export class ErrorHelp extends Widget {
  constructor(
    private readonly trans: TranslationBundle,
    onClick: () => void
  ) {
    super();
    this.addClass('jp-KerasDoctor-errorHelp');
    const icon = doctorIcon.element({
      tag: 'span',
      width: '14px',
      height: '14px'
    });
    icon.setAttribute('aria-hidden', 'true');
    const label = document.createElement('span');
    label.textContent = trans.__('Explain with Keras Doctor');
    this.button.type = 'button';
    this.button.className = 'jp-mod-styled jp-KerasDoctor-explain';
    this.button.append(icon, label);
    this.button.addEventListener('click', onClick);
    // A click on the button is no click on the cell: it must not move the cursor.
    this.button.addEventListener('mousedown', event => event.stopPropagation());
    // Keys that press it are none of the notebook's shortcuts.
    this.button.addEventListener('keydown', event => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.stopPropagation();
      }
    });
    // It is there from the start, so that screen readers hear what comes into it.
    this.answer.setAttribute('role', 'status');
    this.answer.className = 'jp-KerasDoctor-errorAnswer';
    this.node.append(this.button, this.answer);
  }

  display(explanation: Explanation): void {
    this.answer.replaceChildren(
      ...messageSpans(this.textOf(explanation)).map(({ text, code }) => {
        const part = document.createElement(code ? 'code' : 'span');
        part.textContent = text;
        return part;
      })
    );
  }

  /** Another error stands above it. */
  clear(): void {
    this.answer.replaceChildren();
  }

  private textOf(explanation: Explanation): string {
    const { trans } = this;
    switch (explanation.kind) {
      case 'finding':
        return explanation.finding.message;
      case 'environment':
        return explanation.message;
      case 'unjudged':
        return trans.__(
          'The kernel has not said what it has yet. Press again when it has.'
        );
      case 'nothing':
        return trans.__(
          'Nothing that Keras Doctor knows of this kernel explains this error.'
        );
    }
  }

  private readonly button = document.createElement('button');
  private readonly answer = document.createElement('p');
}
