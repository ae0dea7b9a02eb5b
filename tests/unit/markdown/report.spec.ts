/** A copied report tells what a maintainer needs, and nothing of the person's machine. */

import type { Report } from '../../../src/engine/types';
import {
  findingMarkdown,
  reportMarkdown,
  type Told
} from '../../../src/markdown/report';
import { readEnvironment } from '../../../src/probe/reply';
import { TF24 } from '../notebook/kernel';
import { finding, judged, trans } from '../panel/shown';

function told(report: Partial<Report> = {}, over: Partial<Told> = {}): Told {
  return {
    judged: judged(report),
    notebook: 'lecture.ipynb',
    kernel: 'Python 3.8 (tf24)',
    version: '0.1.0',
    trans,
    label: id => (id === 'c4' ? { position: 4, count: 3 } : null),
    source: () => 'from tensorflow.keras.layers import RandomFlip',
    ...over
  };
}

it('one finding', () => {
  expect(findingMarkdown(finding(), told())).toBe(
    `Cell 4 [3], line 1

**Error** \`missing-symbol\`: \`RandomFlip\` is not in \`tensorflow.keras.layers\`.

\`\`\`python
from tensorflow.keras.layers import RandomFlip
\`\`\`

TensorFlow 2.4.4 · Python 3.8.18 · Keras Doctor 0.1.0
`
  );
});

it('a finding whose cell is gone has no line', () => {
  const text = findingMarkdown(
    finding({ cellId: 'other', cell: 6 }),
    told({}, { source: () => null })
  );
  expect(text).toContain('Cell 7, line 1');
  expect(text).not.toContain('```');
});

it('the whole report', () => {
  const report = reportMarkdown(
    told({
      findings: [finding(), finding({ line: 2, severity: 'warning' })],
      environmentFindings: [
        {
          rule: 'broken-pair',
          severity: 'error',
          message: '`keras` is broken.'
        }
      ],
      unknown: 1,
      unknownBecause: ['tf-nightly 2.23']
    })
  );
  expect(
    report
      .split('\n')
      .filter(line => line !== '')
      .slice(0, 15)
  ).toEqual([
    '## Keras Doctor report',
    'lecture.ipynb · Python 3.8 (tf24)',
    '### Environment',
    '- Keras Doctor 0.1.0',
    '- Python 3.8.18, linux',
    '- TensorFlow: 2.4.4, tensorflow-cpu',
    '- **Error** `broken-pair`: `keras` is broken.',
    '### Findings (2)',
    '- Cell 4 [3], line 1',
    '  **Error** `missing-symbol`: `RandomFlip` is not in `tensorflow.keras.layers`.',
    '  ```python',
    '  from tensorflow.keras.layers import RandomFlip',
    '  ```',
    '- Cell 4 [3], line 2',
    '  **Warning** `missing-symbol`: `RandomFlip` is not in `tensorflow.keras.layers`.'
  ]);
  expect(report).toContain(
    '\n12 uses were found, 1 use could not be judged (tf-nightly 2.23)\n'
  );
});

it('what was marked and ran has its statement', () => {
  const report = reportMarkdown(
    told({
      contradictions: [{ finding: finding({ line: 3 }), statement: 'x = 1\ny' }]
    })
  );
  expect(report).toContain(`### Marked, and ran (1)

- Cell 4 [3], line 3

  **Error** \`missing-symbol\`: \`RandomFlip\` is not in \`tensorflow.keras.layers\`.

  \`\`\`python
  x = 1
  y
  \`\`\`
`);
  expect(reportMarkdown(told())).not.toContain('Marked, and ran');
});

it('its environment is one that the command line reads, without folders', () => {
  const environment = {
    ...TF24,
    python: { ...TF24.python, executable: '/srv/ada/bin/python' },
    variables: { KERAS_HOME: '/srv/ada', TF_USE_LEGACY_KERAS: '1' },
    installed: {
      tensorflow: {
        version: '2.4.4',
        distribution: 'tensorflow-cpu',
        location: '/srv/ada/lib',
        others: [
          {
            distribution: 'tensorflow',
            version: '2.4.0',
            location: '/srv/ada/lib'
          }
        ]
      },
      keras: null
    },
    shadowing: [{ module: 'keras', path: '/srv/ada/keras.py' }],
    unreadable: [{ what: 'keras.json', why: '/srv/ada/keras.json' }]
  };
  const report = reportMarkdown(told({ environment }));
  expect(report).not.toContain('/srv/ada');
  const json = /```json\n([^`]*)```/.exec(report)?.[1] ?? '';
  expect(readEnvironment(JSON.parse(json))).toMatchObject({
    python: { version: '3.8.18' },
    installed: { tensorflow: { version: '2.4.4' }, keras: null },
    variables: { TF_USE_LEGACY_KERAS: '1' }
  });
});

it('words of others are words: no fence is closed, no HTML and no emphasis made', () => {
  const text = findingMarkdown(
    finding({ message: '<img src=x> and *stars* [a](b) in `<i>`.' }),
    told({}, { source: () => 'x = """````"""  # <b>' })
  );
  expect(text).toContain('&lt;img src=x> and \\*stars\\* \\[a\\](b) in `<i>`.');
  expect(text).toContain('`````python\nx = """````"""  # <b>\n`````');
});
