/** The toolbar's button says what there is to say of its own notebook, and which key does the same. */

import { nullTranslator } from '@jupyterlab/translation';
import { CommandRegistry } from '@lumino/commands';
import { MessageLoop } from '@lumino/messaging';
import { Signal } from '@lumino/signaling';
import { Widget } from '@lumino/widgets';
import { act } from 'react';

import { DoctorButton } from '../../../src/status/button';
import { CommandIDs, type Diagnosis } from '../../../src/tokens';
import { diagnosis, finding, judged } from '../panel/shown';

const found = diagnosis(judged({ findings: [finding()] }));

function shown(
  current: Diagnosis | null,
  isTold: boolean,
  keys: string[] = []
) {
  const commands = new CommandRegistry();
  const ran: string[] = [];
  commands.addCommand(CommandIDs.showPanel, {
    describedBy: { args: null },
    execute: () => void ran.push(CommandIDs.showPanel)
  });
  if (keys.length > 0) {
    commands.addKeyBinding({
      command: CommandIDs.showPanel,
      keys,
      selector: 'body'
    });
  }
  const owner: { current: Diagnosis | null } = { current };
  const changed = new Signal<object, void>(owner);
  const button = new DoctorButton({
    followed: Object.assign(owner, { changed }),
    commands,
    trans: nullTranslator.load('jupyterlab_keras_doctor'),
    isTold
  });
  const flush = () => act(() => MessageLoop.flush());
  act(() => Widget.attach(button, document.body));
  flush();
  const node = () => button.node.querySelector('[title]');
  return {
    button,
    ran,
    said: () => [button.node.textContent, node()?.getAttribute('title')],
    press: () =>
      act(
        () =>
          void node()?.dispatchEvent(
            new MouseEvent('click', { bubbles: true, button: 0 })
          )
      ),
    turn: (next: Diagnosis | null) => {
      owner.current = next;
      changed.emit();
      flush();
    }
  };
}

it.each<[string, Diagnosis | null, boolean, string[], string, string]>([
  [
    'where there is no status bar',
    found,
    true,
    [],
    'TF 2.4.4 · 1',
    'TensorFlow 2.4.4: 1 error. Show Keras Doctor'
  ],
  [
    'beside a status bar',
    found,
    false,
    [],
    '',
    'TensorFlow 2.4.4: 1 error. Show Keras Doctor'
  ],
  ['with nothing to say', null, true, [], '', 'Show Keras Doctor'],
  ['with a key', null, true, ['Alt K'], '', 'Show Keras Doctor (Alt+K)']
])('%s', (_, current, isTold, keys, text, title) => {
  const { button, said } = shown(current, isTold, keys);
  expect(said()).toEqual([text, title]);
  act(() => button.dispose());
});

it('follows, leads to the panel, and is silent after it is gone', () => {
  const { button, said, turn, press, ran } = shown(null, true);
  turn(found);
  expect(said()[0]).toBe('TF 2.4.4 · 1');
  press();
  expect(ran).toEqual([CommandIDs.showPanel]);
  act(() => button.dispose());
  expect(() => turn(null)).not.toThrow();
});
