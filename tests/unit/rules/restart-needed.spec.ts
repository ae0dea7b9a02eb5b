import { check } from '../../../src/engine/check';
import { shippedAtlas } from '../atlas';
import { cellsOf, environmentOf } from './cases';
import { summarize } from '../../../src/engine/summary';

test.each([
  [{ tensorflow: '2.4.4' }, []],
  [{}, []],
  [
    { tensorflow: '2.6.5' },
    [
      'TensorFlow 2.4.4 is installed, but this kernel still runs 2.6.5. Restart the kernel.'
    ]
  ],
  [
    { keras: '2.8.0' },
    [
      'keras is no longer installed, but this kernel still runs 2.8.0. Restart the kernel.'
    ]
  ],
  [
    { numpy: '1.24.4' },
    [
      'numpy 1.19.5 is installed, but this kernel still runs 1.24.4. Restart the kernel.'
    ]
  ]
])('loaded %j', (loaded, messages) => {
  const report = check({
    notebook: 'test.ipynb',
    cells: [],
    environment: { ...environmentOf('tf2.4'), loaded },
    atlas: shippedAtlas()
  });
  const told = report.environmentFindings
    .filter(({ rule }) => rule === 'restart-needed')
    .map(({ message }) => message);
  expect(told).toEqual(messages);
});

describe('TF_USE_LEGACY_KERAS', () => {
  const GONE =
    'from tensorflow.keras.layers.experimental import SyncBatchNormalization';

  // What each process has loaded was measured (atlas, 2.15 to 2.21).
  test.each([
    ['set in time', { tensorflow: '2.16.2', tf_keras: '2.16.0' }, []],
    ['nothing is loaded', {}, []],
    [
      'set too late',
      { tensorflow: '2.16.2', keras: '3.3.3' },
      [
        'TF_USE_LEGACY_KERAS came after TensorFlow 2.16.2 was loaded: it has no effect yet. Restart the kernel, then run the cell that sets it first.'
      ]
    ]
  ])('%s', (_, loaded, messages) => {
    const environment = {
      ...environmentOf('tf2.16+legacy'),
      loaded,
      variables: { TF_USE_LEGACY_KERAS: '1' }
    };
    const report = check({
      notebook: 'test.ipynb',
      cells: cellsOf(GONE),
      environment,
      atlas: shippedAtlas()
    });
    const restarts = report.environmentFindings.filter(
      ({ rule }) => rule === 'restart-needed'
    );
    expect(restarts.map(({ message }) => message)).toEqual(messages);
    // Notifications are cut at 140.
    expect(messages.every(({ length }) => length <= 140)).toBe(true);
    // What the restart cures is there until then, and the panel says what comes.
    expect(report.findings).toHaveLength(messages.length);
    const row = summarize(environment, shippedAtlas()).rows.find(
      ({ label }) => label === 'tf.keras'
    );
    expect(row).toMatchObject(
      messages.length > 0
        ? { version: '3.3.3', afterRestart: '2.16.0' }
        : { version: '2.16.0', afterRestart: null }
    );
  });
});
