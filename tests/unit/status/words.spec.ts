/** What the status bar says, and where it says nothing. */

import { nullTranslator } from '@jupyterlab/translation';
import { Signal } from '@lumino/signaling';

import type { Report } from '../../../src/engine/types';
import { StatusModel } from '../../../src/status/item';
import { statusWords } from '../../../src/status/words';
import type { Diagnosis, Judged } from '../../../src/tokens';
import { diagnosis, finding, judged } from '../panel/shown';

const trans = nullTranslator.load('jupyterlab_keras_doctor');

function words(report: Partial<Report>, rows?: Judged['summary']['rows']) {
  const state = judged(report);
  const summary = rows ? { ...state.summary, rows } : state.summary;
  return statusWords(diagnosis({ ...state, summary }), trans);
}

function row(label: string, version: string | null) {
  return {
    label,
    version,
    afterRestart: null,
    note: '',
    state: 'works'
  } as const;
}

const note = finding({ severity: 'info' });
const restart = {
  rule: 'restart-needed',
  severity: 'warning',
  message: ''
} as const;

it.each([
  [
    'findings of two kinds, and one of the environment',
    words({ findings: [note, finding()], environmentFindings: [restart] }),
    {
      text: 'TF 2.4.4 · 3',
      title: 'TensorFlow 2.4.4: 1 error · 1 warning · 1 note',
      severity: 'error'
    }
  ],
  [
    'notes alone',
    words({ findings: [note] }),
    {
      text: 'TF 2.4.4 · 1',
      title: 'TensorFlow 2.4.4: 1 note',
      severity: 'info'
    }
  ],
  [
    'nothing found',
    words({}),
    {
      text: 'TF 2.4.4',
      title: 'TensorFlow 2.4.4: nothing found',
      severity: null
    }
  ],
  [
    'Keras alone',
    words({}, [row('TensorFlow', null), row('keras', '3.5.0')]),
    { text: 'Keras 3.5.0', title: 'keras 3.5.0: nothing found', severity: null }
  ],
  [
    'neither, and the notebook needs it',
    words({ checked: 0, findings: [finding()] }, [
      row('TensorFlow', null),
      row('tf.keras', null)
    ]),
    {
      text: 'No TF · 1',
      title: 'No TensorFlow or Keras: 1 error',
      severity: 'error'
    }
  ],
  ['a notebook that uses neither', words({ checked: 0 }), null],
  [
    'a notebook that is not judged',
    statusWords(diagnosis({ kind: 'no-kernel' }), trans),
    null
  ],
  ['no notebook', statusWords(null, trans), null]
])('%s', (_, said, expected) => {
  expect(said).toEqual(expected);
});

it('speaks only when the words are others, and not after it is gone', () => {
  const owner: { current: Diagnosis | null } = { current: null };
  const changed = new Signal<object, void>(owner);
  const model = new StatusModel(Object.assign(owner, { changed }), trans);
  let count = 0;
  model.stateChanged.connect(() => {
    count += 1;
  });
  const say = (current: Diagnosis | null) => {
    owner.current = current;
    changed.emit();
    return [model.words?.text ?? null, count];
  };
  expect(say(null)).toEqual([null, 0]);
  expect(say(diagnosis(judged()))).toEqual(['TF 2.4.4', 1]);
  expect(say(diagnosis(judged(), { kernelStatus: 'busy' }))).toEqual([
    'TF 2.4.4',
    1
  ]);
  expect(say(null)).toEqual([null, 2]);
  model.dispose();
  expect(say(diagnosis(judged()))).toEqual([null, 2]);
});
