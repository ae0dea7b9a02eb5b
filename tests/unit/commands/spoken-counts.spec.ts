/** Counts are spoken once they rest, and never twice. */

import { nullTranslator } from '@jupyterlab/translation';
import { Signal } from '@lumino/signaling';

import { SpokenCounts } from '../../../src/commands/spoken-counts';
import type { Diagnoses, Diagnosis } from '../../../src/tokens';
import { diagnosis, finding, judged } from '../panel/shown';
import { scene } from './scene';

const ERROR = finding();
const NOTE = finding({ severity: 'info', line: 9 });

/** A notebook whose findings can be changed, among diagnoses that note what is spoken. */
function listening() {
  const said: string[] = [];
  const base = scene(null);
  let current: Diagnosis | null = null;
  const diagnoses: Diagnoses = {
    ...base.diagnoses,
    get current() {
      return current;
    },
    get changed() {
      return changed;
    }
  };
  const changed = new Signal<Diagnoses, void>(diagnoses);
  const spoken = new SpokenCounts({
    diagnoses,
    trans: nullTranslator.load('jupyterlab_keras_doctor'),
    announce: text => said.push(text)
  });
  return {
    said,
    spoken,
    become: (next: Diagnosis | null) => {
      current = next;
      changed.emit();
    }
  };
}

/** One notebook, again and again with other findings. */
function notebook() {
  let state: Diagnosis['state'] = { kind: 'opening' };
  const base = diagnosis(state);
  const one: Diagnosis = {
    ...base,
    get state() {
      return state;
    }
  };
  return (findings: readonly ReturnType<typeof finding>[] | null) => {
    state = findings ? judged({ findings }) : { kind: 'opening' };
    return one;
  };
}

/** Waits as a person rests, with promises let through. */
const rest = (milliseconds: number) =>
  jest.advanceTimersByTimeAsync(milliseconds);

const key = () => document.dispatchEvent(new KeyboardEvent('keydown'));

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

it('says what was found once the notebook was judged', async () => {
  const { said, become } = listening();
  const one = notebook();
  become(one(null));
  become(one([ERROR, NOTE]));
  await rest(1400);
  expect(said).toEqual([]);
  await rest(200);
  expect(said).toEqual(['Keras Doctor: 1 error · 1 note']);
});

it('is silent where nothing is found, and says so where something was', async () => {
  const { said, become } = listening();
  const one = notebook();
  become(one([]));
  await rest(5000);
  expect(said).toEqual([]);
  become(one([ERROR]));
  await rest(5000);
  become(one([]));
  await rest(5000);
  expect(said.slice(1)).toEqual(['Keras Doctor: nothing found']);
});

it('waits while somebody types, whatever comes and goes', async () => {
  const { said, become } = listening();
  const one = notebook();
  become(one([ERROR]));
  await rest(5000);
  for (const findings of [[ERROR, NOTE], [ERROR], [ERROR, NOTE], [NOTE]]) {
    key();
    await rest(600);
    become(one(findings));
  }
  for (let count = 0; count < 10; count++) {
    key();
    await rest(600);
  }
  expect(said).toHaveLength(1);
  await rest(1500);
  expect(said.slice(1)).toEqual(['Keras Doctor: 1 note']);
});

it('says nothing of what came back to what was said', async () => {
  const { said, become } = listening();
  const one = notebook();
  become(one([ERROR]));
  await rest(5000);
  become(one([ERROR, NOTE]));
  become(one([ERROR]));
  // As when the kernel restarts.
  become(one(null));
  become(one([ERROR]));
  key();
  await rest(5000);
  expect(said).toHaveLength(1);
});

it('tells each notebook by itself, and no more when it is gone', async () => {
  const { said, spoken, become } = listening();
  const [one, other] = [notebook(), notebook()];
  become(one([ERROR]));
  await rest(5000);
  become(other([NOTE]));
  await rest(5000);
  become(one([ERROR]));
  await rest(5000);
  expect(said).toEqual(['Keras Doctor: 1 error', 'Keras Doctor: 1 note']);
  become(one([NOTE]));
  spoken.dispose();
  expect(spoken.isDisposed).toBe(true);
  await rest(5000);
  expect(said).toHaveLength(2);
});
