/** Code for Google Colab alone is silent elsewhere, and what runs instead is judged. */

import type { Environment } from '../../../src/engine/types';
import { environmentOf, findingsIn } from '../rules/cases';

const here = environmentOf('tf2.15');
const colab: Environment = {
  ...here,
  installed: {
    ...here.installed,
    google_colab: { version: '1.0.0', distribution: 'google-colab' }
  }
};

const START = 'import sys\nimport tensorflow as tf\n';
const IF = 'if IN_COLAB:\n    tf.there\nelse:\n    tf.here';

function namesIn(environment: Environment, ...sources: string[]): string[] {
  return findingsIn(environment, ...sources)
    .filter(({ severity }) => severity === 'error')
    .map(({ symbol }) => symbol.replace('tensorflow.', ''));
}

describe('Google Colab', () => {
  test.each([
    `${START}if 'google.colab' in sys.modules:\n    tf.there\nelse:\n    tf.here`,
    `${START}if "google.colab" not in sys.modules: tf.here\nelse: tf.there`,
    `${START}IN_COLAB = 'google.colab' in sys.modules\n${IF}`,
    `${START}IN_COLAB = 'google.colab' in str(get_ipython())\n${IF}`,
    `${START}try:\n    import google.colab\n    IN_COLAB = True\nexcept ImportError:\n    IN_COLAB = False\n${IF}`,
    `${START}try:\n    from google.colab import drive\n    IN_COLAB = True\nexcept:\n    IN_COLAB = False\n${IF}`,
    `${START}try:\n    import google.colab as c\n    tf.there\nexcept ModuleNotFoundError:\n    tf.here`,
    `${START}try:\n    from google import colab\nexcept ImportError:\n    tf.here\nelse:\n    tf.there`
  ])('%j', source => {
    expect(namesIn(here, source)).toEqual(['here']);
    // In Colab itself nothing is taken for granted.
    expect(namesIn(colab, source)).toContain('there');
  });

  test('an import that nothing catches ends its cell, and each cell is judged', () => {
    expect(
      namesIn(here, `${START}from google.colab import drive\ntf.a`, 'tf.b')
    ).toEqual(['a', 'b']);
  });
});

describe('the Keras that a variable chooses', () => {
  const legacy: Environment = {
    ...environmentOf('tf2.18+legacy'),
    variables: {}
  };
  const CODE = 'import tensorflow as tf\ntf.keras.layers.experimental';
  const FLAG = 'TF_USE_LEGACY_KERAS';

  test.each([
    [`os.environ['${FLAG}'] = '1'`, true],
    [`os.environ.setdefault('${FLAG}', '1')`, true],
    [`%env ${FLAG}=1`, true],
    [`%set_env ${FLAG} 1`, true],
    [`os.putenv('${FLAG}', '1')`, false],
    [`!export ${FLAG}=1`, false],
    [`os.environ['${FLAG}'] = '1'\nos.environ.pop('${FLAG}')`, false],
    [`os.environ['${FLAG}'] = '1'\ndel os.environ['${FLAG}']`, false],
    [
      `os.environ['${FLAG}'] = '0'\nos.environ.setdefault('${FLAG}', '1')`,
      false
    ]
  ])('%j', (set, isLegacy) => {
    const failing = namesIn(legacy, `import os\n${set}`, CODE);
    expect(failing).toEqual(isLegacy ? [] : ['keras.layers.experimental']);
  });

  test('it is taken away from the kernel', () => {
    const set = environmentOf('tf2.18+legacy');
    const taken = `import os\nos.environ.pop('${FLAG}', None)`;
    expect(namesIn(set, CODE)).toEqual([]);
    expect(namesIn(set, taken, CODE)).toEqual(['keras.layers.experimental']);
  });
});
