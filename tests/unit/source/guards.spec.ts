/** What the handlers around a usage catch. */

import { isGuarded } from '../../../src/engine/source/guarded';
import { checkCases, read } from './render';

const TRY = 'try:\n  import keras\n';

describe('guards', () => {
  checkCases([
    [
      'a class',
      TRY + 'except ImportError: pass',
      ['import keras !ImportError']
    ],
    [
      'a tuple, a dotted name, an alias',
      TRY + 'except (ImportError, a.b.AttributeError) as e: pass',
      ['import keras !ImportError|AttributeError']
    ],
    ['all', TRY + 'except: pass', ['import keras !*']],
    [
      'several clauses',
      TRY + 'except A: pass\nexcept B: x',
      ['import keras !A|B']
    ],
    [
      'a group',
      TRY + 'except* ImportError: pass',
      ['import keras !ImportError']
    ],
    ['an expression', TRY + 'except f(x): pass', ['import keras']],
    ['only finally', TRY + 'finally: pass', ['import keras']],
    [
      'except, else and finally are not guarded',
      'try: pass\nexcept E: import keras.a\nelse: import keras.b\nfinally: import keras.c',
      ['import keras.a C', 'import keras.b C', 'import keras.c']
    ],
    [
      'nested, innermost first',
      'try:\n  try:\n    import keras\n  except A: import keras.b\nexcept B: pass',
      ['import keras !A !B', 'import keras.b C !B']
    ],
    [
      'a function runs later, a class body does not',
      'try:\n  def f(a=keras.a):\n    import keras\n  class A:\n    import keras.b\n    def g(self): import keras.c\n  x = lambda: keras.d\n  import keras.e\nexcept E: pass',
      [
        'import keras D',
        'import keras.b !E',
        'import keras.c D',
        'keras<4>.d D',
        'import keras.e !E'
      ]
    ],
    [
      'inside a function',
      'def f():\n  try: import keras\n  except ImportError: return',
      ['import keras D !ImportError']
    ],
    [
      'suppress',
      'with contextlib.suppress(ImportError, a.B), open(x): import keras\nwith suppress(*x): import keras',
      ['import keras !ImportError|B', 'import keras']
    ],
    [
      'after suppress either may hold',
      'import keras\nwith suppress(E):\n  keras = 3\nkeras.a',
      ['import keras', 'keras<0?>.a']
    ]
  ]);

  it.each([
    ['raise', []],
    ['x()\n  raise X from e', []],
    ['if a: raise\n  else: raise X', []],
    ['with a: raise', []],
    ['try: x()\n  finally: raise', []],
    ['try: raise\n  except E: raise', []],
    ['sys.exit(1)', []],
    ['print("install keras"); exit()', []],
    ['if a: raise', ['E']],
    ['if a: raise\n  elif b: raise', ['E']],
    ['return\n  raise', ['E']],
    ['def f(): raise X', ['E']],
    ['lambda: exit()', ['E']],
    ['for x in y: raise', ['E']],
    ['try: raise\n  except E: pass', ['E']],
    ['raises()', ['E']]
  ])('a handler that does %j', (handler, guards) => {
    const { usages } = read(
      `def f():\n try:\n  import keras\n except E:\n  ${handler}`
    );
    expect(usages[0].place.guards.flat()).toEqual(guards);
  });
});

describe('isGuarded', () => {
  const missing = ['ModuleNotFoundError', 'ImportError', 'Exception'];
  const attribute = ['AttributeError', 'Exception'];
  it.each([
    ['except ImportError: pass', true, false],
    ['except Exception: pass', true, true],
    ['except: pass', true, true],
    ['except ImportError: raise', false, false],
    ['except ImportError: raise\nexcept Exception: pass', false, true],
    [
      'except ModuleNotFoundError: pass\nexcept ImportError: raise\nexcept: pass',
      true,
      true
    ],
    ['except AttributeError: raise\nexcept (A, ImportError): pass', true, false]
  ])('%j', (handlers, onImport, onAttribute) => {
    const { place } = read(TRY + handlers).usages[0];
    expect(isGuarded(place, missing)).toBe(onImport);
    expect(isGuarded(place, attribute)).toBe(onAttribute);
  });

  it('lets an outer try catch what an inner one raises again', () => {
    const source =
      'try:\n  try:\n    import keras\n  except ImportError: raise\n  except Exception: pass\nexcept ImportError: pass';
    const { place } = read(source).usages[0];
    expect(isGuarded(place, missing)).toBe(true);
  });
});
