/** What is copied for a bug report: releases, line, symbol, rule; no path, and nothing that breaks out of its block. */

import { contradictionReport } from '../../../src/commands/contradiction-report';
import { TF24 } from '../notebook/kernel';
import { finding } from '../panel/shown';

const STATEMENT = 'from tensorflow.keras.layers import RandomFlip';

it('has environment, rule, symbol, place and statement', () => {
  const environment = {
    ...TF24,
    loaded: { tensorflow: '2.4.4' },
    variables: { TF_USE_LEGACY_KERAS: '1', HOME: '/home/somebody' },
    python: { ...TF24.python, executable: '/home/somebody/bin/python' }
  };
  const contradictions = [{ finding: finding(), statement: STATEMENT }];
  expect(contradictionReport({ environment, contradictions })).toBe(
    [
      'Keras Doctor marked a line that ran here.',
      '',
      '- Python 3.8.18, linux',
      '- tensorflow 2.4.4 (tensorflow-cpu), loaded 2.4.4',
      '- no keras',
      '- no tf_keras',
      '- TF_USE_LEGACY_KERAS=1',
      '',
      '**missing-symbol**: `tensorflow.keras.layers.RandomFlip`, cell 4, line 1',
      '',
      '> `RandomFlip` is not in `tensorflow.keras.layers`.',
      '',
      '```python',
      STATEMENT,
      '```',
      ''
    ].join('\n')
  );
});

it('counts them, and names a keyword', () => {
  const statement = 'Adam(lr=0.1)  # ````';
  const contradictions = [
    { finding: finding({ keyword: 'lr' }), statement },
    { finding: finding(), statement: STATEMENT }
  ];
  const report = contradictionReport({ environment: TF24, contradictions });
  expect(report).toContain('marked 2 lines that ran');
  expect(report).toContain('keyword `lr`');
  expect(report).toContain(`\`\`\`\`\`python\n${statement}\n\`\`\`\`\`\n`);
});
