/** What an expression asks, where that depends on nothing but releases. */

import type { SyntaxNode } from '@lezer/common';

import { valueOf } from './binding';
import {
  UNASKABLE,
  isAskable,
  isSmall,
  joined,
  negated,
  type Condition,
  type Expression
} from './condition';
import { lookUp, type Context } from './context';
import { literalOf } from './literal';
import { isLogic, logicOf, type Logic } from './logic';
import { isCommand } from './magics';

/** Nesting beyond which nothing is asked. */
const DEEPEST = 40;

/** A condition with more parts than this is not asked. */
const MOST_PARTS = 400;

/** Names that an environment can answer for, of Python's own and of other modules. */
const ANSWERED =
  /^(int|float|str|bool|len|tuple|list|map|hasattr|getattr|dir|get_ipython)$|^(sys|platform|packaging|pkg_resources|distutils|importlib)(\.|$)/;

/** The value of an expression, as a question to an environment. */
export function expressionOf(node: SyntaxNode, at: Context): Expression {
  const expression = new Asker(at).ask(node, 0);
  return isSmall(expression, MOST_PARTS) ? expression : UNASKABLE;
}

/** The truth of an operand of `and` and `or`. */
export function conditionOf(logic: Logic, at: Context): Condition {
  const condition = new Asker(at).join(logic, 0);
  return isSmall(condition, MOST_PARTS) ? condition : UNASKABLE;
}

class Asker {
  constructor(private readonly _at: Context) {}

  ask(node: SyntaxNode | undefined, depth: number): Expression {
    if (!node || depth > DEEPEST) {
      return UNASKABLE;
    }
    const { syntax } = this._at;
    const logic = isLogic(node) ? logicOf(node, syntax) : null;
    if (logic) {
      return this.join(logic, depth);
    }
    const text = syntax.text(node);
    const parts = syntax.children(node);
    const inner = (part: SyntaxNode | undefined) => this.ask(part, depth + 1);
    switch (node.name) {
      case 'Boolean':
        return { kind: 'literal', value: text === 'True' };
      case 'None':
        return { kind: 'literal', value: null };
      case 'Number':
        return /^(0|[1-9]\d*|\d*\.\d+|\d+\.)$/.test(text) &&
          !isCommand(node, this._at.blanked)
          ? { kind: 'literal', value: Number(text) }
          : UNASKABLE;
      case 'String':
      case 'ContinuedString': {
        const value = literalOf(node, syntax);
        return value === null ? UNASKABLE : { kind: 'literal', value };
      }
      case 'VariableName':
        return this._name(node, text);
      case 'ParenthesizedExpression':
        return inner(parts[1]);
      case 'TupleExpression':
      case 'ArrayExpression': {
        const items = parts
          .filter(part => !/^[()[\],]$/.test(part.name))
          .map(inner);
        return items.every(isAskable)
          ? { kind: 'list', items, tuple: node.name === 'TupleExpression' }
          : UNASKABLE;
      }
      case 'UnaryExpression': {
        const [sign, operand] = parts;
        const value = sign && syntax.text(sign) === '-' ? inner(operand) : null;
        return value?.kind === 'literal' && typeof value.value === 'number'
          ? { kind: 'literal', value: -value.value }
          : UNASKABLE;
      }
      case 'BinaryExpression':
        return this._operator(parts, depth);
      case 'ConditionalExpression': {
        const [then, test, other] = [parts[0], parts[2], parts[4]].map(inner);
        return isAskable(test) && isAskable(then) && isAskable(other)
          ? { kind: 'choice', test, then, other }
          : UNASKABLE;
      }
      case 'MemberExpression':
        return this._member(parts, depth);
      case 'CallExpression':
        return this._call(parts, depth);
      case 'ArrayComprehensionExpression':
        return this._each(parts.slice(1, -1), depth);
      default:
        return UNASKABLE;
    }
  }

  join(logic: Logic, depth: number): Expression {
    switch (logic.kind) {
      case 'operand':
        return this.ask(logic.node, depth + 1);
      case 'not':
        return negated(this.join(logic.of, depth));
      case 'and':
      case 'or':
        return joined(
          logic.kind,
          logic.of.map(part => this.join(part, depth))
        );
    }
  }

  private _name(node: SyntaxNode, name: string): Expression {
    const found = lookUp(name, this._at);
    if (!found) {
      return ANSWERED.test(name) ? { kind: 'builtin', name } : UNASKABLE;
    }
    const held = valueOf(found);
    const isOther = held?.kind === 'foreign' && !ANSWERED.test(held.path);
    const value = isOther ? null : held;
    return found.usages.length > 0
      ? { kind: 'use', name, cell: this._at.cell, offset: node.from, value }
      : (value ?? UNASKABLE);
  }

  private _operator(parts: readonly SyntaxNode[], depth: number): Expression {
    const { syntax } = this._at;
    const [first] = parts;
    const last = parts[parts.length - 1];
    const word = parts
      .slice(1, -1)
      .map(part => syntax.text(part))
      .join(' ');
    if (!/^([<>]=?|[=!]=|(not )?in|is( not)?)$/.test(word)) {
      return UNASKABLE;
    }
    const right = this.ask(last, depth + 1);
    // `a < b < c` asks two questions.
    const [, ...before] = syntax.children(first);
    const isChain =
      first.name === 'BinaryExpression' &&
      before.slice(0, -1).some(part => /^(CompareOp|in|is)$/.test(part.name));
    const left = this.ask(
      isChain ? before[before.length - 1] : first,
      depth + 1
    );
    const asked: Expression =
      isAskable(left) && isAskable(right)
        ? { kind: 'compare', left, operator: word, right }
        : UNASKABLE;
    return isChain ? joined('and', [this.ask(first, depth + 1), asked]) : asked;
  }

  private _member(parts: readonly SyntaxNode[], depth: number): Expression {
    const [object, dot, ...rest] = parts;
    const of = this.ask(object, depth + 1);
    const [first] = rest;
    if (!isAskable(of) || !first) {
      return UNASKABLE;
    }
    if (dot.name === '.') {
      return { kind: 'member', of, name: this._at.syntax.text(first) };
    }
    const within = rest.slice(0, -1);
    const colon = within.findIndex(part => part.name === ':');
    if (colon < 0) {
      const index = this.ask(first, depth + 1);
      return within.length === 1 && isAskable(index)
        ? { kind: 'item', of, index }
        : UNASKABLE;
    }
    const ends = [within.slice(0, colon), within.slice(colon + 1)];
    const [from, to] = ends.map(([end]) =>
      end ? this.ask(end, depth + 1) : null
    );
    return ends.some(end => end.length > 1) ||
      [from, to].some(end => end !== null && !isAskable(end))
      ? UNASKABLE
      : { kind: 'slice', of, from, to };
  }

  private _call(parts: readonly SyntaxNode[], depth: number): Expression {
    const [called, list] = parts;
    const callee = this.ask(called, depth + 1);
    if (!isAskable(callee) || list?.name !== 'ArgList') {
      return UNASKABLE;
    }
    const given = this._at.syntax.children(list).slice(1, -1);
    const words = given.filter(part => part.name !== ',');
    if (words.some(part => part.name === 'for')) {
      const each = this._each(given, depth);
      return isAskable(each)
        ? { kind: 'call', callee, args: [each] }
        : UNASKABLE;
    }
    const plain = words.every(part => !/^(AssignOp|\*\*?)$/.test(part.name));
    const args = words.map(part => this.ask(part, depth + 1));
    // What `getattr` gives without its default may be known without the default.
    const needed = args.length === 3 ? args.slice(0, 2) : args;
    return plain && needed.every(isAskable)
      ? { kind: 'call', callee, args }
      : UNASKABLE;
  }

  /** `f(x) for x in values`: what `map` gives. */
  private _each(parts: readonly SyntaxNode[], depth: number): Expression {
    const { syntax } = this._at;
    const [made, word, target, , values, ...more] = parts;
    const [called, list] = made ? syntax.children(made) : [];
    const given = list ? syntax.children(list) : [];
    if (
      made?.name !== 'CallExpression' ||
      word?.name !== 'for' ||
      target?.name !== 'VariableName' ||
      more.length > 0 ||
      given.length !== 3 ||
      syntax.text(given[1]) !== syntax.text(target)
    ) {
      return UNASKABLE;
    }
    const callee = this.ask(called, depth + 1);
    const of = this.ask(values, depth + 1);
    return isAskable(callee) && isAskable(of)
      ? {
          kind: 'call',
          callee: { kind: 'builtin', name: 'map' },
          args: [callee, of]
        }
      : UNASKABLE;
  }
}
