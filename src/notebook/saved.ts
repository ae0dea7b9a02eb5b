/** What a notebook keeps of where it ran before, as it was when it was opened. */

import type { INotebookModel } from '@jupyterlab/notebook';

import type { Cell } from '../engine/types';
import type { Saved } from '../engine/written/evidence';
import { field, textOfOutputs } from '../engine/written/outputs';

/** A notebook that names none of them when it is opened has run none of them. */
const NAMED = /tensorflow|keras/i;

/**
 * Read once: what cells print from now on tells of this kernel, and not of the
 * one that the notebook was written for.
 */
export class SavedOutputs {
  constructor(model: INotebookModel) {
    const language = field(model.getMetadata('language_info'), 'version');
    this.language = typeof language === 'string' ? language : null;
    const { cells } = model.sharedModel;
    // Pictures need not be copied where there is nothing to learn.
    const isOurs = cells.some(cell => NAMED.test(cell.getSource()));
    this.outputs = (isOurs ? cells : []).flatMap(cell => {
      const text = 'getOutputs' in cell ? textOfOutputs(cell.getOutputs()) : '';
      return text === ''
        ? []
        : [{ id: cell.getId(), source: cell.getSource(), text }];
    });
  }

  /**
   * With the numbers that its cells have now. JupyterLab writes the Python of
   * the kernel into the notebook as soon as it runs: that one tells nothing.
   */
  among(cells: readonly Cell[], python: string): Saved {
    const indexes = new Map(cells.map(({ id, index }) => [id, index]));
    return {
      language: this.language === python ? null : this.language,
      outputs: this.outputs.flatMap(({ id, source, text }) => {
        const cell = indexes.get(id);
        return cell === undefined ? [] : [{ cell, source, text }];
      })
    };
  }

  private readonly language: string | null;
  private readonly outputs: readonly {
    readonly id: string;
    readonly source: string;
    readonly text: string;
  }[];
}
