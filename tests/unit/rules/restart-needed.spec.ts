import { check } from '../../../src/engine/check';
import { shippedAtlas } from '../atlas';
import { environmentOf } from './cases';

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
