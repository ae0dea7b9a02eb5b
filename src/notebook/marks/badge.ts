/** The pill at a cell's top right that counts what was found in it. */

import type { TranslationBundle } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';

import type { Finding } from '../../engine/types';
import { severityIcons } from '../../icon';
import { badgeName, worst } from './words';

const BADGE_CLASS = 'jp-KerasDoctor-badge';

export class Badge extends Widget {
  constructor(
    private readonly trans: TranslationBundle,
    onClick: () => void
  ) {
    super();
    this.addClass('jp-KerasDoctor-badgeAnchor');
    this.button.type = 'button';
    this.button.className = BADGE_CLASS;
    this.button.addEventListener('click', onClick);
    // A click on the badge is no click on the cell: it must not move the cursor.
    this.button.addEventListener('mousedown', event => event.stopPropagation());
    this.node.append(this.button);
  }

  display(findings: readonly Finding[]): void {
    const severity = worst(findings);
    const name = badgeName(findings, this.trans);
    this.button.dataset.severity = severity;
    this.button.setAttribute('aria-label', name);
    this.button.title = name;
    const count = document.createElement('span');
    count.textContent = String(findings.length);
    const icon = severityIcons[severity].element({
      tag: 'span',
      width: '12px',
      height: '12px'
    });
    icon.setAttribute('aria-hidden', 'true');
    this.button.replaceChildren(icon, count);
  }

  private readonly button = document.createElement('button');
}
