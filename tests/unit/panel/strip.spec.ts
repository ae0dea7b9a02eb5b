/** Releases → bars: which one a bar stands for, how high it is, and what is said of all of them. */

import type { ReleaseSummary } from '../../../src/engine/offers';
import { verdictText } from '../../../src/panel/releases-words';
import { firstOf, rangesOf, stripOf, type Bar } from '../../../src/panel/strip';
import { release, trans } from './shown';

const barsOf = (...releases: readonly ReleaseSummary[]): readonly Bar[] =>
  stripOf(releases).flatMap(({ bars }) => bars);

const named = ({ tensorflow, keras }: ReleaseSummary) =>
  `${tensorflow} ${keras}`;

test('one bar for each series, by what tensorflow.keras is there', () => {
  const strip = stripOf(
    ['1.15.5', '2.5.3', '2.6.5', '2.15.1', '2.16.2', '2.21.0'].map(tensorflow =>
      release({ tensorflow })
    )
  );
  expect(
    strip.map(({ name, bars }) => [name, bars.map(({ series }) => series)])
  ).toEqual([
    ['inside', ['1.15', '2.5']],
    ['keras2', ['2.6', '2.15']],
    ['keras3', ['2.16', '2.21']]
  ]);
});

const alone = release({ tensorflow: '2.4.4', keras: null, failing: 3 });
const beside = release({ tensorflow: '2.4.4', keras: '2.4.3', failing: 2 });

test.each<[string, readonly ReleaseSummary[], string]>([
  ['the one in which less fails', [alone, beside], '2.4.4 2.4.3'],
  [
    'what could not be judged counts as failing',
    [alone, { ...beside, unknown: 2 }],
    '2.4.4 null'
  ],
  [
    'of equals the newer keras',
    [{ ...alone, failing: 2 }, beside],
    '2.4.4 2.4.3'
  ],
  [
    'what can be installed, though more fails there',
    [alone, { ...beside, installable: false }],
    '2.4.4 null'
  ],
  [
    'what is installed, though more fails there',
    [{ ...alone, installed: true }, beside],
    '2.4.4 null'
  ]
])('a bar stands for %s', (_, releases, expected) => {
  const [bar] = barsOf(...releases);
  expect(named(bar.release)).toBe(expected);
  expect(bar.others).toHaveLength(1);
});

test('heights are parts of the longest bar', () => {
  const bars = barsOf(
    release({ tensorflow: '2.3.4', failing: 6, unknown: 2 }),
    release({ tensorflow: '2.4.4', failing: 4 }),
    release({ tensorflow: '2.5.3', unknown: 2 }),
    release({ tensorflow: '2.6.5' })
  );
  expect(
    bars.map(({ level, failing, unknown }) => [level, failing, unknown])
  ).toEqual([
    ['many', 0.75, 0.25],
    ['some', 0.5, 0],
    ['open', 0, 0.25],
    ['none', 0, 0]
  ]);
});

test('begins with what is installed, otherwise with the newest that serves best', () => {
  const old = release({ tensorflow: '2.6.5' });
  const good = release({ tensorflow: '2.7.4' });
  const bad = release({ tensorflow: '2.8.4', failing: 1 });
  const far = release({ tensorflow: '2.9.3', installable: false });
  expect(firstOf(barsOf(old, good, bad, far)).series).toBe('2.7');
  expect(firstOf(barsOf(old, good, { ...bad, installed: true })).series).toBe(
    '2.8'
  );
});

test('ranges end at what is not there', () => {
  const bars = barsOf(
    ...['1.14.0', '1.15.5', '2.0.4', '2.4.4', '2.6.5', '2.7.4'].map(
      tensorflow => release({ tensorflow })
    )
  );
  expect(rangesOf(bars)).toEqual([
    ['1.14', '2.0'],
    ['2.4', '2.4'],
    ['2.6', '2.7']
  ]);
});

test.each<[readonly ReleaseSummary[], string]>([
  [
    [
      release({ tensorflow: '2.4.4', failing: 1 }),
      release({ tensorflow: '2.6.5' }),
      release({ tensorflow: '2.7.4' }),
      release({ tensorflow: '2.8.4', installable: false })
    ],
    'Everything runs in TensorFlow 2.6 to 2.7.'
  ],
  [
    [
      release({ tensorflow: '2.4.4', failing: 1 }),
      release({ tensorflow: '2.15.1', installable: false })
    ],
    'Everything runs in TensorFlow 2.15. There is no wheel of it for Python 3.8.'
  ],
  [
    [
      release({ tensorflow: '1.15.5', unknown: 1 }),
      release({ tensorflow: '2.4.4', failing: 1 })
    ],
    'Nothing is known to fail in TensorFlow 1.15.'
  ],
  [
    [
      release({ tensorflow: '2.4.4', failing: 3 }),
      release({ tensorflow: '2.6.5', failing: 2 }),
      release({ tensorflow: '2.7.4', failing: 2, installable: false })
    ],
    'No release runs everything. TensorFlow 2.6 to 2.7 comes nearest: 2 uses fail.'
  ]
])('in a sentence: %#', (releases, expected) => {
  expect(verdictText(barsOf(...releases), 'Python 3.8', trans)).toBe(expected);
});
