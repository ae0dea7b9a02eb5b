/** The words for what can be done: installs, rewrites, other kernels, and where a notebook runs. */

import type { Edit, Fix } from './types';

/** A fix, and the cell that it belongs to. */
export interface CellFix {
  readonly cell: number;
  readonly cellId: string | null;
  /** What stands now where the first edit is made. */
  readonly replaces: string;
  readonly fix: Fix;
}

/** What rewriting lines does, with nothing installed. */
export interface Rewriting {
  /** Failing usages that it clears. */
  readonly clears: number;
  readonly fixes: readonly CellFix[];
}

/** An install of the notebook's own that would undo a remedy, and what to write there instead. */
export interface PinChange {
  readonly cell: number;
  readonly cellId: string | null;
  /** Line of the first edit, counted from 1. */
  readonly line: number;
  /** `Change cell 2 to install tensorflow==2.6.5`. */
  readonly title: string;
  readonly edits: readonly Edit[];
}

export interface Remedy {
  readonly title: string;
  /** Why this one is offered: `smallest change`. */
  readonly reason: string;
  /** Exact requirements, as pip takes them. */
  readonly requirements: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  /** Source of the cell that does it. */
  readonly cell: string;
  /** Failing usages that it makes work, those that still fail, those it newly breaks. */
  readonly clears: number;
  readonly leaves: number;
  readonly breaks: number;
  /** Where the findings begin that go with it, in the order of the notebook; `line` and `column` count from 1. */
  readonly clearsAt: readonly {
    readonly cell: number;
    readonly line: number;
    readonly column: number;
  }[];
  /** Of those that it leaves, the ones that a rewrite of the line clears. */
  readonly rewrites: number;
  /** The rewrites that do. */
  readonly fixes: readonly CellFix[];
  /** Installs of the notebook's own that would undo it. */
  readonly pins: readonly PinChange[];
  /**
   * Where the install is written: in a cell of its own; in the notebook's own
   * line, where the edits of `pins` do all that the cell does; or nowhere, since
   * the notebook's line says it already.
   */
  readonly place: 'cell' | 'pins' | 'there';
  /** The cell with that line, where `place` is `there`. */
  readonly there: {
    readonly cell: number;
    readonly cellId: string | null;
  } | null;
  /** What stands in its way in this kernel, and what to do about it. */
  readonly warnings: readonly string[];
  /** What it repairs of the environment itself, one sentence each. */
  readonly mends: readonly string[];
  /** Installed packages whose own requirements exclude it: `tensorflow-text 2.15.0`. */
  readonly excludedBy: readonly string[];
  readonly restart: boolean;
}

/** An install that clears more than any that this kernel can have. */
export interface Elsewhere {
  readonly title: string;
  /** Whether this kernel's Python has the wheels too, and only the kernel takes no install. */
  readonly samePython: boolean;
  readonly tensorflow: string;
  /** `3.6` and so on, oldest first: those with wheels for this machine. */
  readonly pythons: readonly string[];
  readonly requirements: readonly string[];
  /** Usages that fail there all the same. */
  readonly failing: number;
  /** Shell commands that make such a kernel, by tool. */
  readonly commands: readonly {
    readonly tool: string;
    readonly lines: readonly string[];
  }[];
}

/** What one TensorFlow, with its Keras, does to the notebook. */
export interface ReleaseSummary {
  readonly tensorflow: string;
  readonly keras: string | null;
  readonly failing: number;
  /** Usages that could not be judged there: they may fail as well. */
  readonly unknown: number;
  /** What fails there as the notebook reaches it, each once, in its order; the first twenty. */
  readonly symbols: readonly string[];
  /** False where no wheel fits this Python and platform. */
  readonly installable: boolean;
  /** It is what the kernel has once it is restarted. */
  readonly installed: boolean;
  /** Source of the cell that installs it; null where that cannot be done, or changes nothing. */
  readonly cell: string | null;
}

/** Which minor releases of TensorFlow a notebook was written for, as far as what it keeps tells. */
export interface WrittenFor {
  /** `2.3` and so on. */
  readonly from: string;
  readonly to: string;
  /** All of them, oldest first: what lies between two need not be one. */
  readonly series: readonly string[];
  readonly title: string;
  /** One clause each: `cell 3 printed TensorFlow 2.4.1`. */
  readonly evidence: readonly string[];
}
