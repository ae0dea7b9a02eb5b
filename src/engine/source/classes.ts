/** Reads `class`: what its objects certainly are and hold. */

import type { SyntaxNode } from '@lezer/common';

import { UNKNOWN, bindingTo, type Binding } from './binding';
import { chainOf } from './chain';
import { bind, placeOf, type Context } from './context';
import { originOf } from './ledger';
import { declaredIn } from './names';
import { methodKey } from './objects';
import { Scope } from './scope';
import { withTypeParameters } from './type-parameters';
import type { Own } from './usage';

/** Methods that decide what an object is or has, beyond what is written. */
const DECISIVE = [
  '__getattr__',
  '__getattribute__',
  '__setattr__',
  '__new__',
  '__class__'
];

/** A class of the notebook of whose objects something is certain. */
export interface OwnClass {
  /** What its body binds, and the functions among it. */
  readonly names: ReadonlySet<string>;
  readonly methods: ReadonlySet<string>;
  /** Attributes that its methods set on some object. */
  readonly stored: ReadonlySet<string>;
  /** An object of the class. */
  readonly object: Binding;
}

const NO_CLASS: OwnClass = {
  names: new Set(),
  methods: new Set(),
  stored: new Set(),
  object: UNKNOWN
};

/** The attributes that assignments under `node` set. */
function storedIn(node: SyntaxNode, { syntax }: Context): ReadonlySet<string> {
  const names = new Set<string>();
  const collect = (targets: readonly SyntaxNode[]): void =>
    targets.forEach(target => {
      const chain = chainOf(target, syntax);
      if (chain?.path.length === 1) {
        names.add(chain.path[0].name);
      } else if (/^(Tuple|Array|Parenthesized)Expression$/.test(target.name)) {
        collect(syntax.children(target));
      }
    });
  node.cursor().iterate(({ name, node: statement }) => {
    if (name === 'AssignStatement') {
      const parts = syntax.children(statement);
      const last = parts.map(part => part.name).lastIndexOf('AssignOp');
      collect(parts.slice(0, Math.max(0, last)));
    }
  });
  return names;
}

/** Files, behind its bases, the object that the methods of a class below one of ours are called on. */
function fileObject(
  [name, body]: readonly [SyntaxNode, SyntaxNode],
  base: Binding,
  own: Own,
  at: Context
): number {
  const call = {
    kind: 'call' as const,
    place: placeOf(at),
    callee: at.syntax.segment(name),
    origin: originOf(base),
    arguments: [],
    more: true,
    own
  };
  return at.reading.ledger.add(call, body);
}

/** Reads the bases; undefined where nothing is certain of a class that has them, null where it has none. */
function readBases(
  list: SyntaxNode | null,
  at: Context
): Binding | null | undefined {
  const parts = list
    ? at.syntax.children(list).filter(part => !/^[(),]$/.test(part.name))
    : [];
  const bases = parts.map(part => at.reading.evaluate(part, at));
  bases.forEach(base => {
    if (base.defined) {
      at.reading.ledger.objects.inherit(base.defined);
    }
  });
  const [base] = bases;
  if (parts.length === 0 || (parts.length === 1 && isObject(base))) {
    return null;
  }
  return parts.length === 1 && base.usages.length > 0 && !base.open
    ? base
    : undefined;
}

function isObject({ foreign }: Binding): boolean {
  return foreign.length === 1 && foreign[0] === 'object';
}

/** A class: its body runs here, in a scope that its methods do not see. */
export function readClass(
  node: SyntaxNode,
  outer: Context,
  decorated = false
): void {
  const at = withTypeParameters(node, outer);
  const { syntax, reading } = at;
  const place = `${at.cell}:${node.from}`;
  const name = node.getChild('VariableName');
  const list = node.getChild('ArgList');
  const base = syntax.isBroken(node) ? undefined : readBases(list, at);
  const body = node.getChild('Body');
  let known: OwnClass | null = null;
  if (body) {
    const declared = declaredIn(body, syntax);
    const { names } = declared;
    const certain =
      !decorated && !syntax.broken && !DECISIVE.some(each => names.has(each));
    if (name && certain && base !== undefined) {
      const object = base
        ? bindingTo(
            fileObject([name, body], base, { place, names: [...names] }, at)
          )
        : UNKNOWN;
      const stored = storedIn(body, at);
      known = {
        names,
        methods: new Set(),
        stored,
        object: { ...object, instance: place }
      };
      reading.classes.set(place, known);
      reading.ledger.returned(place, object);
    }
    const scope = new Scope('class', at.scope, declared, at.state.unit);
    const inner = { ...at, scope, nested: true, self: known?.object ?? null };
    reading.readBody(body, inner);
    at.state.dead = false;
    if (known) {
      const methods = keepNames(place, scope, at);
      reading.classes.set(place, { ...known, methods });
    }
  }
  if (name) {
    const binding = known ? { ...UNKNOWN, defined: place } : UNKNOWN;
    bind(syntax.text(name), binding, outer);
  }
}

/** Keeps what the body of a class binds; returns the functions among it. */
function keepNames(
  owner: string,
  scope: Scope,
  at: Context
): ReadonlySet<string> {
  const { objects } = at.reading.ledger;
  const methods = new Set<string>();
  for (const [name, variable] of scope.variables) {
    const binding = variable.ever;
    if (binding?.defined) {
      objects.method({ owner, name }, binding.defined);
      methods.add(name);
    } else if (binding) {
      objects.hold({ owner, name }, binding);
    }
  }
  return methods;
}

/** What `object.name` is; null where its class says nothing of it. */
export function attributeOf(
  owner: string,
  name: string,
  { reading }: Context
): 'held' | Binding | null {
  const { names, methods, stored } = reading.classes.get(owner) ?? NO_CLASS;
  if (methods.has(name)) {
    return stored.has(name)
      ? UNKNOWN
      : { ...UNKNOWN, defined: methodKey({ owner, name }) };
  }
  return names.has(name) || stored.has(name) ? 'held' : null;
}
