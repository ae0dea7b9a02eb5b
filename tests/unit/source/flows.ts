/** Generates notebooks that bind and rebind our names along every kind of path, and run. */

import type { Random } from './random';

const NAMES = ['tf', 'keras', 'K', 'L'];
const PARTS = ['a', 'b', 'c', 'keras'];

/** The first cell: every name is bound, so that nothing fails for want of one. */
const START =
  'import tensorflow as tf, contextlib, sys\nFLAG = True\nimport keras\nfrom keras import backend as K\nL = tf.keras.l';

export class Flows {
  constructor(private readonly _random: Random) {}

  /** Cells of one notebook; functions are called in between and at the end. */
  notebook(): string[] {
    this._functions = 0;
    const count = 2 + this._random.below(6);
    const cells = Array.from({ length: count }, () => this._block(2, ''));
    const calls = Array.from(
      { length: this._functions },
      (_, n) => `try: run(f${n})\nexcept NameError: pass`
    );
    return [START, ...cells, ...calls];
  }

  private _name(): string {
    return this._random.pick(NAMES);
  }

  private _chain(): string {
    const parts = this._random.several(
      0,
      2,
      '',
      () => `.${this._random.pick(PARTS)}`
    );
    return this._name() + parts;
  }

  private _value(): string {
    const random = this._random;
    return random.pick([
      () => this._chain(),
      () => this._chain(),
      () => this._chain(),
      () => `(${this._chain()} if o else ${this._chain()})`,
      () => `(${this._chain()} if ${this._settled()} else ${this._chain()})`,
      () => `(${this._settled()} and ${this._chain()})`,
      () => `(o or ${this._chain()})`,
      () => `(${this._name()} := ${this._chain()})`,
      () => 'o',
      () => `${this._chain()}(${this._chain()}.d)`,
      () => `(o, [${this._chain()}.e for ${this._name()} in o])[0]`,
      () => `(o, [${this._chain()}.e for x in o if ${this._chain()}.f])[0]`,
      () => `run(lambda ${this._name()}: ${this._chain()}.g)`,
      () => `run(lambda: ${this._chain()}.h)`
    ])();
  }

  /** A test whose outcome its own text settles, or the interpreter's release, or names that hold such tests. */
  private _settled(): string {
    return this._random.pick([
      'sys.version_info >= (3,)',
      'sys.version_info[0] < 3',
      'sys.version_info.major == 3',
      'FLAG',
      'FLAG',
      'not FLAG',
      'FLAG and sys.version_info > (3, 0)',
      'FLAG or 1 > 2',
      "'2.10' < '2.4'",
      '(1, 2) > (1, 3) or not FLAG',
      '(FLAG if 1 else None) is True'
    ]);
  }

  private _test(): string {
    return this._random.chance(50) ? this._settled() : this._value();
  }

  private _import(): string {
    const name = this._name();
    return this._random.pick([
      `import tensorflow as ${name}`,
      `import tensorflow.keras.a as ${name}`,
      'import keras',
      'import keras.b',
      `from tensorflow import keras as ${name}`,
      'from tensorflow import keras',
      `from keras import a as ${name}, b as ${this._name()}`,
      `from tf_keras.c import d as ${name}`
    ]);
  }

  private _block(depth: number, indent: string): string {
    return this._random.several(1, 3, '\n', () =>
      this._statement(depth, indent)
    );
  }

  private _statement(depth: number, indent: string): string {
    const random = this._random;
    const inner = `${indent}  `;
    const body = () => this._block(depth - 1, inner);
    const guarded = () => {
      this._guarded++;
      const text = body();
      this._guarded--;
      return text;
    };
    if (depth === 0 || random.chance(45)) {
      return (
        indent +
        random.pick([
          () => `${this._chain()}.u`,
          () => `${this._chain()}.v`,
          () => `${this._name()} = ${this._value()}`,
          () => `${this._name()} = ${this._value()}`,
          () =>
            `${this._name()}, ${this._name()} = ${this._value()}, ${this._value()}`,
          () => `x = ${this._name()} = ${this._value()}`,
          () => this._import(),
          () => this._import(),
          () => (this._guarded ? 'boom()' : 'o'),
          () => `${this._name()} = o`,
          () => `FLAG = ${this._settled()}`,
          () => (this._guarded ? `assert ${this._settled()}` : 'o'),
          () => (this._guarded ? `if ${this._settled()}: raise Boom()` : 'o'),
          () => (this._guarded ? 'if o: raise Boom()' : 'o'),
          () =>
            random.chance(this._guarded ? 50 : 10) ? `del ${this._name()}` : 'o'
        ])()
      );
    }
    const name = () => this._name();
    const test = () => this._test();
    return random.pick([
      () => `${indent}if ${test()}:\n${body()}`,
      () => `${indent}if ${test()}:\n${body()}\n${indent}else:\n${body()}`,
      () =>
        `${indent}if ${test()}:\n${body()}\n${indent}elif ${test()}:\n${body()}\n${indent}else:\n${body()}`,
      () =>
        `${indent}for ${random.pick(['x', 'x', name()])} in o:\n${body()}\n${inner}if ${random.pick(['o', this._settled()])}: ${random.pick(['break', 'continue'])}\n${body()}`,
      () =>
        `${indent}while o:\n${body()}\n${inner}if o: break\n${indent}else:\n${body()}`,
      () =>
        `${indent}try:\n${guarded()}\n${inner}boom()\n${guarded()}\n${indent}except Boom:\n${body()}\n${indent}except Exception as ${random.pick(['e', name()])}:\n${body()}`,
      () =>
        `${indent}try:\n${guarded()}\n${inner}boom()\n${indent}except Exception:\n${body()}\n${indent}else:\n${body()}\n${indent}finally:\n${body()}`,
      () =>
        `${indent}with contextlib.suppress(Exception):\n${guarded()}\n${inner}boom()\n${guarded()}`,
      () => `${indent}with o as ${random.pick(['x', name()])}:\n${body()}`,
      () =>
        `${indent}class C((${this._chain()}.base, object)[1]):\n${body()}\n${inner}run(lambda: ${this._chain()}.i)`,
      () => this._function(depth, indent)
    ])();
  }

  private _function(depth: number, indent: string): string {
    const random = this._random;
    const inner = `${indent}  `;
    const parameter = random.pick(['', this._name(), `x=${this._chain()}.j`]);
    const declared = random.chance(20)
      ? `${inner}global ${this._name()}\n`
      : '';
    const number = this._functions++;
    this._guarded++;
    const body = this._block(depth - 1, inner);
    this._guarded--;
    const leaves = random.chance(30)
      ? `\n${inner}if ${this._settled()}: return\n${inner}${this._chain()}.w`
      : '';
    const clash = declared && parameter && declared.includes(` ${parameter}\n`);
    return (
      `${indent}def f${number}(${clash ? '' : parameter}):\n${declared}${body}` +
      leaves +
      `\n${inner}return [${this._chain()}.k for x in o]` +
      (random.chance(50) ? `\n${indent}run(f${number})` : '')
    );
  }

  private _functions = 0;
  /** Blocks around whose exceptions are caught. */
  private _guarded = 0;
}
