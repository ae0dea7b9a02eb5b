/** Cells in, usages out: everything that a notebook asks of TensorFlow and Keras. */

import type { Cell } from '../types';
import type { Context, Reading } from './context';
import { evaluate } from './expressions';
import { Ledger } from './ledger';
import { blankMagics } from './magics';
import { declaredIn } from './names';
import { askedIn, type Asked } from './pins';
import { Scope, declaring } from './scope';
import { State } from './state';
import { readBody } from './statements';
import { strangeBody } from './strange';
import { readSyntax } from './syntax';
import { blurAll } from './targets';
import type { Analysis } from './usage';

/** Runs `read`; text that nests too deeply for the stack counts as broken. */
function survives(read: () => void): boolean {
  try {
    read();
    return true;
  } catch (reason) {
    if (reason instanceof RangeError) {
      return false;
    }
    throw reason;
  }
}

/** Reads a notebook's code cells as CPython with IPython would; never throws. */
export function analyze(cells: readonly Cell[]): Analysis {
  const unit = {};
  const module = new Scope('module', null, declaring(), unit);
  const state = new State(unit);
  const reading: Reading = {
    ledger: new Ledger(),
    module,
    later: new Map(),
    classes: new Map(),
    rebinders: new Map(),
    lazyAnnotations: false,
    replaced: new Set(),
    evaluate,
    readBody
  };
  const broken = new Set<number>();
  const asked: Asked[] = [];
  for (const cell of cells) {
    if (cell.kind !== 'code') {
      continue;
    }
    state.dead = false;
    const whole = survives(() => {
      const blanked = blankMagics(cell.source);
      asked.push(...askedIn(cell, blanked));
      const strange =
        blanked.foreign === null
          ? null
          : strangeBody(blanked.foreign, cell.source);
      if (blanked.foreign !== null && strange === null) {
        return;
      }
      const syntax = readSyntax(
        strange === null ? blanked : blankMagics(strange)
      );
      if (strange === null && syntax.broken) {
        broken.add(cell.index);
      }
      const at: Context = {
        reading,
        cell: cell.index,
        syntax,
        blanked,
        scope: module,
        state,
        statement: { from: 0, to: 0 },
        handlers: [],
        rescues: [],
        follows: [],
        deferred: false,
        self: null,
        within: null,
        conditional: false,
        nested: false,
        rehearsal: false,
        depth: 0
      };
      if (strange === null) {
        readBody(syntax.top, at);
      } else {
        blurAll(declaredIn(syntax.top, syntax).names, at);
      }
    });
    if (!whole) {
      broken.add(cell.index);
    }
  }
  // Bodies found in a body go to the end of the map, and are reached in turn.
  for (const [place, read] of reading.later) {
    if (!survives(read)) {
      broken.add(Number(place.split(':')[0]));
    }
  }
  return {
    usages: reading.ledger.close(),
    broken: [...broken].sort((a, b) => a - b),
    pins: asked.filter(({ specifier }) => specifier !== ''),
    asked
  };
}
