/** Conditions: what must hold for a place to be reached, as an expression that only an environment can answer. */

/** A value that depends on releases; the resolver works it out, and does not know what raises. */
export type Expression =
  | {
      readonly kind: 'literal';
      readonly value: string | number | boolean | null;
    }
  | {
      readonly kind: 'list';
      readonly items: readonly Expression[];
      readonly tuple: boolean;
    }
  /** What a name of ours holds where an attribute usage with that base starts; `value` is what was assigned, where that is known. */
  | {
      readonly kind: 'use';
      readonly name: string;
      readonly cell: number;
      readonly offset: number;
      readonly value: Expression | null;
    }
  /** An object of another module: `sys.version_info`. */
  | { readonly kind: 'foreign'; readonly path: string }
  /** A name that the notebook does not bind. */
  | { readonly kind: 'builtin'; readonly name: string }
  | {
      readonly kind: 'member';
      readonly of: Expression;
      readonly name: string;
    }
  | {
      readonly kind: 'item';
      readonly of: Expression;
      readonly index: Expression;
    }
  | {
      readonly kind: 'slice';
      readonly of: Expression;
      readonly from: Expression | null;
      readonly to: Expression | null;
    }
  | {
      readonly kind: 'call';
      readonly callee: Expression;
      readonly args: readonly Expression[];
    }
  | {
      readonly kind: 'compare';
      readonly left: Expression;
      /** `<`, `in`, `not in`, `is`, `is not`, … */
      readonly operator: string;
      readonly right: Expression;
    }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Expression[] }
  | {
      readonly kind: 'choice';
      readonly test: Expression;
      readonly then: Expression;
      readonly other: Expression;
    }
  /** One of several values, each only where all of its conditions hold. */
  | {
      readonly kind: 'alternatives';
      readonly of: readonly {
        readonly when: readonly Expression[];
        readonly value: Expression;
      }[];
    }
  | { readonly kind: 'unknown' };

/** An expression that is asked for its truth. */
export type Condition = Expression;

export const UNASKABLE: Expression = { kind: 'unknown' };

export function isAskable(expression: Expression): boolean {
  return expression.kind !== 'unknown';
}

/** The opposite. */
export function negated(condition: Condition): Condition {
  return condition.kind === 'unknown'
    ? condition
    : condition.kind === 'not'
      ? condition.of
      : { kind: 'not', of: condition };
}

/** `and` or `or`: askable where any of its parts is. */
export function joined(
  kind: 'and' | 'or',
  of: readonly Expression[]
): Expression {
  return of.some(isAskable) ? { kind, of } : UNASKABLE;
}

/** Expressions directly within one. */
function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'list':
      return expression.items;
    case 'use':
      return expression.value ? [expression.value] : [];
    case 'member':
    case 'not':
      return [expression.of];
    case 'item':
      return [expression.of, expression.index];
    case 'slice':
      return [expression.of, expression.from, expression.to].flatMap(
        part => part ?? []
      );
    case 'call':
      return [expression.callee, ...expression.args];
    case 'compare':
      return [expression.left, expression.right];
    case 'and':
    case 'or':
      return expression.of;
    case 'choice':
      return [expression.test, expression.then, expression.other];
    case 'alternatives':
      return expression.of.flatMap(({ when, value }) => [...when, value]);
    default:
      return [];
  }
}

/** Whether an expression has at most `most` parts, however they are nested. */
export function isSmall(expression: Expression, most: number): boolean {
  const left = [expression];
  let count = 0;
  for (let part = left.pop(); part; part = left.pop()) {
    count += 1;
    if (count > most) {
      return false;
    }
    left.push(...partsOf(part));
  }
  return true;
}
