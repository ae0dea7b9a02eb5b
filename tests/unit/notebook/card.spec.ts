/** What is said at a mark, and what its buttons ask for. */

import { nullTranslator } from '@jupyterlab/translation';

import { markActs } from '../../../src/notebook/marks/acts';
import { cardOf, type CardOptions } from '../../../src/notebook/marks/card';
import { repairFor } from '../../../src/notebook/marks/repairs';
import { findingKey } from '../../../src/tokens';
import { diagnosis, finding, judged, remedy } from '../panel/shown';
import { CommandRegistry } from '@lumino/commands';

const FIX = { title: 'Write `tensorflow.keras`', safe: true, edits: [] };
const FOUND = finding({ fixes: [FIX] });
const REPAIR = {
  index: 1,
  remedy: { title: 'tensorflow-cpu 2.6.5', pins: [], place: 'cell' as const },
  isThere: false
};
const PIN = {
  cell: 0,
  cellId: 'c',
  line: 1,
  title: 'Change cell 1 to install `tensorflow==2.6.5`',
  edits: []
};

/** Presses each button of a card; the commands that were asked for, with their arguments. */
function pressed(over: Partial<CardOptions> = {}): readonly unknown[] {
  const asked: unknown[] = [];
  const commands = new CommandRegistry();
  for (const id of [
    'keras-doctor:apply-fix',
    'keras-doctor:insert-repair-cell',
    'keras-doctor:change-pins',
    'keras-doctor:ignore-finding',
    'keras-doctor:explain-rule',
    'keras-doctor:show-panel'
  ]) {
    commands.addCommand(id, {
      describedBy: { args: {} },
      execute: args => void asked.push([id, args])
    });
  }
  const card = cardOf({
    finding: FOUND,
    isEditable: true,
    repair: REPAIR,
    acts: markActs(commands, () => asked.push('front')),
    trans: nullTranslator.load('jupyterlab_keras_doctor'),
    close: () => asked.push('closed'),
    ...over
  });
  for (const button of Array.from(card.querySelectorAll('button'))) {
    asked.push(button.textContent);
    button.click();
  }
  return asked;
}

const closed = (label: string) => [label, 'closed', 'front'];
const key = findingKey(FOUND);
const WHY = [
  ...closed('Why'),
  ['keras-doctor:explain-rule', { rule: FOUND.rule }]
];
const SHOW = [
  ...closed('Show in panel'),
  ['keras-doctor:show-panel', { cellId: FOUND.cellId }]
];
const INSERT = [
  ...closed('Insert pip upgrade cell: tensorflow-cpu 2.6.5'),
  ['keras-doctor:insert-repair-cell', { remedy: 1 }]
];

test.each<[string, Partial<CardOptions>, readonly unknown[]]>([
  [
    'all of it',
    {},
    [
      ...closed('Write tensorflow.keras'),
      ['keras-doctor:apply-fix', { finding: key, fix: 0 }],
      ...INSERT,
      ...WHY,
      ...closed('Ignore'),
      ['keras-doctor:ignore-finding', { finding: key }],
      ...SHOW
    ]
  ],
  [
    'it is there',
    { isEditable: false, repair: { ...REPAIR, isThere: true } },
    [
      ...closed('Update pip upgrade cell: tensorflow-cpu 2.6.5'),
      ['keras-doctor:insert-repair-cell', { remedy: 1 }],
      ...WHY,
      ...SHOW
    ]
  ],
  [
    'the notebook’s own install',
    {
      isEditable: false,
      repair: {
        ...REPAIR,
        remedy: { ...REPAIR.remedy, pins: [PIN], place: 'pins' }
      }
    },
    [
      ...closed('Change cell 1 to install tensorflow==2.6.5'),
      ['keras-doctor:change-pins', { remedy: 1 }],
      ...WHY,
      ...SHOW
    ]
  ],
  ['read-only', { isEditable: false }, [...INSERT, ...WHY, ...SHOW]],
  ['nothing clears it', { isEditable: false, repair: null }, [...WHY, ...SHOW]]
])('%s', (_, over, expected) => {
  expect(pressed(over)).toEqual(expected);
});

test('the severity has a name, and code is code', () => {
  const card = cardOf({
    finding: finding({ severity: 'warning', message: '`lr` has no effect.' }),
    isEditable: false,
    repair: null,
    acts: markActs(new CommandRegistry(), () => undefined),
    trans: nullTranslator.load('jupyterlab_keras_doctor'),
    close: () => undefined
  });
  expect(card.querySelector('[role=img]')?.getAttribute('aria-label')).toBe(
    'Warning'
  );
  expect(card.querySelector('code')?.textContent).toBe('lr');
  expect(card.querySelector('p')?.textContent).toBe('lr has no effect.');
});

describe('the repair of a finding', () => {
  const { cell, line, column } = FOUND;
  const clearing = remedy({ clearsAt: [{ cell, line, column }] });
  const other = remedy({ clearsAt: [{ cell, line: line + 1, column }] });
  // The mark was made while the cell stood elsewhere.
  const marked = { ...FOUND, cell: cell + 5 };

  test.each([
    ['the first that clears it', [other, clearing, clearing], 1],
    ['none clears it', [other], null],
    ['the notebook’s own line', [{ ...clearing, place: 'pins' as const }], 0],
    [
      'nothing to write',
      [{ ...clearing, place: 'there' as const }, clearing],
      null
    ]
  ])('%s', (_, remedies, expected) => {
    const shown = diagnosis(judged({ findings: [FOUND], remedies }));
    expect(repairFor(shown, marked)?.index ?? null).toBe(expected);
  });

  test('none in a notebook that is read-only', () => {
    const shown = diagnosis(
      judged({ findings: [FOUND], remedies: [clearing] }),
      {
        editable: false
      }
    );
    expect(repairFor(shown, marked)).toBeNull();
  });
});
