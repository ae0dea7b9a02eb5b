/** What running a cell may change. */

import {
  cellTriggers,
  ownInstallCells
} from '../../../src/engine/source/triggers';
import { codeCells } from './render';

describe('cellTriggers', () => {
  it.each([
    '%pip install keras',
    '!pip install -q keras',
    '!pip3 uninstall -y keras',
    '!python -m pip install keras',
    '!{sys.executable} -m pip install keras',
    '!/usr/bin/pip install keras',
    '%conda install keras',
    '!conda update -y keras',
    '!mamba install keras',
    '!uv pip install keras',
    '!uv add keras',
    '%uv pip install keras',
    '!cd x && pip install \\\n  keras',
    'x = !pip install keras',
    'if x:\n  !pip install keras',
    '%%bash\npip install keras',
    '%%sh\nls\nconda install keras',
    '%system pip install keras',
    'subprocess.check_call([sys.executable, "-m", "pip", "install", "keras"])',
    'subprocess.run("pip install keras", shell=True)',
    'os.system("pip install keras")',
    'get_ipython().system("pip install keras")',
    'get_ipython().run_line_magic("pip", "install keras")',
    'pip.main(["install", "keras"])',
    '!easy_install keras'
  ])('%j installs', source => {
    expect(cellTriggers(source).installs).toBe(true);
  });

  it.each([
    '# !pip install keras',
    '"pip install keras"',
    'print("pip install keras")',
    '!pip list',
    '%pip show keras',
    '!echo pip',
    '%%writefile a.sh\npip install keras',
    '!pipeline install keras',
    'x = "!pip install keras"',
    '!ls; cat install',
    ''
  ])('%j does not', source => {
    expect(cellTriggers(source).installs).toBe(false);
  });

  it.each([
    ['import tensorflow as tf', true],
    ['import numpy, keras.layers', true],
    ['from tf_keras import x', true],
    ['def f():\n  import keras_core', true],
    ['%time import keras', true],
    ['importlib.import_module("keras.layers")', true],
    ['__import__("tensorflow")', true],
    ['from tf.keras import x', false],
    ['from numpy import keras, tensorflow', false],
    ['from . import keras', false],
    ['from .keras import x', false],
    ['import numpy as keras', false],
    ['import kerastuner', false],
    ['# import keras', false],
    ['%%bash\nimport keras', false]
  ])('%j imports: %j', (source, imports) => {
    expect(cellTriggers(source).imports).toBe(imports);
  });

  it.each([
    ['import os; os.environ["A"] = "1"', true],
    ['os.environ["A"] = "1"', true],
    ['environ["A"] = "1"', true],
    ['%env A=1', true],
    ['os.environ["A"]', false],
    ['%env A', false]
  ])('%j sets a variable: %j', (source, setsVariable) => {
    expect(cellTriggers(source).setsVariable).toBe(setsVariable);
  });
});

it('ownInstallCells gives the indices of code cells that install', () => {
  const cells = codeCells([
    'import keras',
    '!pip install a',
    'x = (',
    '%pip install b'
  ]);
  expect(ownInstallCells(cells)).toEqual([1, 3]);
  const text = cells.map(cell => ({ ...cell, kind: 'markdown' as const }));
  expect(ownInstallCells(text)).toEqual([]);
});
