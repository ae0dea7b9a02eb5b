/** A live region of the whole application: says what a key has done, to those who do not see it. */

import { Widget } from '@lumino/widgets';

/**
 * It stands in the page from the start: a region that comes together with its
 * text is not read. The same text twice is read twice.
 */
export class Announcer extends Widget {
  /** `name` is its class: one for each kind of news, so that none takes the word from another. */
  constructor(name: string) {
    super();
    this.addClass(name);
    this.node.setAttribute('role', 'status');
    this.node.setAttribute('aria-live', 'polite');
  }

  announce(text: string): void {
    const line = document.createElement('span');
    line.textContent = text;
    this.node.replaceChildren(line);
  }
}
