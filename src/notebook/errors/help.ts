/** The button below a cell's error, and what it says once it was pressed. */

import type { TranslationBundle } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';

import type { Finding } from '../../engine/types';
import { doctorIcon } from '../../icon';
import { messageSpans } from '../../spans';
import type { Explanation, Since } from './explanation';

export interface ErrorHelpOptions {
  readonly trans: TranslationBundle;
  readonly onClick: () => void;
  /** Makes one of a finding's fixes; resolves to false where the cell has changed since. */
  readonly fix: (finding: Finding, fix: number) => Promise<boolean>;
}

/** Everything is written as text: messages of kernels and notebooks never become markup. */
export class ErrorHelp extends Widget {
  constructor(private readonly options: ErrorHelpOptions) {
    super();
    const { trans, onClick } = options;
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
    const pressed: readonly HTMLElement[] = [this.button, this.fixes];
    for (const part of pressed) {
      // A click on a button is no click on the cell: it must not move the cursor.
      part.addEventListener('mousedown', event => event.stopPropagation());
      // Keys that press it are none of the notebook's shortcuts.
      part.addEventListener('keydown', event => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.stopPropagation();
        }
      });
    }
    this.fixes.className = 'jp-KerasDoctor-errorFixes';
    // It is there from the start, so that screen readers hear what comes into it.
    this.answer.setAttribute('role', 'status');
    this.answer.className = 'jp-KerasDoctor-errorAnswer';
    this.node.append(this.button, this.answer, this.fixes);
  }

  /** `editable`: whether the finding's cell can be changed. */
  display(explanation: Explanation, editable: boolean): void {
    this.say(this.textOf(explanation));
    this.fixes.replaceChildren(
      ...(explanation.kind === 'finding' && editable
        ? this.fixesOf(explanation.finding)
        : [])
    );
  }

  /** Another error stands above it. */
  clear(): void {
    this.answer.replaceChildren();
    this.fixes.replaceChildren();
  }

  private say(text: string): void {
    this.answer.replaceChildren(
      ...messageSpans(text).map(({ text, code }) => {
        const part = document.createElement(code ? 'code' : 'span');
        part.textContent = text;
        return part;
      })
    );
  }

  private fixesOf(finding: Finding): readonly HTMLElement[] {
    const { trans, fix } = this.options;
    return finding.fixes.map(({ title }, index) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'jp-mod-styled jp-KerasDoctor-explain';
      button.textContent = title.replace(/`/g, '');
      button.addEventListener('click', () => {
        // Its buttons go: the focus may not go with them.
        this.button.focus();
        this.fixes.replaceChildren();
        void fix(finding, index).then(isMade =>
          this.say(
            isMade
              ? trans.__('Changed. Run the cell again.')
              : this.nothing('edited')
          )
        );
      });
      return button;
    });
  }

  private textOf(explanation: Explanation): string {
    const { trans } = this.options;
    switch (explanation.kind) {
      case 'finding':
        return explanation.finding.message;
      case 'environment':
        return explanation.message;
      case 'unjudged':
        return explanation.waits
          ? trans.__(
              'The kernel has not said yet which packages it has. The answer comes here when it has.'
            )
          : trans.__(
              'Keras Doctor does not know which packages this kernel has; its panel says why.'
            );
      case 'nothing':
        return this.nothing(explanation.since);
    }
  }

  private nothing(since: Since): string {
    const { trans } = this.options;
    switch (since) {
      case 'run':
        return trans.__(
          'No name, argument or package that this kernel lacks explains this error. The cause may be in the data or in the code.'
        );
      case 'edited':
        return trans.__(
          'The cell has changed since it raised this. Run it again.'
        );
      case 'saved':
        return trans.__(
          'This error was saved with the notebook, and nothing in this kernel explains it. Run the cell to see whether it still fails.'
        );
    }
  }

  private readonly button = document.createElement('button');
  private readonly answer = document.createElement('p');
  private readonly fixes = document.createElement('div');
}
