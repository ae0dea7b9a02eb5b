/** A failed install is told once for each cause, and taken back. */

import { Notification } from '@jupyterlab/apputils';
import { nullTranslator } from '@jupyterlab/translation';
import { Signal } from '@lumino/signaling';

import { InstallNotices } from '../../../src/notebook/install-notices';
import type { Diagnoses, Diagnosis, Refusal } from '../../../src/tokens';
import { diagnosis, judged } from '../panel/shown';

const REFUSAL: Refusal = {
  source: '%pip install "a==1"',
  title: 'a 1',
  requirements: ['a==1'],
  installer: 'pip',
  why: 'No matching distribution found for a==1'
};

function told(): readonly string[] {
  return Notification.manager.notifications.map(({ message }) => message);
}

function scene() {
  const owner = {};
  const anyChanged = new Signal<object, Diagnosis>(owner);
  const shown: Diagnosis[] = [];
  const first = diagnosis(judged());
  const diagnoses: Pick<Diagnoses, 'all'> & {
    readonly anyChanged: Signal<object, Diagnosis>;
  } = { all: [first], anyChanged };
  new InstallNotices({
    diagnoses,
    trans: nullTranslator.load('jupyterlab_keras_doctor'),
    show: one => void shown.push(one)
  });
  const say = (refusals: readonly Refusal[]) => {
    Object.assign(first, { refusals });
    anyChanged.emit(first);
  };
  return { say, shown, first };
}

afterEach(() => Notification.dismiss());

it('tells once, and again only of something else', () => {
  const { say } = scene();
  say([]);
  expect(told()).toEqual([]);
  say([REFUSAL]);
  say([{ ...REFUSAL }]);
  expect(told()).toEqual([
    'pip failed in lecture.ipynb. Keras Doctor’s panel says why, and what else there is.'
  ]);
  const [{ id }] = Notification.manager.notifications;
  say([REFUSAL, { ...REFUSAL, source: '!uv pip', installer: 'uv' }]);
  expect(told()).toHaveLength(1);
  expect(Notification.manager.notifications[0].id).not.toBe(id);
  expect(told()[0]).toMatch(/^uv failed/);
  say([]);
  expect(told()).toEqual([]);
});

it('shows the panel of its notebook', () => {
  const { say, shown, first } = scene();
  say([REFUSAL]);
  const [{ options }] = Notification.manager.notifications;
  const [action] = options.actions ?? [];
  action.callback(new MouseEvent('click'));
  expect(shown).toEqual([first]);
});
