/** What ran is not said to fail, and nothing more than what certainly ran. */

import { check } from '../../../src/engine/check';
import type { RanCell } from '../../../src/engine/ran';
import type { Contradiction, Report } from '../../../src/engine/types';
import { shippedAtlas } from '../atlas';
import { cellsOf, environmentOf } from '../rules/cases';

interface Told {
  /** Positions of the cells that ran, with their text now. */
  readonly ran?: readonly number[];
  /** Cells that ran with another text. */
  readonly before?: readonly RanCell[];
  readonly known?: readonly Contradiction[];
  readonly remedies?: boolean;
}

function reportOf(sources: readonly string[], told: Told = {}): Report {
  const { ran = sources.map((_, index) => index), before = [] } = told;
  return check({
    notebook: 'test.ipynb',
    cells: cellsOf(...sources),
    environment: environmentOf('tf2.4'),
    atlas: shippedAtlas(),
    remedies: told.remedies ?? false,
    ran: {
      cells: [
        ...ran.map(index => ({
          cellId: `cell-${index}`,
          source: sources[index]
        })),
        ...before
      ],
      known: told.known ?? []
    }
  });
}

function contradicted(report: Report): readonly string[] {
  return (report.contradictions ?? []).map(({ finding }) => finding.symbol);
}

function errors({ findings }: Report): readonly string[] {
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ symbol }) => symbol);
}

const TF = 'import tensorflow as tf';
const FLIP = 'from tensorflow.keras.layers import RandomFlip';
const SYMBOL = 'tensorflow.keras.layers.RandomFlip';

describe('certainly ran', () => {
  test.each([
    [[FLIP], SYMBOL],
    [[`x = 1\n${FLIP}`], SYMBOL],
    [[`${FLIP}\nRandomFlip('horizontal')`], SYMBOL],
    [[`${TF}\ntf.placeholder('float32')`], 'tensorflow.placeholder'],
    [[TF, 'x = tf.placeholder("float32")'], 'tensorflow.placeholder'],
    [[`${TF}\nfrom tf.keras.layers import Dense`], 'tf'],
    [
      [`${TF}\ndef f(x=tf.placeholder("float32")):\n    return x`],
      'tensorflow.placeholder'
    ]
  ])('%j', (sources, symbol) => {
    expect(errors(reportOf(sources, { ran: [] }))).toEqual([symbol]);
    const report = reportOf(sources);
    expect(errors(report)).toEqual([]);
    expect(contradicted(report)).toEqual([symbol]);
  });
});

describe('may not have run', () => {
  test.each([
    [[`if x:\n    ${FLIP}`]],
    [[`for x in y:\n    ${FLIP}`]],
    [[`def f():\n    ${FLIP}`]],
    [[`def f():\n    ${FLIP}\nf()`]],
    [[`with x:\n    ${FLIP}`]],
    [[`${TF}\nx and tf.placeholder("float32")`]],
    [[`${TF}\nx = tf.placeholder("float32") if y else 1`]],
    [[`${TF}\nx = [tf.placeholder("float32") for x in y]`]],
    [[`${TF}\nx = lambda: tf.placeholder("float32")`]],
    [[`%%capture\n${FLIP}`]],
    [[`%%time\n${FLIP}`]],
    [[`${TF}\n%time tf.placeholder("float32")`]]
  ])('%j', sources => {
    const report = reportOf(sources);
    expect(errors(report)).toEqual(errors(reportOf(sources, { ran: [] })));
    expect(contradicted(report)).toEqual([]);
  });

  it('nor what a handler has caught', () => {
    const source = `try:\n    ${FLIP}\nexcept ImportError:\n    pass`;
    expect(contradicted(reportOf([source]))).toEqual([]);
    expect(reportOf([source]).findings).toMatchObject([{ guarded: true }]);
  });
});

describe('says nothing of', () => {
  it('a text that is another now', () => {
    const before = [{ cellId: 'cell-0', source: `${FLIP}  # so` }];
    const report = reportOf([FLIP], { ran: [], before });
    expect(errors(report)).toEqual([SYMBOL]);
  });

  it('a name whose import was edited and not run again', () => {
    const before = [
      { cellId: 'cell-0', source: 'import tensorflow.compat.v1 as tf' }
    ];
    const report = reportOf([TF, 'tf.placeholder("float32")'], {
      ran: [1],
      before
    });
    expect(errors(report)).toEqual(['tensorflow.placeholder']);
  });

  it('other cells', () => {
    const report = reportOf([FLIP, FLIP], { ran: [0] });
    expect(report.findings).toMatchObject([{ cell: 1, symbol: SYMBOL }]);
    expect(report.contradictions).toMatchObject([{ finding: { cell: 0 } }]);
  });
});

it('takes what waited for it along', () => {
  const sources = [FLIP, 'RandomFlip("horizontal")\nRandomFlip("vertical")'];
  const expected = reportOf(sources, { ran: [] });
  expect(expected.findings[0].blocks).toBeGreaterThan(1);
  const report = reportOf(sources, { ran: [0] });
  expect(report.findings).toEqual([]);
  // The line that ran is told as a contradiction, not as one that could not be judged.
  expect(report.unknown).toBe(expected.findings[0].blocks);
  expect(report.unknownBecause).toHaveLength(1);
});

it('says once of a line that ran that it did', () => {
  const report = reportOf([FLIP]);
  expect(report.contradictions).toHaveLength(1);
  expect(report).toMatchObject({ unknown: 0, unknownBecause: [] });
});

it('leaves nothing to repair', () => {
  const sources = [FLIP, 'RandomFlip("horizontal")'];
  const told = { ran: [], remedies: true };
  expect(reportOf(sources, told).releases.find(isHere)?.failing).not.toBe(0);
  const report = reportOf(sources, { remedies: true });
  expect(report.remedies).toEqual([]);
  expect(report.releases.find(isHere)?.failing).toBe(0);
  expect(report.releases.find(isHere)?.unknown).toBe(report.unknown);
});

function isHere({ installed }: { readonly installed: boolean }): boolean {
  return installed;
}

describe('known from before', () => {
  const known = reportOf([FLIP]).contradictions ?? [];

  it('holds the statement', () => {
    expect(known).toMatchObject([
      { statement: FLIP, finding: { rule: 'missing-symbol' } }
    ]);
  });

  it('counts after a restart, also where another line was edited', () => {
    const report = reportOf([`x = 2\n${FLIP}`], { ran: [], known });
    expect(errors(report)).toEqual([]);
    expect(contradicted(report)).toEqual([SYMBOL]);
  });

  it('and not for another statement', () => {
    const report = reportOf([`${FLIP}, Dense`], { ran: [], known });
    expect(errors(report)).toEqual([SYMBOL]);
  });

  it('is no list where nobody tells what ran', () => {
    const { contradictions } = check({
      notebook: 'test.ipynb',
      cells: cellsOf(FLIP),
      environment: environmentOf('tf2.4'),
      atlas: shippedAtlas(),
      remedies: false
    });
    expect(contradictions).toBeUndefined();
  });
});
