/** Python's scopes: which variable a name means. */

import { either, type Binding } from './binding';

/** One variable; `ever` is everything that any statement binds to it. */
export class Variable {
  constructor(readonly scope: Scope) {}

  get ever(): Binding | undefined {
    return this._ever;
  }

  add(binding: Binding): void {
    this._ever = either(this._ever, binding);
  }

  private _ever: Binding | undefined;
}

export interface Declared {
  /** Names that the scope's own code binds. */
  readonly names: ReadonlySet<string>;
  readonly globals: ReadonlySet<string>;
  readonly nonlocals: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** What a scope declares whose names are known without reading statements. */
export function declaring(names: ReadonlySet<string> = NONE): Declared {
  return { names, globals: NONE, nonlocals: NONE };
}

export class Scope {
  /**
   * @param unit Identifies what runs in one go: a module, or one function body.
   */
  constructor(
    readonly kind: 'module' | 'function' | 'class' | 'comprehension',
    readonly parent: Scope | null,
    readonly declared: Declared,
    readonly unit: object
  ) {}

  /** The scope's own variable of that name, whether bound or not. */
  own(name: string): Variable {
    const known = this._variables.get(name);
    if (known) {
      return known;
    }
    const variable = new Variable(this);
    this._variables.set(name, variable);
    return variable;
  }

  /** The variable that an assignment in this scope binds. */
  target(name: string): Variable {
    if (this.kind === 'comprehension' && this.parent) {
      return this.declared.names.has(name)
        ? this.own(name)
        : this.parent.target(name);
    }
    if (this.declared.globals.has(name)) {
      return this.module.own(name);
    }
    if (this.declared.nonlocals.has(name)) {
      return this._enclosing()?._find(name) ?? this.own(name);
    }
    return this.own(name);
  }

  /**
   * The variable that a use in this scope reads. A class body reads an outer
   * name until it has bound its own, which `isBound` tells.
   */
  source(name: string, isBound: (variable: Variable) => boolean): Variable {
    if (this.kind === 'class') {
      const own = this.target(name);
      if (isBound(own)) {
        return own;
      }
      // A name that the class binds somewhere skips the functions around it.
      return this.declared.names.has(name)
        ? this.module.own(name)
        : (this._enclosing()?._find(name) ?? this.module.own(name));
    }
    if (this.kind === 'comprehension' && !this.declared.names.has(name)) {
      const first = this.parent;
      return first && first.kind !== 'class'
        ? first.source(name, isBound)
        : this._find(name);
    }
    return this._find(name);
  }

  get module(): Scope {
    return this.parent?.module ?? this;
  }

  /** The variables bound so far. */
  get variables(): ReadonlyMap<string, Variable> {
    return this._variables;
  }

  private _enclosing(): Scope | null {
    return this.parent?.kind === 'class'
      ? this.parent._enclosing()
      : this.parent;
  }

  private _find(name: string): Variable {
    if (this.kind === 'module') {
      return this.own(name);
    }
    const { names, globals, nonlocals } = this.declared;
    if (globals.has(name)) {
      return this.module.own(name);
    }
    if (names.has(name) && !nonlocals.has(name)) {
      return this.own(name);
    }
    return this._enclosing()?._find(name) ?? this.module.own(name);
  }

  private readonly _variables = new Map<string, Variable>();
}
