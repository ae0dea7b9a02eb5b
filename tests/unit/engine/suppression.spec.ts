/** What comments silence, and what a severity of one's own does. */

import { check } from '../../../src/engine/check';
import type { Severities } from '../../../src/engine/wishes';
import { shippedAtlas } from '../atlas';
import { cellsOf, environmentOf, findingsIn, told } from '../rules/cases';

const TF24 = environmentOf('tf2.4');
const FLIP = 'from tensorflow.keras.layers import RandomFlip';
const GONE = ['missing-symbol error tensorflow.keras.layers.RandomFlip @1:37'];

describe('silent', () => {
  test.each<[string, ...string[]]>([
    [`${FLIP}  # keras-doctor: ignore`],
    [`${FLIP}  # keras-doctor: ignore[missing-symbol]`],
    [`${FLIP}  #keras-doctor:ignore[restart-needed, missing-symbol]`],
    [`${FLIP}  # noqa # keras-doctor: ignore: it is caught`],
    // The statement's first line, and the line of the name.
    [
      'from tensorflow.keras.layers import (  # keras-doctor: ignore\n  RandomFlip)'
    ],
    [
      'from tensorflow.keras.layers import (\n  RandomFlip  # keras-doctor: ignore\n)'
    ],
    [`# keras-doctor: ignore-cell\n${FLIP}`],
    [`%%time\n\n# first\n# keras-doctor: ignore-cell[missing-symbol]\n${FLIP}`],
    ['# keras-doctor: ignore-notebook', FLIP],
    [FLIP, '# keras-doctor: ignore-notebook[missing-symbol]'],
    [`!pip list\n${FLIP}  # keras-doctor: ignore`]
  ])('%j', (...sources) => {
    expect(told(findingsIn(TF24, ...sources))).toEqual([]);
  });
});

describe('not silent', () => {
  test.each<[string, ...string[]]>([
    [`${FLIP}  # keras-doctor: ignore[missing-module]`],
    [`${FLIP}\n# keras-doctor: ignore`],
    [`${FLIP}; x = "# keras-doctor: ignore"`],
    [`${FLIP}; x = """\n# keras-doctor: ignore-notebook\n"""`],
    // Not among the first lines.
    [`${FLIP}\n# keras-doctor: ignore-cell`],
    [`${FLIP}  # keras-doctor: ignore-cell`],
    [`${FLIP}  # keras-doctor: ignored`],
    [`${FLIP}  # keras-doctor: disable`],
    [FLIP, '# keras-doctor: ignore-cell'],
    [FLIP, '%%bash\n# keras-doctor: ignore-notebook']
  ])('%j', (...sources) => {
    expect(told(findingsIn(TF24, ...sources))).toEqual(GONE);
  });
});

function reportOn(severities: Severities, ...sources: readonly string[]) {
  return check({
    notebook: 'test.ipynb',
    cells: cellsOf(...sources),
    environment: { ...TF24, loaded: { tensorflow: '2.4.4', numpy: '1.24.4' } },
    atlas: shippedAtlas(),
    severities
  });
}

describe('remedies', () => {
  const used = `${FLIP}\nRandomFlip()\nRandomFlip()`;

  /** How many uses fail with the release that is installed. */
  const failing = (severities: Severities, source: string) =>
    reportOn(severities, source).releases.find(
      ({ tensorflow }) => tensorflow === '2.4.4'
    )?.failing;

  test('count what is told, and what waits for it', () => {
    expect(failing({}, used)).toBe(3);
  });

  test.each<[Severities, string, number]>([
    [{}, `${FLIP}  # keras-doctor: ignore\nRandomFlip()`, 0],
    [{}, `# keras-doctor: ignore-notebook\n${used}`, 0],
    [{}, `${FLIP}\nRandomFlip()  # keras-doctor: ignore`, 1],
    [{ 'missing-symbol': 'off' }, used, 0],
    [{ 'missing-symbol': 'info' }, used, 3]
  ])('%j %j leaves %i', (severities, source, left) => {
    expect(failing(severities, source)).toBe(left);
  });
});

describe('severities', () => {
  test.each<[Severities, readonly string[]]>([
    [{}, ['missing-symbol error', 'restart-needed warning']],
    [
      { 'missing-symbol': 'warning', 'restart-needed': 'error' },
      ['missing-symbol warning', 'restart-needed error']
    ],
    [{ 'missing-symbol': 'off' }, ['restart-needed warning']],
    [{ 'restart-needed': 'off' }, ['missing-symbol error']]
  ])('%j', (severities, expected) => {
    const { findings, environmentFindings } = reportOn(severities, FLIP);
    expect(
      [...findings, ...environmentFindings].map(
        ({ rule, severity }) => `${rule} ${severity}`
      )
    ).toEqual(expected);
  });

  test('what a handler catches stays info', () => {
    const caught = `try:\n    ${FLIP}\nexcept ImportError:\n    pass`;
    const { findings } = reportOn({ 'missing-symbol': 'error' }, caught);
    expect(findings.map(({ severity }) => severity)).toEqual(['info']);
  });

  test('a comment for the notebook silences what has no cell', () => {
    const { environmentFindings } = reportOn(
      {},
      '# keras-doctor: ignore-notebook[restart-needed]'
    );
    expect(environmentFindings).toEqual([]);
  });
});
