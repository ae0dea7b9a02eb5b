/** What one notebook's kernel has run without raising, and what that contradicts. */

import type { IDisposable } from '@lumino/disposable';
import { Signal, type ISignal } from '@lumino/signaling';

import type { Ran } from '../engine/ran';
import type { Contradiction, Environment } from '../engine/types';
import type { KernelState } from '../kernel/state';
import { raisedIn } from './errors/raised';
import type { CellRun } from './runs';

/** What is heard of a SessionContext. */
export interface Session {
  readonly kernelChanged: ISignal<unknown, unknown>;
  readonly statusChanged: ISignal<unknown, string>;
}

interface Run {
  readonly source: string;
  /** What the kernel had when the cell was sent. */
  readonly world: string;
}

/**
 * A run counts once the kernel has said again what it has, and that is what
 * was known when the cell was sent: a cell that installs may have run between.
 * What ran is forgotten with the process; what was contradicted by it is kept
 * for each environment, until the same line raises.
 */
export class RanCells implements IDisposable {
  constructor({ kernelChanged, statusChanged }: Session) {
    kernelChanged.connect(this.forget, this);
    statusChanged.connect(this.onStatus, this);
  }

  /** A cell ran that may change what is said, and `told` has not told it yet. */
  get isNew(): boolean {
    return this._isNew;
  }

  /** A cell is sent to the kernel. */
  begin(cellId: string, kernel: KernelState): void {
    this.begun.set(cellId, worldOf(kernel));
  }

  /** A cell has run, whatever came of it; `marked` where something is said of it. */
  end(run: CellRun, marked: boolean): void {
    const { cellId, source } = run;
    const world = this.begun.get(cellId) ?? null;
    this.begun.delete(cellId);
    this.ran.delete(cellId);
    this._isNew ||= marked;
    // A magic may show what was raised and answer that all went well.
    if (run.outputs.some(({ output_type }) => output_type === 'error')) {
      this.withdraw(run);
    } else if (run.succeeded && run.counted && world !== null) {
      this.ran.set(cellId, { source, world });
    }
  }

  /** What counts for the environment that a kernel has. */
  told(kernel: KernelState): Ran {
    const world = worldOf(kernel);
    const isSure = kernel.kind === 'ready' && !kernel.stale;
    this._isNew &&= !isSure;
    return {
      cells: isSure
        ? [...this.ran].flatMap(([cellId, run]) =>
            run.world === world ? [{ cellId, source: run.source }] : []
          )
        : [],
      known: (world !== null && this.known.get(world)) || []
    };
  }

  /** What was contradicted in the environment that a kernel has; the rest of what is known of it stays. */
  learn(kernel: KernelState, found: readonly Contradiction[]): void {
    const world = worldOf(kernel);
    if (world === null || found.length === 0) {
      return;
    }
    const keys = new Set(found.map(keyOf));
    const others = (this.known.get(world) ?? []).filter(
      each => !keys.has(keyOf(each))
    );
    this.known.set(world, [...others, ...found]);
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  dispose(): void {
    this._isDisposed = true;
    Signal.clearData(this);
  }

  private onStatus(_: unknown, status: string): void {
    if (['restarting', 'autorestarting', 'dead'].includes(status)) {
      this.forget();
    }
  }

  /** Another process stands behind the notebook. */
  private forget(): void {
    this.begun.clear();
    this.ran.clear();
  }

  /** The line that raised now did not run for good; where no line is told, none of the cell's did. */
  private withdraw(run: CellRun): void {
    const lines = raisedIn(run.outputs)?.frames.map(({ line }) => line) ?? [];
    for (const [world, known] of this.known) {
      const left = known.filter(
        ({ finding }) =>
          finding.cellId !== run.cellId ||
          (lines.length > 0 &&
            !lines.some(
              line => line >= finding.statementLine && line <= finding.endLine
            ))
      );
      this._isNew ||= left.length < known.length;
      this.known.set(world, left);
    }
  }

  private readonly begun = new Map<string, string | null>();
  private readonly ran = new Map<string, Run>();
  private readonly known = new Map<string, readonly Contradiction[]>();
  private _isNew = false;
  private _isDisposed = false;
}

function keyOf({ finding, statement }: Contradiction): string {
  return JSON.stringify([finding.cellId, statement, finding.symbol]);
}

/** All of an environment that a verdict may depend on and that running a cell does not change; null where nothing is known. */
function worldOf(kernel: KernelState): string | null {
  return kernel.kind === 'ready' ? textOf(kernel.environment) : null;
}

function textOf(environment: Environment): string {
  const { python, installed, loaded, variables } = environment;
  const releases = Object.entries(installed)
    .map(([name, has]) => [
      name,
      has?.version,
      has?.distribution,
      // A module that is loaded later is the installed one.
      loaded[name] ?? has?.version
    ])
    .map(each => each.join(' '))
    .sort();
  return JSON.stringify([
    python.version,
    releases,
    Object.entries(variables).sort(),
    environment.kerasConfig ?? null,
    environment.shadowing ?? []
  ]);
}
