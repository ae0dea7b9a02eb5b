/** A language of the tests' own: each message stands between ⟦ and ⟧, so that what never was a message shows. */

import {
  nullTranslator,
  type TranslationBundle
} from '@jupyterlab/translation';

import { plain, type Say } from '../../../src/engine/text';

const trans = nullTranslator.load('');

function wrapped(text: string): string {
  return `⟦${text}⟧`;
}

// It hands on what others say.
/* eslint-disable jupyter/no-dynamic-translation */
export const pseudo: TranslationBundle = {
  __: (...given) => wrapped(trans.__(...given)),
  _n: (...given) => wrapped(trans._n(...given)),
  _p: (...given) => wrapped(trans._p(...given)),
  _np: (...given) => wrapped(trans._np(...given)),
  gettext: (...given) => wrapped(trans.gettext(...given)),
  ngettext: (...given) => wrapped(trans.ngettext(...given)),
  pgettext: (...given) => wrapped(trans.pgettext(...given)),
  npgettext: (...given) => wrapped(trans.npgettext(...given)),
  dcnpgettext: (...given) => wrapped(trans.dcnpgettext(...given))
};
/* eslint-enable jupyter/no-dynamic-translation */

export const pseudoSay: Say = (template, ...values) =>
  wrapped(plain(template, ...values));

/** What stands in a text outside of all messages; a text can begin or end within one. */
export class Outside {
  /** Parts of the next text that are in no message, without spaces around. */
  of(text: string): readonly string[] {
    const parts = [''];
    for (const sign of text) {
      if (sign === '⟦') {
        this.depth += 1;
        parts.push('');
      } else if (sign === '⟧') {
        this.depth -= 1;
      } else if (this.depth === 0) {
        parts[parts.length - 1] += sign;
      }
    }
    return parts.map(part => part.trim()).filter(part => part !== '');
  }

  /** How many messages have begun and not ended. */
  depth = 0;
}

const ATTRIBUTES = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'alt',
  'placeholder',
  'title'
];

/** All that a person reads or hears below a node and that stands in no message. Code is nobody's language. */
export function outsideIn(root: Element): readonly string[] {
  const found: string[] = [];
  const running = new Outside();
  const walk = (node: Node): void => {
    if (node instanceof Element) {
      for (const name of ATTRIBUTES) {
        const text = node.getAttribute(name);
        if (text !== null) {
          found.push(...new Outside().of(text));
        }
      }
      if (node.matches('style, script')) {
        return;
      }
    }
    if (node instanceof Text && !node.parentElement?.closest('code, pre')) {
      found.push(...running.of(node.data));
    }
    node.childNodes.forEach(walk);
  };
  walk(root);
  return found;
}
