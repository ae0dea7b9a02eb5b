/** Every command says what it is and what it takes, and is enabled exactly where it can do something. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Finding, Fix, Report } from '../../../src/engine/types';
import {
  CommandIDs,
  findingKey,
  type Diagnosis,
  type DiagnosisState,
  type Place
} from '../../../src/tokens';
import { diagnosis, finding, judged, remedy } from '../panel/shown';
import { scene } from './scene';

const SAFE: Fix = { title: 'Write `tensorflow`', safe: true, edits: [] };
const RISKY: Fix = { title: 'Write `other`', safe: false, edits: [] };

const NAME = { line: 1, column: 38, endLine: 1, endColumn: 48 };
const AT_NAME: Place = { cellId: 'c4', range: NAME };
const ELSEWHERE: Place = {
  cellId: 'c4',
  range: { line: 7, column: 1, endLine: 7, endColumn: 1 }
};

const fixable = finding({ fixes: [RISKY, SAFE] });
const ids: readonly string[] = Object.values(CommandIDs);

function of(report: Partial<Report>, over: Partial<Diagnosis> = {}) {
  return scene(diagnosis(judged(report), over));
}

/** Ids of the commands that are enabled without arguments. */
function enabled({ commands }: ReturnType<typeof scene>): readonly string[] {
  return ids.filter(id => commands.isEnabled(id)).sort();
}

describe.each(ids)('%s', id => {
  const { commands } = of({});

  it('is there, with a label, a caption and an icon', () => {
    expect(commands.hasCommand(id)).toBe(true);
    expect(commands.label(id)).not.toBe('');
    expect(commands.caption(id)).not.toBe('');
    expect(commands.icon(id)).toBeDefined();
  });

  it('describes its arguments', async () => {
    const { args } = await commands.describedBy(id);
    expect(args).toMatchObject({ type: 'object' });
    for (const property of Object.values(Object(args?.properties))) {
      expect(property).toMatchObject({ description: expect.any(String) });
    }
  });
});

test('there are no commands but those of the list', () => {
  const { commands, listed } = of({});
  expect(commands.listCommands().slice().sort()).toEqual(ids.slice().sort());
  expect(listed.filter(id => !ids.includes(id))).toEqual([]);
});

test('menus, toolbar and keys name commands that are there', () => {
  const schema = readFileSync(
    join(__dirname, '../../../schema/plugin.json'),
    'utf8'
  );
  const named = Array.from(schema.matchAll(/"command": "(.*?)"/g)).map(
    match => match[1]
  );
  expect(named).toContain(CommandIDs.next);
  expect(named.filter(id => !ids.includes(id))).toEqual([]);
});

const ALWAYS = [CommandIDs.showPanel];
const NOTEBOOK = [...ALWAYS, CommandIDs.toNotebook, CommandIDs.chooseKernel];
const KERNEL = [...NOTEBOOK, CommandIDs.restart];
const WALK = [CommandIDs.next, CommandIDs.previous];
const ASKED = [...KERNEL, CommandIDs.probe];
const JUDGED = [...ASKED, CommandIDs.copyReport];
/** With the cursor on a finding. */
const AT = [
  CommandIDs.copyFinding,
  CommandIDs.explain,
  CommandIDs.ignore,
  CommandIDs.showHere
];

test.each<[string, Diagnosis | null, readonly string[]]>([
  ['no notebook', null, ALWAYS],
  [
    'no kernel',
    diagnosis({ kind: 'no-kernel' }, { kernelId: null, editable: false }),
    NOTEBOOK
  ],
  [
    'a kernel that did not answer',
    diagnosis({ kind: 'failed', message: '' }, { editable: false }),
    ASKED
  ],
  [
    'another language',
    diagnosis({ kind: 'foreign', language: 'R' }, { editable: false }),
    KERNEL
  ],
  ['nothing found', diagnosis(judged()), JUDGED],
  [
    'a finding without a fix, the cursor on it',
    diagnosis(judged({ findings: [finding()] })),
    [...JUDGED, ...WALK, ...AT]
  ],
  [
    'a finding with a fix, the cursor on it',
    diagnosis(judged({ findings: [fixable] })),
    [...JUDGED, ...WALK, ...AT, CommandIDs.fixHere, CommandIDs.fixSafe]
  ],
  [
    'the same, and the fix is not safe',
    diagnosis(judged({ findings: [finding({ fixes: [RISKY] })] })),
    [...JUDGED, ...WALK, ...AT, CommandIDs.fixHere]
  ],
  [
    'the same in a notebook that is read-only',
    diagnosis(judged({ findings: [fixable], remedies: [remedy()] }), {
      editable: false
    }),
    [
      ...JUDGED,
      ...WALK,
      CommandIDs.copyFinding,
      CommandIDs.explain,
      CommandIDs.showHere
    ]
  ],
  [
    'a repair',
    diagnosis(judged({ remedies: [remedy()] })),
    [...JUDGED, CommandIDs.insertRepair]
  ],
  [
    'rewrites that need no install',
    diagnosis(
      judged({
        rewriting: {
          clears: 1,
          fixes: [{ cell: 3, cellId: 'c4', replaces: 'tf', fix: SAFE }]
        }
      })
    ),
    [...JUDGED, CommandIDs.rewrite]
  ]
])('enabled with %s', (_, current, expected) => {
  const made = scene(current);
  made.place({ active: AT_NAME });
  expect(enabled(made)).toEqual(expected.slice().sort());
});

test.each<[string, DiagnosisState, boolean]>([
  ['opening', { kind: 'opening' }, false],
  ['starting', { kind: 'starting', busy: false }, true],
  ['not asked yet', { kind: 'unasked' }, true],
  ['off', { kind: 'off' }, false],
  ['left alone', { kind: 'left-alone', pattern: '*' }, false],
  ['no kernel', { kind: 'no-kernel' }, false]
])('the kernel can be asked while %s: %s', (_, state, expected) => {
  const { commands } = scene(diagnosis(state));
  expect(commands.isEnabled(CommandIDs.probe)).toBe(expected);
});

test('menus and buttons hear that something is different', () => {
  const { commands, change } = of({});
  const heard: string[] = [];
  commands.commandChanged.connect((_, { type }) => void heard.push(type));
  change();
  expect(heard).toEqual(['many-changed']);
});

describe('fix under the cursor', () => {
  it.each<[string, Place | undefined, readonly unknown[] | null]>([
    ['on the name', AT_NAME, ['applyFix', fixable.symbol, 1]],
    [
      'on its line',
      {
        cellId: 'c4',
        range: { line: 1, column: 1, endLine: 1, endColumn: 1 }
      },
      ['applyFix', fixable.symbol, 1]
    ],
    ['elsewhere in the cell', ELSEWHERE, null],
    ['in another cell', { cellId: 'c5', range: NAME }, null],
    ['in a cell without an editor', { cellId: 'c4', range: null }, null],
    ['without a cell', undefined, null]
  ])('%s', async (_, active, expected) => {
    const made = of({ findings: [finding({ line: 9, endLine: 9 }), fixable] });
    made.place({ active });
    expect(made.commands.isEnabled(CommandIDs.fixHere)).toBe(expected !== null);
    await made.commands.execute(CommandIDs.fixHere);
    expect(made.noted).toEqual(
      expected ? [expected, ['announce', 'Done: Write tensorflow']] : []
    );
  });

  it('says nothing of a fix that was not made', async () => {
    const made = of({ findings: [fixable] });
    made.place({ active: AT_NAME });
    made.answer('gone');
    await made.commands.execute(CommandIDs.fixHere);
    expect(made.noted).toEqual([['applyFix', fixable.symbol, 1]]);
  });

  it('in the context menu is named after what it does there, or hidden', () => {
    const { commands, place } = of({ findings: [fixable] });
    const args = { isContextMenu: true };
    place({ active: AT_NAME, pointed: ELSEWHERE });
    expect(commands.isVisible(CommandIDs.fixHere, args)).toBe(false);
    expect(commands.isVisible(CommandIDs.fixHere)).toBe(true);
    place({ active: ELSEWHERE, pointed: AT_NAME });
    expect(commands.isVisible(CommandIDs.fixHere, args)).toBe(true);
    expect(commands.label(CommandIDs.fixHere, args)).toBe(
      'Fix: Write tensorflow'
    );
  });
});

describe('all safe fixes', () => {
  const findings: readonly Finding[] = [
    fixable,
    finding({ cellId: 'c5', symbol: 'b', fixes: [SAFE] }),
    finding({ cellId: 'c5', symbol: 'risky', line: 2, fixes: [RISKY] }),
    finding({ cellId: 'c5', symbol: 'none', line: 3 })
  ];

  it('of the notebook are made at once, one for each finding', async () => {
    const { commands, noted } = of({ findings });
    await commands.execute(CommandIDs.fixSafe);
    expect(noted).toEqual([
      ['applyFixes', [fixable.symbol, 1], ['b', 0]],
      ['announce', 'The safe fixes of 2 findings are made.']
    ]);
  });

  it('of the cell in whose menu they are', async () => {
    const { commands, noted, place } = of({ findings });
    const args = { isContextMenu: true };
    expect(commands.isVisible(CommandIDs.fixSafe, args)).toBe(false);
    place({ pointed: { cellId: 'c5', range: null } });
    expect(commands.isVisible(CommandIDs.fixSafe, args)).toBe(true);
    expect(commands.label(CommandIDs.fixSafe, args)).toContain('in This Cell');
    await commands.execute(CommandIDs.fixSafe, args);
    expect(noted).toEqual([
      ['applyFixes', ['b', 0]],
      ['announce', 'The safe fix of 1 finding is made.']
    ]);
  });
});

describe('the panel', () => {
  it('from the menu of a cell shows its findings, and is not in that of others', async () => {
    const { commands, noted, place } = of({ findings: [fixable] });
    const args = { isContextMenu: true };
    place({ active: AT_NAME, pointed: { cellId: 'c9', range: null } });
    expect(commands.isVisible(CommandIDs.showPanel, args)).toBe(false);
    place({ pointed: { cellId: 'c4', range: null } });
    expect(commands.isVisible(CommandIDs.showPanel, args)).toBe(true);
    await commands.execute(CommandIDs.showPanel, args);
    expect(noted).toEqual([
      ['activate', 'jupyterlab-keras-doctor-panel', { focus: true }],
      ['chooseCell', 'c4']
    ]);
  });

  it.each([
    ['c4', [['chooseCell', 'c4']]],
    ['c9', []]
  ])('by key leads to the findings of cell %s', async (cellId, chosen) => {
    const { commands, noted, place } = of({ findings: [fixable] });
    place({ active: { cellId, range: null } });
    await commands.execute(CommandIDs.showPanel, { atCursor: true });
    expect(noted.slice(1)).toEqual(chosen);
  });

  it('in the toolbar is a button without a text, and takes no focus', async () => {
    const { commands, noted } = of({});
    const args = { toolbar: true };
    expect(commands.label(CommandIDs.showPanel, args)).toBe('');
    await commands.execute(CommandIDs.showPanel, args);
    expect(noted).toEqual([
      ['activate', 'jupyterlab-keras-doctor-panel', { focus: false }]
    ]);
  });
});

describe('the menu of a finding in the panel', () => {
  const args = { isContextMenu: true };
  const menu = [
    CommandIDs.reveal,
    CommandIDs.fixHere,
    CommandIDs.explain,
    CommandIDs.ignore,
    CommandIDs.copyFinding
  ];

  it.each<[string, string, readonly unknown[]]>([
    [
      'go to',
      CommandIDs.reveal,
      ['reveal', { cellId: 'c4', range: { ...NAME } }]
    ],
    ['fix', CommandIDs.fixHere, ['applyFix', fixable.symbol, 1]],
    ['explain', CommandIDs.explain, ['showRule', fixable.rule]],
    ['ignore', CommandIDs.ignore, ['ignore', fixable.symbol]]
  ])('%s is about that finding', async (_, id, expected) => {
    const other = finding({
      line: 7,
      endLine: 7,
      symbol: 'other',
      fixes: [SAFE]
    });
    const made = of({ findings: [other, fixable] });
    made.place({
      active: ELSEWHERE,
      pointed: ELSEWHERE,
      finding: findingKey(fixable)
    });
    expect(menu.filter(each => made.commands.isVisible(each, args))).toEqual(
      menu
    );
    await made.commands.execute(id, args);
    expect(made.noted[0]).toEqual(expected);
  });

  it('does nothing where that finding is gone, whatever is at the cursor', async () => {
    const made = of({ findings: [fixable] });
    made.place({ active: AT_NAME, pointed: AT_NAME, finding: 'gone' });
    expect(menu.filter(each => made.commands.isEnabled(each, args))).toEqual(
      []
    );
    expect(await made.commands.execute(CommandIDs.explain, args)).toBe(false);
    expect(made.noted).toEqual([]);
  });
});

test.each<[string, object, boolean]>([
  ['a fix that is there', { finding: findingKey(fixable), fix: 1 }, true],
  ['the first of them', { finding: findingKey(fixable) }, true],
  ['a fix that is not', { finding: findingKey(fixable), fix: 2 }, false],
  ['a finding that is gone', { finding: 'gone' }, false]
])('a fix can be applied with %s', (_, args, expected) => {
  const { commands } = of({ findings: [fixable] });
  expect(commands.isEnabled(CommandIDs.applyFix, { ...args })).toBe(expected);
});

test.each<[string, string, object, readonly unknown[]]>([
  [
    'a rule',
    CommandIDs.explain,
    { rule: 'broken-pair' },
    ['showRule', 'broken-pair']
  ],
  [
    'a page',
    CommandIDs.explain,
    { page: 'silencing' },
    ['showPage', 'silencing']
  ],
  [
    'a finding to go to',
    CommandIDs.reveal,
    { finding: findingKey(fixable) },
    ['reveal', { cellId: 'c4', range: { ...NAME } }]
  ],
  [
    'a fix by the key of its finding',
    CommandIDs.applyFix,
    { finding: findingKey(fixable), fix: 1 },
    ['applyFix', fixable.symbol, 1]
  ],
  ['a repair', CommandIDs.insertRepair, { remedy: 1 }, ['insertRepair', 1]],
  ['the first repair', CommandIDs.insertRepair, {}, ['insertRepair', 0]],
  [
    'a release',
    CommandIDs.insertRepair,
    { release: { tensorflow: '2.6.5', keras: null } },
    ['insertRelease', { tensorflow: '2.6.5', keras: null }]
  ],
  ['pins', CommandIDs.changePins, { remedy: 1 }, ['changePins', 1]],
  [
    'lines that go with a repair',
    CommandIDs.rewrite,
    { remedy: 1 },
    ['rewrite', 1]
  ],
  ['lines alone', CommandIDs.rewrite, {}, ['rewrite', null]],
  ['the kernel', CommandIDs.probe, {}, ['probe']]
])('%s', async (_, id, args, expected) => {
  const { commands, noted } = of({
    findings: [fixable],
    remedies: [remedy(), remedy()]
  });
  await commands.execute(id, { ...args });
  expect(noted).toEqual([expected]);
});
