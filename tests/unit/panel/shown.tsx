/** Renders parts of the panel, and finds in them what a screen reader would. */

import { nullTranslator } from '@jupyterlab/translation';
import { ReactWidget } from '@jupyterlab/ui-components';
import { Widget } from '@lumino/widgets';
import { act, type ReactElement } from 'react';

import type { ReleaseSummary, Remedy } from '../../../src/engine/offers';
import type { Finding, Report } from '../../../src/engine/types';
import type { PanelActions } from '../../../src/panel/actions';
import type { Diagnosis, DiagnosisState, Judged } from '../../../src/tokens';
import { TF24 } from '../notebook/kernel';

export const trans = nullTranslator.load('jupyterlab_keras_doctor');

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const widgets: Widget[] = [];

afterEach(() => {
  act(() => widgets.splice(0).forEach(widget => widget.dispose()));
});

export function show(element: ReactElement): HTMLElement {
  const widget = ReactWidget.create(element);
  widgets.push(widget);
  act(() => Widget.attach(widget, document.body));
  return widget.node;
}

/** The buttons by their accessible names. */
export function buttons(host: HTMLElement): string[] {
  return Array.from(host.querySelectorAll('button')).map(nameOf);
}

export function press(host: HTMLElement, name: string): void {
  const button = Array.from(host.querySelectorAll('button')).find(
    candidate => nameOf(candidate) === name
  );
  if (!button) {
    throw new Error(`No button “${name}” among ${buttons(host).join(', ')}`);
  }
  act(() => button.click());
}

/** The headings with their levels, as `h3 Environment`. */
export function headings(host: HTMLElement): string[] {
  return Array.from(host.querySelectorAll('h2, h3, h4')).map(
    node => `${node.tagName.toLowerCase()} ${nameOf(node)}`
  );
}

function nameOf(node: Element): string {
  const label = node.getAttribute('aria-label');
  if (label !== null) {
    return label;
  }
  const copy = document.createElement('div');
  copy.append(node.cloneNode(true));
  copy.querySelectorAll('[aria-hidden="true"]').forEach(part => part.remove());
  return (copy.textContent ?? '').trim();
}

export function finding(over: Partial<Finding> = {}): Finding {
  return {
    rule: 'missing-symbol',
    severity: 'error',
    cell: 3,
    cellId: 'c4',
    statementLine: 1,
    line: 1,
    column: 38,
    endLine: 1,
    endColumn: 48,
    symbol: 'tensorflow.keras.layers.RandomFlip',
    keyword: null,
    message: '`RandomFlip` is not in `tensorflow.keras.layers`.',
    guarded: false,
    blocks: 0,
    fixes: [],
    ...over
  };
}

export function remedy(over: Partial<Remedy> = {}): Remedy {
  return {
    title: 'tensorflow-cpu 2.6.5',
    reason: 'smallest change',
    requirements: ['tensorflow-cpu==2.6.5'],
    variables: {},
    cell: '%pip install "tensorflow-cpu==2.6.5"',
    clears: 2,
    leaves: 1,
    breaks: 0,
    clearsAt: [],
    rewrites: 0,
    fixes: [],
    pins: [],
    place: 'cell',
    there: null,
    warnings: [],
    mends: [],
    excludedBy: [],
    restart: true,
    ...over
  };
}

/** A release that can be installed and runs all. */
export function release(over: Partial<ReleaseSummary> = {}): ReleaseSummary {
  return {
    tensorflow: '2.6.5',
    keras: '2.6.0',
    failing: 0,
    unknown: 0,
    symbols: [],
    installable: true,
    installed: false,
    cell: null,
    ...over
  };
}

export function judged(report: Partial<Report> = {}): Judged {
  return {
    kind: 'judged',
    report: {
      notebook: 'lecture.ipynb',
      environment: TF24,
      findings: [],
      environmentFindings: [],
      checked: 12,
      unknown: 0,
      unknownBecause: [],
      remedies: [],
      rewriting: null,
      elsewhere: null,
      releases: [],
      writtenFor: null,
      ...report
    },
    summary: {
      rows: [
        {
          label: 'TensorFlow',
          version: '2.4.4',
          afterRestart: null,
          note: 'tensorflow-cpu',
          state: 'works'
        }
      ],
      companions: []
    },
    at: new Date(2026, 10, 21, 14, 2),
    busy: false,
    stale: false
  };
}

export function diagnosis(
  state: DiagnosisState,
  over: Partial<Diagnosis> = {}
): Diagnosis {
  const shown: Diagnosis = {
    notebook: 'lecture.ipynb',
    kernel: 'Python 3.8 (tf24)',
    kernelStatus: 'idle',
    kernelId: 'k',
    state,
    editable: true,
    repairCell: null,
    refusals: [],
    label: id => (id === 'c4' ? { position: 4, count: 3 } : null),
    inCell: () => null,
    changed: { connect: () => true, disconnect: () => true },
    ...over
  };
  return shown;
}

/** Actions that note what was asked of them. */
export function noting(): PanelActions & { readonly noted: unknown[][] } {
  const noted: unknown[][] = [];
  const note =
    (name: string) =>
    (...args: unknown[]) =>
      void noted.push([name, ...args]);
  const copying =
    (name: string) =>
    (...args: unknown[]) => {
      noted.push([name, ...args]);
      return Promise.resolve(true);
    };
  return {
    noted,
    probe: note('probe'),
    restart: note('restart'),
    chooseKernel: note('chooseKernel'),
    goToFinding: note('goToFinding'),
    goToCell: note('goToCell'),
    applyFix: note('applyFix'),
    ignore: note('ignore'),
    explain: note('explain'),
    copyFinding: copying('copyFinding'),
    copyReport: copying('copyReport'),
    insertRepair: note('insertRepair'),
    changePins: note('changePins'),
    rewrite: note('rewrite'),
    insertRelease: note('insertRelease')
  };
}
