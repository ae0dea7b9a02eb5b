import { readEnvironment, readEnvironmentText } from '../../../src/probe/reply';

const LEAST = { schema: 1, python: { version: '3.8.18' } };

describe('fields that do not fit', () => {
  const long = 'x'.repeat(5000);
  test.each<[string, object, string[], object]>([
    ['installed', { installed: [] }, ['installed'], { installed: {} }],
    [
      'a version',
      { installed: { keras: { version: 2 } } },
      ['version of keras', 'keras'],
      { installed: {} }
    ],
    [
      'a version that is code',
      { installed: { keras: { version: '2; rm -rf ~' } } },
      ['version of keras', 'keras'],
      { installed: {} }
    ],
    [
      'a supplier that is code',
      { installed: { keras: { version: '2', distribution: 'a b' } } },
      ['supplier of keras', 'keras'],
      { installed: {} }
    ],
    [
      'requirements',
      {
        installed: {
          keras: { version: '2', requires: ['numpy', 3, 'a\nb', long] }
        }
      },
      Array(3).fill('a requirement of keras'),
      {
        installed: {
          keras: { version: '2', distribution: 'keras', requires: ['numpy'] }
        }
      }
    ],
    [
      'extras',
      {
        installed: {
          keras: { version: '2', extras: ['and-cuda', 'a"; x', 7] }
        }
      },
      Array(2).fill('an extra of keras'),
      {
        installed: {
          keras: { version: '2', distribution: 'keras', extras: ['and-cuda'] }
        }
      }
    ],
    [
      'others',
      { installed: { keras: { version: '2', others: [{}, 1] } } },
      ['keras', 'keras'],
      {
        installed: {
          keras: { version: '2', distribution: 'keras', others: [] }
        }
      }
    ],
    [
      'loaded',
      { loaded: { keras: 3, 'a b': '1' } },
      ['loaded keras', 'loaded a b'],
      { loaded: {} }
    ],
    [
      'variables',
      { variables: { KERAS_HOME: long, path: 'x' } },
      ['variables KERAS_HOME', 'variables path'],
      { variables: {} }
    ],
    ['keras.json', { kerasConfig: 'jax' }, ['keras.json'], {}],
    [
      'a backend',
      { kerasConfig: { backend: 1 } },
      ['backend of keras.json'],
      { kerasConfig: {} }
    ],
    [
      'shadowing',
      { shadowing: [{ module: 'keras' }, 3] },
      [],
      { shadowing: [] }
    ],
    ['an installer', { installer: [] }, ['installer'], {}],
    [
      'flags',
      { installer: { pip: 'yes' } },
      ['installer pip', 'installer writable', 'installer externallyManaged'],
      {
        installer: {
          pip: false,
          uv: null,
          conda: null,
          writable: false,
          externallyManaged: false
        }
      }
    ],
    [
      'Python facts',
      { python: { version: '3.8', abi: 3 } },
      ['python abi'],
      { python: { version: '3.8' } }
    ]
  ])('%s', (_, fields, dropped, kept) => {
    const environment = readEnvironment({ ...LEAST, ...fields });
    expect(environment.unreadable.map(item => item.what)).toEqual(dropped);
    expect(environment).toMatchObject(kept);
  });

  it('keys that reach for a prototype', () => {
    const environment = readEnvironmentText(
      '{"schema": 1, "python": {"version": "3.8"},' +
        ' "installed": {"__proto__": {"version": "6"}, "constructor": {"version": "1"}},' +
        ' "variables": {"__proto__": "x"}, "loaded": {"__proto__": {"tensorflow": "2"}}}'
    );
    expect(Object.keys(environment.installed)).toEqual(['constructor']);
    expect(environment.installed.tensorflow).toBeUndefined();
    expect('toString' in environment.installed).toBe(false);
    expect('tensorflow' in environment.loaded).toBe(false);
    expect(environment.unreadable).toHaveLength(3);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('what the kernel itself could not read comes first, and not without end', () => {
    const unreadable = Array(1000).fill({ what: 'a\nb', why: 'c' });
    const environment = readEnvironment({ ...LEAST, unreadable });
    expect(environment.unreadable).toHaveLength(100);
    expect(environment.unreadable[0]).toEqual({ what: 'a b', why: 'c' });
  });

  it('missing fields stay unknown, unknown ones are ignored', () => {
    expect(readEnvironment({ ...LEAST, weather: 'fine' })).toEqual({
      ...LEAST,
      installed: {},
      loaded: {},
      variables: {},
      unreadable: []
    });
  });
});
