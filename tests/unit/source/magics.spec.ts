/** IPython's syntax, and white space that is not Python's. */

import { blankMagics } from '../../../src/engine/source/magics';
import { checkCases, read, usagesOf } from './render';

const IMPORT = 'import keras\n';
const ONE = ['import keras', 'keras<0>.a'];

describe('magics', () => {
  it.each([
    '%matplotlib inline',
    '%pip install "keras',
    "!echo it's (",
    '!!ls',
    '!ls \\\n  -l {keras.no} \\\n  "',
    '%time',
    'x = !ls keras.no (',
    'x, y = %sx ls keras.no',
    '?keras.no',
    'keras.no?',
    'keras.no.no??',
    'print?  # keras.no',
    '%keras.no?',
    ',f keras.no',
    '/f keras.no',
    ';f keras.no',
    'if x:\n    !ls (\n    %cd keras.no',
    'for x in y:\n  %cd {x}',
    'keras_no.x = !ls',
    '# % keras.no ?\n#!ls',
    'get_ipython().system("ls keras.no")'
  ])('%j is blanked', magic => {
    const { usages, broken } = read(`${IMPORT}${magic}\nkeras.a\n`);
    expect(usages.length).toBe(2);
    expect(usages[1]).toMatchObject({ path: [{ name: 'a' }] });
    expect(broken).toEqual([]);
  });

  it.each([
    'a = b \\\n % keras.a',
    'a = (b\n % keras.a\n)',
    'a = [b\n  % c\n  !=d] + [keras.a]',
    'x = """\n%no\n!no\n?""" % keras.a',
    "x = '''\n%%no''' + keras.a",
    'x = "%s" % keras.a',
    'x != keras.a',
    'x %= keras.a',
    'x = y % keras.a',
    'f(x=1 % keras.a)',
    "'\\\n!no' + keras.a",
    'x = """\\"""\n!no""" + keras.a'
  ])('%j is not', code => {
    expect(usagesOf(IMPORT + code)).toEqual(ONE);
  });

  it.each([
    ['%%time', true],
    ['%%timeit -n 3', true],
    ['\n\n%%capture out', true],
    ['%%time\n%%capture', true],
    ['%%prun', true],
    ['%%bash', false],
    ['%%writefile x.py', false],
    ['%%html', false],
    ['%%time\n%%bash', false],
    ['%%script python3', false]
  ])('the body of %j is read: %j', (magic, isRead) => {
    expect(usagesOf(`${magic}\nimport keras\nkeras.a`)).toEqual(
      isRead ? ONE : []
    );
  });

  checkCases([
    [
      'statements after %time and %timeit are read',
      'import keras\n%time k = keras.a\n%timeit -n 10 -r3 k.b\nif x:\n  %time k.c\n%time',
      ['import keras', 'keras<0>.a', 'k<1>.b', 'k<1>.c C']
    ],
    ['a cell that starts with one', '%time import keras', ['import keras']],
    [
      'the value of %time is what it runs, that of %timeit is not',
      'import keras\nx = %time keras.a\nx.b\ny = %timeit -o keras.no\ny.no',
      ['import keras', 'keras<0>.a', 'x<1>.b']
    ],
    [
      'what an unknown cell magic may have bound is not known',
      [
        'import keras\nfrom keras import a',
        '%%strange -x\na = keras.no',
        'keras.b',
        'a.c'
      ],
      ['import keras', 'from keras import a', 'keras<0>.b', 'a<1?>.c']
    ],
    [
      'a script binds nothing',
      [
        'import keras',
        '%%bash\nkeras=1',
        '%%writefile a.py\nkeras = 1',
        'keras.b'
      ],
      ['import keras', 'keras<0>.b']
    ]
  ]);

  it.each([
    ['Python', '>>> import keras\n>>> if 1:\n...     keras.a\n'],
    ['Python, one line without', '>>> import keras\nkeras.a'],
    ['Python, empty ones', '>>>\n>>> import keras\n>>>\n>>> keras.a\n>>>'],
    ['Python, indented', '\n  >>> import keras\n  >>> keras.a'],
    ['Python, and a magic', '>>> import keras\n>>> %time keras.a\n>>> !ls (\n'],
    ['IPython', 'In [1]: import keras\n   ...: if 1:\n   ...:     keras.a\n'],
    ['CRLF', '>>> import keras\r\n>>> keras.a\r\n']
  ])('prompts of a pasted session are left out: %s', (_, source) => {
    const { usages, broken } = read(source);
    expect(broken).toEqual([]);
    expect(usages).toHaveLength(2);
    expect(usages[1]).toMatchObject({
      base: { span: { from: source.indexOf('keras.a') } }
    });
  });

  it.each(['x = 1\ny\n>>> 1', '"""\n\n>>> keras.no\n"""'])(
    'but not elsewhere: %j',
    source => {
      expect(blankMagics(source).code).toBe(source);
    }
  );

  it('a command ends before its line end', () => {
    const { magics } = blankMagics('%env A=1 \r\n!ls\r\nx?\r\n');
    expect(magics.map(({ span, text }) => [span, text])).toEqual([
      [{ from: 0, to: 8 }, 'env A=1'],
      [{ from: 11, to: 14 }, 'ls'],
      [{ from: 16, to: 18 }, 'x?']
    ]);
  });
});

describe('white space', () => {
  it.each([
    [
      'CRLF',
      'import keras\r\nif 1:\r\n    x = 1 + \\\r\n  2\r\n    keras.a\r\n'
    ],
    ['CR', 'import keras\rif 1:\r  keras.a\r'],
    ['tabs', 'import keras\nif 1:\n\tx\n        keras.a'],
    ['no-break spaces', 'import\u00a0keras\nif 1:\n\u00a0\u00a0keras.a'],
    ['a form feed', 'import keras\n\fif 1:\n  x\f\n  keras.a\n\f\n'],
    ['a byte order mark', '\ufeffimport keras\nkeras.a'],
    ['an indented cell', '    import keras\n    if 1:\n      keras.a\n    x'],
    ['an indented cell after lines', '\n  \n  import keras\n\n  keras.a'],
    ['no last line end', 'import keras\nif 1:\n  keras.a\n  ']
  ])('%s', (_, source) => {
    const { usages, broken } = read(source);
    expect(usages).toHaveLength(2);
    expect(broken).toEqual([]);
    const [imported, used] = usages;
    expect(imported).toMatchObject({
      path: [{ span: { from: source.indexOf('keras') } }]
    });
    expect(used).toMatchObject({
      base: { span: { from: source.indexOf('keras.a') } }
    });
  });

  it('keeps every offset', () => {
    const source = '\f%time x = 1\r\n!ls \\\r\n -l\r\n\ty = !ls\r\u00a0z?\n';
    const { code } = blankMagics(source);
    expect(code).toHaveLength(source.length);
    expect(code.indexOf('x = 1')).toBe(source.indexOf('x = 1'));
  });
});
