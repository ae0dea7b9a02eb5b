/** The releases that a notebook asks an installer for. */

import { analyze } from '../../../src/engine/source/analyze';
import { cellsOf } from '../rules/cases';

/** `name specifier`, and what stands at the span. */
function pinsOf(...sources: readonly string[]): readonly string[] {
  const { pins } = analyze(cellsOf(...sources));
  return pins.map(({ name, specifier, written, cell, span }) => {
    const there = sources[cell].slice(span.from, span.to);
    return `${name} ${specifier}${there === written ? '' : ` at ${there}`}`;
  });
}

test.each<[string, readonly string[]]>([
  ['%pip install tensorflow==2.4', ['tensorflow ==2.4']],
  ['!pip install tensorflow==2.4', ['tensorflow ==2.4']],
  ['!!pip3 install tensorflow==2.4', ['tensorflow ==2.4']],
  ['!pip3.8 -q install tensorflow==2.4', ['tensorflow ==2.4']],
  ['! python -m pip install "keras<3"', ['keras <3']],
  ["!{sys.executable} -m pip install -q 'tf-keras~=2.16'", ['tf_keras ~=2.16']],
  ['!$PYTHON -m pip install keras==2.3.1', ['keras ==2.3.1']],
  ['!sudo /usr/bin/pip3 install keras==2.3.1', ['keras ==2.3.1']],
  ['!uv pip install --python {sys.executable} keras==3.0', ['keras ==3.0']],
  ['%uv pip install keras==3.0', ['keras ==3.0']],
  ['out = !pip install keras==2.3.1', ['keras ==2.3.1']],
  ['pip install keras==2.3.1', ['keras ==2.3.1']],
  ['%system pip install keras==2.3.1', ['keras ==2.3.1']],
  [
    '!pip install -U -q tensorflow[and-cuda]==2.15.* "keras >= 2, < 3" numpy',
    ['tensorflow ==2.15.*', 'keras >=2,<3']
  ],
  ['!pip install keras<3', ['keras <3']],
  ['!pip install tensorflow>=2.0 > /dev/null 2>&1', ['tensorflow >=2.0']],
  [
    '!apt update && pip install keras==2.3 ; pip install h5py==2.10 | tail -1',
    ['keras ==2.3', 'h5py ==2.10']
  ],
  ['!pip install \\\n  keras==2.3 \\\n  numpy<2', ['keras ==2.3', 'numpy <2']],
  ['!pip install keras==2.3  # tensorflow==1', ['keras ==2.3']],
  ['%conda install -y tensorflow=2.4', ['tensorflow ==2.4.*']],
  [
    '!conda install -c conda-forge tensorflow==2.4=gpu_py38 keras=2.4.*',
    ['tensorflow ==2.4', 'keras ==2.4.*']
  ],
  ['!mamba install conda-forge::keras=2', ['keras ==2.*']],
  ['%%bash\npip install keras==2.3\necho pip install', ['keras ==2.3']],
  ['%%capture\n!pip install keras==2.3', ['keras ==2.3']],
  ['   !pip install keras==2.3', []],
  ['if x:\n    !pip install keras==2.3', []],
  ['!pip install -r requirements.txt -c caps.txt keras', []],
  ['!pip install -r keras==2', []],
  ['!pip install -t lib keras==2', []],
  ['!pip install --target=lib keras==2', []],
  ['!pip install --dry-run keras==2', []],
  ['!conda install -n other keras=2', []],
  ['!pip uninstall -y keras==2', []],
  ['!pip download keras==2', []],
  ['!echo pip install keras==2', []],
  ['!pip install keras==$V tensorflow=={v}', []],
  ['!pip install git+https://x.org/keras@2.3 ./keras==2', []],
  ['!pip install "keras==2; python_version < \'3.8\'"', []],
  ['!pip install keras=2.3', []],
  ['# !pip install keras==2', []],
  ['x = 1\npip install keras==2', []],
  ['# Keras Doctor: for the notebook\n%pip install "keras==2.3"', []],
  ['%%html\n!pip install keras==2', []]
])('%s', (code, expected) => {
  expect(pinsOf(code)).toEqual(expected);
});

test('across cells, with Windows line ends', () => {
  expect(
    pinsOf('import os\r\n!pip install keras==2\r\n', '%pip install h5py<3')
  ).toEqual(['keras ==2', 'h5py <3']);
});
