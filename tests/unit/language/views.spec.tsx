/** No text that a person sees or hears escapes the translator: panel, status bar, marks, error help, commands, notifications. */

import * as React from 'react';
import { Notification } from '@jupyterlab/apputils';
import { CommandRegistry } from '@lumino/commands';
import { Signal } from '@lumino/signaling';

import { tell } from '../../../src/commands/outcome';
import { addSettingCommands } from '../../../src/commands/settings';
import type { Report } from '../../../src/engine/types';
import { Causes } from '../../../src/notebook/causes';
import type { Explanation } from '../../../src/notebook/errors/explanation';
import { ErrorHelp } from '../../../src/notebook/errors/help';
import { markActs } from '../../../src/notebook/marks/acts';
import { Badge } from '../../../src/notebook/marks/badge';
import { cardOf } from '../../../src/notebook/marks/card';
import { Choices } from '../../../src/panel/choices';
import { Nothing } from '../../../src/panel/empty';
import { Counts, Header } from '../../../src/panel/header';
import { JudgedView } from '../../../src/panel/judged';
import { Settings } from '../../../src/settings';
import { statusWords } from '../../../src/status/words';
import type { Diagnosis, DiagnosisState, Judged } from '../../../src/tokens';
import { scene } from '../commands/scene';
import { diagnosis, noting, show } from '../panel/shown';
import { Outside, outsideIn, pseudo } from './pseudo';
import { whole } from '../golden/whole';
import { judgedIn } from './reports';

jest.setTimeout(120_000);

/** Names, releases and signs, which no language changes. */
const DATA = [
  /^[\d.]+(?:[a-z]+\d+)?$/,
  /^(?:TensorFlow|Keras|keras|tf\.keras|tf_keras|Python|Keras Doctor)(?: [\d.]+)?$/,
  /^(?:numpy|protobuf|h5py|ml_dtypes)(?: [\d.]+)?$/,
  /^[·,:→✓✖()\s]+$/,
  // How far a bar of the strip goes, as its table says in words.
  /^(?:\d+\+|\?)$/,
  // An execution count, as Jupyter shows it.
  /^\[\d+\]$/,
  // Programs and distributions.
  /^(?:conda|venv|uv|pip|tensorflow(?:-cpu|-intel|-gpu)?)$/
];

function escaped(parts: readonly string[], own: readonly string[]): string[] {
  return parts.filter(
    part => !own.includes(part) && !DATA.some(pattern => pattern.test(part))
  );
}

/** What a report itself names: rules, symbols, packages. */
function namesIn({ findings, environmentFindings, remedies }: Report) {
  return [
    ...[...findings, ...environmentFindings].map(({ rule }) => rule),
    ...findings.map(({ symbol }) => symbol),
    ...findings.map(({ symbol }) => symbol.split('.').pop() ?? ''),
    ...remedies.flatMap(({ requirements }) => requirements)
  ];
}

function panel(state: Judged, over: Partial<Diagnosis> = {}): HTMLElement {
  const shown = diagnosis(state, {
    label: () => ({ position: 4, count: 3 }),
    ...over
  });
  const host = show(
    <>
      <Header diagnosis={shown} trans={pseudo} />
      <Counts diagnosis={shown} trans={pseudo} />
      <JudgedView
        diagnosis={shown}
        judged={state}
        choices={new Choices(null)}
        chosen={null}
        trans={pseudo}
        actions={noting()}
      />
    </>
  );
  return host;
}

const OWN = ['lecture.ipynb'];

const SCENES: readonly [string, string, Partial<Diagnosis>, Partial<Judged>][] =
  [
    ['tf1-sessions', 'tf2.21', {}, {}],
    ['tf1-sessions', 'tf1.15', {}, {}],
    ['keras-2.0-style', 'tf2.12', {}, { stale: true, busy: true }],
    ['keras-2.0-style', 'tf2.4+keras2.4.3', { editable: false }, {}],
    ['mixed-keras', 'tf2.4+keras2.8.0', {}, { stale: true, waits: true }],
    ['mixed-keras', 'tf2.16+legacy', {}, { stale: true }],
    ['pinned-release', 'tf2.21', { repairCell: { id: '1', source: '' } }, {}],
    ['pinned-release', 'tfkeras-none', {}, {}],
    ['magics-and-broken-cells', 'tf2.21', {}, {}],
    [
      'text-tokenizer',
      'tf2.4+keras2.4.3',
      {
        refusals: [
          {
            source: '',
            title: '⟦x⟧',
            requirements: ['a==1'],
            installer: 'pip',
            why: '⟦why⟧'
          }
        ]
      },
      {}
    ]
  ];

test.each(SCENES)('the panel of %s in %s', async (notebook, id, over, more) => {
  const state = { ...(await judgedIn(notebook, whole(id))), ...more };
  const host = panel(state, over);
  for (const details of Array.from(host.querySelectorAll('details'))) {
    details.open = true;
  }
  expect(outsideIn(host).length).toBeGreaterThan(0);
  expect(escaped(outsideIn(host), [...OWN, ...namesIn(state.report)])).toEqual(
    []
  );
});

test('what was wrong about a line that ran', async () => {
  const state = await judgedIn('tf1-sessions', whole('tf2.21'));
  const { report } = state;
  const [finding] = report.findings;
  const contradictions = [{ finding, statement: 'import keras' }];
  const host = panel({ ...state, report: { ...report, contradictions } });
  expect(escaped(outsideIn(host), [...OWN, ...namesIn(report)])).toEqual([]);
});

const STATES: readonly DiagnosisState[] = [
  { kind: 'opening' },
  { kind: 'off' },
  { kind: 'left-alone', pattern: 'tf*' },
  { kind: 'unasked' },
  { kind: 'no-kernel' },
  { kind: 'starting', busy: false },
  { kind: 'starting', busy: true },
  { kind: 'foreign', language: 'R' },
  { kind: 'failed', message: '⟦why⟧' }
];

test.each([null, ...STATES])('the panel with nothing judged: %p', state => {
  for (const opening of [false, true]) {
    const host = show(
      <Nothing
        diagnosis={state && diagnosis(state)}
        opening={opening}
        trans={pseudo}
        actions={noting()}
      />
    );
    expect(host.textContent).toContain('⟦');
    expect(outsideIn(host)).toEqual([]);
  }
});

describe('marks and status', () => {
  test('badge, hover, status bar, error help', async () => {
    const state = await judgedIn('keras-2.0-style', whole('tf2.12'));
    const { findings } = state.report;
    const badge = new Badge(pseudo, () => undefined);
    badge.display(findings);
    expect(escaped(outsideIn(badge.node), [])).toEqual([]);
    const words = statusWords(diagnosis(state), pseudo);
    expect(new Outside().of(words?.title ?? 'none')).toEqual([]);
    expect(new Outside().of(words?.text ?? 'none')).toEqual([]);
    for (const finding of findings) {
      const card = cardOf({
        finding,
        isEditable: true,
        repair: {
          index: 0,
          remedy: { title: 'tensorflow-cpu 2.6.5', pins: [], place: 'cell' },
          isThere: false
        },
        acts: markActs(new CommandRegistry(), () => undefined),
        trans: pseudo,
        close: () => undefined
      });
      expect(escaped(outsideIn(card), ['tensorflow-cpu 2.6.5'])).toEqual([]);
      const help = new ErrorHelp({
        trans: pseudo,
        onClick: () => undefined,
        fix: async () => true
      });
      for (const explanation of [
        { kind: 'finding', finding },
        { kind: 'unjudged', waits: true },
        ...(['run', 'edited', 'saved'] as const).map(since => ({
          kind: 'nothing' as const,
          since
        }))
      ] satisfies readonly Explanation[]) {
        help.display(explanation, true);
        expect(outsideIn(help.node)).toEqual([]);
      }
    }
  });
});

describe('commands', () => {
  const { commands } = scene(null, pseudo);
  const own = new CommandRegistry();
  addSettingCommands({
    commands: own,
    settings: new Settings(null),
    trans: pseudo
  });

  test.each([
    ...commands.listCommands().map(id => [id, commands] as const),
    ...own.listCommands().map(id => [id, own] as const)
  ])('%s', async (id, registry) => {
    for (const args of [{}, { isContextMenu: true }]) {
      const texts = [
        registry.label(id, args),
        registry.caption(id, args),
        registry.usage(id, args)
      ];
      expect(texts.flatMap(text => new Outside().of(text))).toEqual([]);
    }
    const { args } = await registry.describedBy(id);
    const described = JSON.stringify(args ?? {}).matchAll(
      /"description":"([^"]*)"/g
    );
    for (const [, text] of described) {
      expect(new Outside().of(text)).toEqual([]);
    }
  });
});

test('why an edit was not made', () => {
  tell('changed', pseudo);
  tell('read-only', pseudo);
  const told = Notification.manager.notifications.map(({ message }) => message);
  expect(told).toHaveLength(2);
  expect(told.flatMap(text => new Outside().of(text))).toEqual([]);
});

test('what needs the person: a restart, a failed install', async () => {
  const one = diagnosis(
    await judgedIn('keras-2.0-style', {
      ...whole('tf2.12'),
      loaded: { tensorflow: '2.11.1', keras: '2.11.0' }
    }),
    {
      refusals: [
        {
          source: '%pip install tensorflow==2.6.5',
          title: 'tensorflow 2.6.5',
          requirements: ['tensorflow==2.6.5'],
          installer: 'pip',
          why: 'ERROR: No matching distribution found'
        }
      ]
    }
  );
  const causes = new Causes({
    diagnoses: {
      all: [one],
      anyChanged: new Signal<object, Diagnosis>({}),
      restart: async () => true
    },
    trans: pseudo,
    show: () => undefined
  }).now;
  expect(causes.map(({ type }) => type)).toEqual(['info', 'warning']);
  for (const { message, action } of causes) {
    for (const text of [message, action.label, action.caption]) {
      expect(new Outside().of(text)).toEqual([]);
    }
  }
});
