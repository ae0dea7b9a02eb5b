/** Which distribution supplies TensorFlow after an install: the kernel's own flavour, where the release has it. */

import { candidatesFor } from '../../../src/engine/remedies/candidates';
import { obstaclesOf } from '../../../src/engine/remedies/obstacles';
import { plain } from '../../../src/engine/text';
import type { Environment, PythonFacts } from '../../../src/engine/types';
import { shippedAtlas } from '../atlas';
import { onLinux } from '../cli/program';

const LINUX = onLinux('tf2.4').python;
const WINDOWS = { ...LINUX, platform: 'win32', machine: 'AMD64', libc: null };
const MAC = {
  ...LINUX,
  platform: 'darwin',
  machine: 'arm64',
  libc: null,
  macos: '14.0'
};

interface Supplied {
  readonly python: PythonFacts;
  readonly distribution: string;
  readonly version: string;
  readonly extras?: readonly string[];
}

function kernel({ python, ...tensorflow }: Supplied): Environment {
  return {
    ...onLinux('tf2.4'),
    python,
    installed: { tensorflow, keras: null }
  };
}

function installOf(
  supplied: Supplied,
  release: string
): readonly [string | undefined, readonly string[]] {
  const found = candidatesFor(kernel(supplied), shippedAtlas()).find(
    ({ tensorflow, tfKeras }) => tensorflow === release && tfKeras === null
  );
  return [found?.install.requirements[0], found?.install.removes ?? []];
}

test.each<[string, string, PythonFacts, string, string, readonly string[]]>([
  ['tensorflow-cpu', '2.4.4', LINUX, '2.6.5', 'tensorflow-cpu==2.6.5', []],
  ['tensorflow-gpu', '2.4.4', LINUX, '2.9.3', 'tensorflow-gpu==2.9.3', []],
  // It ends with 2.10.
  [
    'tensorflow-gpu',
    '2.4.4',
    LINUX,
    '2.11.1',
    'tensorflow==2.11.1',
    ['tensorflow-gpu']
  ],
  ['tensorflow-rocm', '2.8.0', LINUX, '2.9.3', 'tensorflow-rocm==2.9.3', []],
  [
    'tensorflow-intel',
    '2.12.1',
    WINDOWS,
    '2.13.1',
    'tensorflow-intel==2.13.1',
    []
  ],
  // It ends with 2.16.
  [
    'tensorflow-intel',
    '2.12.1',
    WINDOWS,
    '2.18.1',
    'tensorflow==2.18.1',
    ['tensorflow-intel']
  ],
  ['tensorflow-macos', '2.13.1', MAC, '2.15.1', 'tensorflow-macos==2.15.1', []],
  [
    'tensorflow-macos',
    '2.13.1',
    MAC,
    '2.18.1',
    'tensorflow==2.18.1',
    ['tensorflow-macos']
  ],
  [
    'tf-nightly',
    '2.21.0',
    LINUX,
    '2.21.0',
    'tensorflow==2.21.0',
    ['tf-nightly']
  ]
])('%s %s', (distribution, version, python, release, requirement, removes) => {
  expect(installOf({ distribution, version, python }, release)).toEqual([
    requirement,
    removes
  ]);
});

const CUDA = ['and-cuda'];
const on = (version: string): PythonFacts => ({ ...LINUX, version });

/** What a release offers: its metadata, and what pip can resolve of it. */
test.each<[string, Supplied, string, string, boolean]>([
  [
    'kept',
    {
      distribution: 'tensorflow',
      version: '2.15.1',
      extras: CUDA,
      python: on('3.11.7')
    },
    '2.18.1',
    'tensorflow[and-cuda]==2.18.1',
    false
  ],
  [
    'kept on 2.14, where tensorrt has a wheel',
    {
      distribution: 'tensorflow',
      version: '2.15.1',
      extras: CUDA,
      python: on('3.10.13')
    },
    '2.14.1',
    'tensorflow[and-cuda]==2.14.1',
    false
  ],
  [
    'lost on 2.14, where it has none',
    {
      distribution: 'tensorflow',
      version: '2.15.1',
      extras: CUDA,
      python: on('3.11.7')
    },
    '2.14.1',
    'tensorflow==2.14.1',
    true
  ],
  [
    'lost before 2.14',
    {
      distribution: 'tensorflow',
      version: '2.15.1',
      extras: CUDA,
      python: on('3.10.13')
    },
    '2.13.1',
    'tensorflow==2.13.1',
    true
  ],
  [
    'not asked for again, where the release stays',
    {
      distribution: 'tensorflow',
      version: '2.15.1',
      extras: CUDA,
      python: on('3.11.7')
    },
    '2.15.1',
    'tensorflow==2.15.1',
    false
  ],
  [
    'none of tensorflow-cpu',
    {
      distribution: 'tensorflow-cpu',
      version: '2.15.1',
      extras: CUDA,
      python: on('3.11.7')
    },
    '2.18.1',
    'tensorflow-cpu==2.18.1',
    false
  ],
  [
    'not there',
    { distribution: 'tensorflow', version: '2.15.1', python: on('3.11.7') },
    '2.18.1',
    'tensorflow==2.18.1',
    false
  ]
])('CUDA: %s', (_, supplied, release, requirement, isLost) => {
  expect(installOf(supplied, release)[0]).toBe(requirement);
  const environment = kernel(supplied);
  const lost = candidatesFor(environment, shippedAtlas())
    .filter(({ tensorflow }) => tensorflow === release)
    .flatMap(each => obstaclesOf(each, { environment, say: plain }));
  expect(lost.length > 0).toBe(isLost);
});
