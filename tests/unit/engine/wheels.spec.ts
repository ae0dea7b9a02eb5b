import type { ReleaseData } from '../../../src/engine/atlas/data';
import { installable } from '../../../src/engine/remedies/wheels';
import type { PythonFacts } from '../../../src/engine/types';
import { shippedAtlas } from '../atlas';

const linux = (version: string, libc: string | null): PythonFacts => ({
  version,
  platform: 'linux',
  machine: 'x86_64',
  libc
});

function release(version: string): ReleaseData {
  const found = shippedAtlas().release('tensorflow', version);
  if (found === null) {
    throw new Error(`TensorFlow ${version} is not in the atlas`);
  }
  return found;
}

test.each<[string, string, PythonFacts, boolean | null]>([
  ['2.4.4', 'tensorflow-cpu', linux('3.8.18', 'glibc 2.36'), true],
  ['2.4.4', 'tensorflow-cpu', linux('3.12.1', 'glibc 2.36'), false],
  ['2.4.4', 'tensorflow-cpu', linux('3.8.18', 'glibc 2.5'), false],
  ['2.4.4', 'tensorflow-cpu', linux('3.8.18', null), false],
  [
    '2.4.4',
    'tensorflow',
    { version: '3.8.18', platform: 'darwin', machine: 'x86_64', macos: '12.6' },
    true
  ],
  [
    '2.4.4',
    'tensorflow',
    { version: '3.8.18', platform: 'darwin', machine: 'arm64', macos: '14.0' },
    false
  ],
  [
    '2.4.4',
    'tensorflow',
    { version: '3.8.10', platform: 'win32', machine: 'AMD64' },
    true
  ],
  ['2.4.4', 'tensorflow-rocm', linux('3.8.18', 'glibc 2.36'), false],
  ['2.21.0', 'tensorflow', linux('3.11.7', 'glibc 2.36'), true],
  ['2.21.0', 'tensorflow', linux('3.8.18', 'glibc 2.36'), false],
  ['2.4.4', 'tensorflow-cpu', { version: '3.8.18' }, null]
])('TensorFlow %s as %s on %j: %s', (version, flavour, python, answer) => {
  expect(installable(release(version), flavour, python)).toBe(answer);
});

test('a yanked release is never offered', () => {
  const yanked = { ...release('2.4.4'), yanked: true };
  expect(
    installable(yanked, 'tensorflow-cpu', linux('3.8.18', 'glibc 2.36'))
  ).toBe(false);
});
