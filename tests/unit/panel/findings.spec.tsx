/** Findings are grouped, filtered and folded as the person chose, and each says what can be done. */

import { UseSignal } from '@jupyterlab/ui-components';
import * as React from 'react';
import { act } from 'react';

import type { Finding } from '../../../src/engine/types';
import { Choices } from '../../../src/panel/choices';
import { FindingsSection, type ChosenCell } from '../../../src/panel/findings';
import type { Diagnosis } from '../../../src/tokens';
import {
  buttons,
  diagnosis,
  finding,
  headings,
  judged,
  noting,
  press,
  show,
  trans
} from './shown';

const SYMBOL = finding();
const MEMBER = finding({
  rule: 'missing-member',
  cell: 5,
  cellId: 'c6',
  symbol: 'keras.Model.fit_generator'
});
const OLD = finding({
  rule: 'deprecated-symbol',
  severity: 'info',
  line: 4,
  symbol: 'keras.losses.mse'
});
const ALL = [MEMBER, SYMBOL, OLD];

function view(
  findings: readonly Finding[],
  choices = new Choices(null),
  chosen: ChosenCell | null = null,
  over: Partial<Diagnosis> = {}
) {
  const actions = noting();
  const state = judged({ findings });
  const host = show(
    <UseSignal signal={choices.changed}>
      {() => (
        <FindingsSection
          diagnosis={diagnosis(state, over)}
          report={state.report}
          choices={choices}
          chosen={chosen}
          trans={trans}
          actions={actions}
        />
      )}
    </UseSignal>
  );
  return { host, actions, choices };
}

function choose(host: HTMLElement, name: string, value: string): void {
  const select = host.querySelector<HTMLSelectElement>(
    `select[aria-label="${name}"]`
  );
  if (!select) {
    throw new Error(`No list “${name}”`);
  }
  act(() => {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

function shownNames(host: HTMLElement): (string | null)[] {
  return Array.from(host.querySelectorAll('.jp-KerasDoctor-name')).map(
    node => node.textContent
  );
}

describe('groups', () => {
  it.each([
    ['cell', ['h4 Cell 4 [3]', 'h4 Cell 6']],
    [
      'rule',
      ['h4 deprecated-symbol', 'h4 missing-member', 'h4 missing-symbol']
    ],
    ['package', ['h4 keras', 'h4 tensorflow']]
  ])('by %s', (grouping, names) => {
    const { host } = view(ALL);
    choose(host, 'Group the findings', grouping);
    expect(headings(host).slice(1)).toEqual(names);
  });

  it('name the cell with the line where the group does not', () => {
    const { host } = view(ALL);
    expect(shownNames(host)[0]).toMatch(/RandomFlip line 1$/);
    choose(host, 'Group the findings', 'package');
    expect(shownNames(host)).toEqual([
      'keras.Model.fit_generator cell 6, line 1',
      'keras.losses.mse cell 4, line 4',
      'tensorflow.keras.layers.RandomFlip cell 4, line 1'
    ]);
  });

  it('fold away, and stay so when they are drawn anew', () => {
    const { host, choices } = view(ALL);
    press(host, 'Cell 4 [3]');
    const isFolded = (where: HTMLElement) => {
      const button = where.querySelector('[aria-expanded]');
      const list = document.getElementById(
        button?.getAttribute('aria-controls') ?? ''
      );
      expect(button?.getAttribute('aria-expanded')).toBe(String(!list?.hidden));
      return list?.hidden;
    };
    expect(isFolded(host)).toBe(true);
    expect(isFolded(view(ALL, choices).host)).toBe(true);
    press(host, 'Cell 4 [3]');
    expect(isFolded(host)).toBe(false);
  });
});

describe('filter', () => {
  it('has nothing to choose for a single finding', () => {
    expect(
      view([SYMBOL]).host.querySelector('select, [role=group]')
    ).toBeNull();
  });

  it('counts each severity, and hides it', () => {
    const { host } = view(ALL);
    const group = host.querySelector('[role=group]');
    expect(group?.textContent).toBe('21');
    press(host, '1 note');
    expect(host.querySelectorAll('li')).toHaveLength(2);
    expect(host.querySelector('.jp-KerasDoctor-count')?.textContent).toBe(
      '2 of 3'
    );
    expect(
      host.querySelector('[aria-label="1 note"]')?.getAttribute('aria-pressed')
    ).toBe('false');
    expect(host.textContent).toContain('The filter hides 1 finding.');
    press(host, 'Show all');
    expect(host.querySelectorAll('li')).toHaveLength(3);
  });

  it('of severities is not there where all are of one', () => {
    const { host } = view([SYMBOL, MEMBER]);
    expect(host.querySelector('[role=group]')).toBeNull();
  });

  it('narrows to a rule', () => {
    const { host } = view(ALL);
    choose(host, 'Show the findings of', 'missing-member');
    expect(shownNames(host)).toEqual(['keras.Model.fit_generator line 1']);
    choose(host, 'Show the findings of', '');
    expect(shownNames(host)).toHaveLength(3);
  });

  it('can be taken away where it leaves nothing', () => {
    const choices = new Choices(null);
    choices.toggle('error');
    const { host } = view([SYMBOL], choices);
    expect(host.querySelectorAll('li')).toHaveLength(0);
    press(host, 'Show all');
    expect(host.querySelectorAll('li')).toHaveLength(1);
  });
});

describe('one finding', () => {
  it('goes to, explains, ignores and copies', async () => {
    const { host, actions } = view([SYMBOL]);
    for (const name of ['Why', 'Ignore', 'Copy']) {
      press(host, name);
    }
    expect(actions.noted).toEqual([
      ['explain', 'missing-symbol'],
      ['ignore', SYMBOL],
      ['copyFinding', SYMBOL]
    ]);
    await act(() => Promise.resolve());
    expect(buttons(host)).toContain('Copied');
    expect(
      Array.from(host.querySelectorAll('[role=status]')).map(
        node => node.textContent
      )
    ).toContain('Copied');
  });

  it('is drawn anew only where it says something else', () => {
    const drawn: string[] = [];
    const noted: typeof trans = Object.assign(Object.create(trans), {
      __: (text: string, ...values: unknown[]) => {
        drawn.push(text);
        // eslint-disable-next-line jupyter/no-dynamic-translation
        return trans.__(text, ...values);
      }
    });
    const choices = new Choices(null);
    const state = judged();
    const actions = noting();
    let findings: readonly Finding[] = ALL;
    show(
      <UseSignal signal={choices.changed}>
        {() => (
          <FindingsSection
            diagnosis={diagnosis(state)}
            report={{ ...state.report, findings }}
            choices={choices}
            chosen={null}
            trans={noted}
            actions={actions}
          />
        )}
      </UseSignal>
    );
    const drawnWith = (now: readonly Finding[]): number => {
      findings = now;
      drawn.length = 0;
      act(() => choices.narrow(null));
      expect(drawn).toContain('Findings');
      return drawn.filter(text => text === 'Ignore').length;
    };
    const copies = ALL.map(each => ({ ...each }));
    expect(drawnWith(copies)).toBe(0);
    expect(drawnWith([{ ...MEMBER, message: 'Another.' }, SYMBOL, OLD])).toBe(
      1
    );
  });

  it('is named by each of its buttons', () => {
    const { host } = view([SYMBOL]);
    const described = Array.from(host.querySelectorAll('[aria-describedby]'));
    expect(described).toHaveLength(3);
    for (const button of described) {
      const id = button.getAttribute('aria-describedby') ?? '';
      expect(document.getElementById(id)?.textContent).toContain('RandomFlip');
    }
  });
});

describe('a chosen cell', () => {
  const once = (cellId: string): ChosenCell => {
    const claims = [true];
    return { cellId, claim: () => claims.pop() ?? false };
  };
  const focused = () => document.activeElement?.textContent;

  it.each([
    ['cell', /^Cell 6/],
    ['rule', /fit_generator cell 6, line 1$/]
  ] as const)('by %s takes the focus', (grouping, name) => {
    const choices = new Choices(null);
    choices.group(grouping);
    view(ALL, choices, once('c6'));
    expect(focused()).toMatch(name);
  });

  it('unfolds', () => {
    const choices = new Choices(null);
    choices.fold('c6', true);
    const { host } = view(ALL, choices, once('c6'));
    expect(focused()).toMatch(/^Cell 6/);
    expect(host.querySelectorAll('[aria-expanded=false]')).toHaveLength(0);
  });

  it('takes the focus once, however often the panel is drawn', () => {
    const chosen = once('c6');
    const choices = new Choices(null);
    view(ALL, choices, chosen);
    const other = document.createElement('button');
    document.body.append(other);
    other.focus();
    view(ALL, choices, chosen);
    expect(document.activeElement).toBe(other);
    other.remove();
  });
});
