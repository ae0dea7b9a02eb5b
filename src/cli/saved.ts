/** What a notebook's file keeps of where it ran: its outputs as text, and the Python. */

import type { Saved } from '../engine/written/evidence';
import { field, textLines, textOfOutputs } from '../engine/written/outputs';

export const NOTHING_SAVED: Saved = { language: null, outputs: [] };

/** From a document of nbformat 3 or 4, and its cells in order as they are there. */
export function savedOf(document: unknown, cells: readonly unknown[]): Saved {
  const info = field(field(document, 'metadata'), 'language_info');
  const language = field(info, 'version');
  return {
    language: typeof language === 'string' ? language : null,
    outputs: cells.flatMap((cell, index) => {
      const text = textOfOutputs(field(cell, 'outputs'));
      const source = field(cell, 'source') ?? field(cell, 'input');
      return text === ''
        ? []
        : [{ cell: index, source: textLines(source, ''), text }];
    })
  };
}
