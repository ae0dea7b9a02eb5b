/** The focus in the panel: arrow keys among findings, and where it goes when its button goes away. */

import { act } from 'react';
import * as React from 'react';

import type { Finding } from '../../../src/engine/types';
import { Choices } from '../../../src/panel/choices';
import { FindingsSection } from '../../../src/panel/findings';
import { KeptFocus } from '../../../src/panel/kept-focus';
import { diagnosis, finding, judged, noting, show, trans } from './shown';

const NAMES = ['a', 'b', 'c'];
const FIX = { title: 'Write it', safe: true, edits: [] };

function findings(names: readonly string[]): readonly Finding[] {
  return names.map(symbol =>
    finding({ symbol, line: NAMES.indexOf(symbol) + 1, fixes: [FIX] })
  );
}

/** The panel with findings of these names, which can be others later. */
function panel(choices = new Choices(null)) {
  let become: (names: readonly string[]) => void = () => undefined;
  let node: HTMLElement | null = null;
  function Panel(): JSX.Element {
    const [names, setNames] = React.useState<readonly string[]>(NAMES);
    become = setNames;
    const state = judged({ findings: findings(names) });
    return (
      <KeptFocus home={() => node}>
        <FindingsSection
          diagnosis={diagnosis(state)}
          report={state.report}
          choices={choices}
          chosen={null}
          trans={trans}
          actions={noting()}
        />
      </KeptFocus>
    );
  }
  node = show(<Panel />);
  node.tabIndex = -1;
  return {
    node,
    become: (names: readonly string[]) => act(() => become(names))
  };
}

/** The text of what has the focus. */
const focused = () => document.activeElement?.textContent?.trim();

function focus(node: HTMLElement, text: RegExp, index = 0): void {
  const all = Array.from(node.querySelectorAll('button'));
  all.filter(({ textContent }) => text.test(textContent ?? ''))[index].focus();
}

function press(key: string): boolean {
  const event = new KeyboardEvent('keydown', {
    key,
    bubbles: true,
    cancelable: true
  });
  act(() => void document.activeElement?.dispatchEvent(event));
  return event.defaultPrevented;
}

describe('arrow keys', () => {
  it.each([
    ['ArrowDown', /^Cell 4/, 'a line 1'],
    ['ArrowDown', /^a line 1/, 'b line 2'],
    ['ArrowUp', /^b line 2/, 'a line 1'],
    ['ArrowUp', /^a line 1/, 'Cell 4 [3]3'],
    ['ArrowUp', /^Cell 4/, 'Cell 4 [3]3'],
    ['ArrowDown', /^c line 3/, 'c line 3'],
    ['Home', /^c line 3/, 'Cell 4 [3]3'],
    ['End', /^Cell 4/, 'c line 3'],
    // From a button of the first finding.
    ['ArrowDown', /^Why/, 'b line 2'],
    ['ArrowUp', /^Ignore/, 'Cell 4 [3]3']
  ])('%s from %s leads to %s', (key, from, to) => {
    focus(panel().node, from);
    expect(press(key)).toBe(true);
    expect(focused()).toBe(to);
  });

  it.each(['Tab', 'Enter', 'j'])('%s stays as it is', key => {
    focus(panel().node, /^a line 1/);
    expect(press(key)).toBe(false);
    expect(focused()).toBe('a line 1');
  });

  it('pass over what is folded away', () => {
    const choices = new Choices(null);
    choices.fold('c4', true);
    focus(panel(choices).node, /^Cell 4/);
    press('ArrowDown');
    expect(focused()).toBe('Cell 4 [3]3');
  });
});

describe('a finding that is fixed', () => {
  it.each([
    [0, ['b', 'c'], 'b line 2'],
    [1, ['a', 'c'], 'c line 3'],
    [2, ['a', 'b'], 'b line 2']
  ])('at %s hands the focus on', (index, left, to) => {
    const { node, become } = panel();
    focus(node, /^Write it/, index);
    become(left);
    expect(focused()).toBe(to);
  });

  it('as the last leaves it to the panel', () => {
    const { node, become } = panel();
    focus(node, /^Write it/);
    become([]);
    expect(document.activeElement).toBe(node);
  });

  it('takes no focus that is elsewhere', () => {
    const { node, become } = panel();
    const elsewhere = document.createElement('input');
    document.body.append(elsewhere);
    elsewhere.focus();
    become(['b']);
    expect(document.activeElement).toBe(elsewhere);
    elsewhere.remove();
    focus(node, /^b line 2/);
    become(['b', 'c']);
    expect(focused()).toBe('b line 2');
  });
});
