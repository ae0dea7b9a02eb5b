/** Which finding explains an error, and that none does where none does. */

import type { Finding, Report } from '../../../src/engine/types';
import { explain } from '../../../src/notebook/errors/explanation';
import type { Raised } from '../../../src/notebook/errors/raised';
import type { DiagnosisState } from '../../../src/tokens';
import { finding, judged } from '../panel/shown';

const FLIP = finding({ line: 2, endLine: 2, statementLine: 2 });
const LR = finding({
  rule: 'unknown-keyword',
  symbol: 'tensorflow.keras.optimizers.Adam',
  keyword: 'lr',
  line: 5,
  endLine: 5,
  statementLine: 3
});
const ELSEWHERE = finding({
  cellId: 'c2',
  symbol: 'tensorflow.placeholder',
  line: 3,
  endLine: 3,
  statementLine: 3
});
const PAIR = finding({
  rule: 'broken-pair',
  symbol: 'keras',
  statementLine: 1
});

function raised(over: Partial<Raised> = {}): Raised {
  return {
    name: 'ImportError',
    message: "cannot import name 'RandomFlip' from 'tensorflow.keras.layers'",
    frames: [{ count: 7, line: 2 }],
    importing: true,
    isOfKind: true,
    isOurs: true,
    ...over
  };
}

function explained(
  error: Raised,
  findings: readonly Finding[],
  report: Partial<Report> = {}
) {
  return explain({
    cellId: 'c4',
    raised: error,
    state: judged({ findings, ...report }),
    since: 'run',
    counted: count => ({ 7: 'c4', 6: 'c2' })[count] ?? null
  });
}

describe('a finding explains', () => {
  test.each<[string, Raised, Finding]>([
    ['its line', raised(), FLIP],
    [
      'its line where no count is told',
      raised({ frames: [{ count: null, line: 2 }] }),
      FLIP
    ],
    ['its name where no line is told', raised({ frames: [] }), FLIP],
    [
      'any line of its statement',
      raised({
        name: 'ValueError',
        message: "Argument(s) not recognized: {'lr': 1}",
        frames: [{ count: 7, line: 3 }]
      }),
      LR
    ],
    [
      'a function of another cell',
      raised({
        name: 'AttributeError',
        message: "module 'tensorflow' has no attribute 'placeholder'",
        frames: [
          { count: 7, line: 9 },
          { count: 6, line: 3 }
        ]
      }),
      ELSEWHERE
    ],
    [
      'what the packages themselves raise',
      raised({
        name: 'AttributeError',
        message:
          "module 'tensorflow.compat.v2' has no attribute '__internal__'",
        frames: [{ count: 7, line: 1 }]
      }),
      PAIR
    ]
  ])('%s', (_, error, expected) => {
    expect(explained(error, [ELSEWHERE, LR, FLIP, PAIR])).toEqual({
      kind: 'finding',
      finding: expected
    });
  });
});

describe('nothing explains', () => {
  test.each<[string, Raised]>([
    [
      'another name on the line',
      raised({ message: "cannot import name 'Flip'" })
    ],
    [
      'a longer name',
      raised({ message: "cannot import name 'RandomFlipped'", frames: [] })
    ],
    [
      'another cell',
      raised({ frames: [{ count: 99, line: 2 }], message: 'no' })
    ]
  ])('%s', (_, error) => {
    expect(explained(error, [FLIP])).toEqual({
      kind: 'nothing',
      since: 'run'
    });
  });
});

describe('the environment explains', () => {
  const environmentFindings = [
    { rule: 'restart-needed', severity: 'warning', message: 'no' },
    { rule: 'unmet-requirement', severity: 'error', message: 'protobuf 5' }
  ] as const;

  it('an import that raises', () => {
    const error = raised({ name: 'TypeError', message: 'Descriptors cannot' });
    expect(explained(error, [], { environmentFindings })).toEqual({
      kind: 'environment',
      message: 'protobuf 5'
    });
  });

  it('and nothing else', () => {
    const error = raised({ importing: false, message: 'no' });
    expect(explained(error, [], { environmentFindings })).toEqual({
      kind: 'nothing',
      since: 'run'
    });
  });
});

test.each<[DiagnosisState, boolean]>([
  [{ kind: 'starting', busy: false }, true],
  [{ kind: 'opening' }, true],
  [{ kind: 'no-kernel' }, false],
  [{ kind: 'failed', message: 'no' }, false]
])('says that nothing is known of the kernel: %j', (state, waits) => {
  expect(
    explain({
      cellId: 'c4',
      raised: raised(),
      state,
      since: 'run',
      counted: () => null
    })
  ).toEqual({ kind: 'unjudged', waits });
});
