/** Works out what a condition on releases asks, as far as an environment tells. */

import type { Condition, Expression } from '../source/condition';
import type { AttributeUsage, Origin } from '../source/usage';
import { compared } from './comparison';
import { baseKey } from './course';
import { Inquiry, type Evaluated } from './inquiry';
import {
  booleanOf,
  isEqual,
  listOf,
  NONE,
  numberOf,
  textOf,
  truthOf,
  type Known
} from './known';
import { itemOf, sliceOf } from './sequences';

/** The dotted name of another module's object, however far it goes. */
function pathOf(expression: Expression): string | null {
  if (expression.kind === 'foreign') {
    return expression.path;
  }
  const path = expression.kind === 'member' ? pathOf(expression.of) : null;
  return path !== null && expression.kind === 'member'
    ? `${path}.${expression.name}`
    : null;
}

export class Evaluation {
  /** `bases`: attribute chains by where they begin. */
  constructor(
    given: Evaluated,
    private readonly bases: ReadonlyMap<string, AttributeUsage>
  ) {
    this.inquiry = new Inquiry(given);
  }

  /** False where one does not hold, true where all do, null where that is not known. */
  hold(conditions: readonly Condition[]): boolean | null {
    const answers = conditions.map(condition => this.truth(condition));
    return answers.includes(false)
      ? false
      : answers.includes(null)
        ? null
        : true;
  }

  /** The origin without what is bound on paths that are not taken. */
  narrow(origin: Origin): Origin {
    const { cases } = origin;
    const taken = cases?.filter(({ when }) => this.hold(when) !== false);
    if (!cases || !taken || taken.length === cases.length) {
      return origin;
    }
    const stars = (origin.stars ?? []).filter(id =>
      taken.some(each => each.stars?.includes(id))
    );
    return {
      usages: origin.usages.filter(id =>
        taken.some(each => each.usages.includes(id))
      ),
      open: taken.length === 0 || taken.some(each => each.open),
      ...(stars.length ? { stars } : {})
    };
  }

  private truth(condition: Condition): boolean | null {
    switch (condition.kind) {
      case 'not': {
        const truth = this.truth(condition.of);
        return truth === null ? null : !truth;
      }
      case 'and':
        return this.hold(condition.of);
      case 'or': {
        const truths = condition.of.map(part => this.truth(part));
        return truths.includes(true)
          ? true
          : truths.includes(null)
            ? null
            : false;
      }
      default:
        return truthOf(this.value(condition));
    }
  }

  private value(expression: Expression): Known | null {
    const known = this.values.get(expression);
    if (known !== undefined) {
      return known;
    }
    const value = this.work(expression);
    this.values.set(expression, value);
    return value;
  }

  private work(expression: Expression): Known | null {
    switch (expression.kind) {
      case 'literal': {
        const { value } = expression;
        return typeof value === 'string'
          ? textOf(value)
          : typeof value === 'number'
            ? numberOf(value)
            : value === null
              ? NONE
              : booleanOf(value);
      }
      case 'list':
        return listOf(
          expression.items.map(item => this.value(item)),
          expression.tuple
        );
      case 'use':
        return (
          (expression.value && this.value(expression.value)) ??
          this.held(expression)
        );
      case 'builtin':
        return { kind: 'foreign', path: expression.name };
      case 'foreign':
        return this.inquiry.foreign(expression.path);
      case 'member': {
        const path = pathOf(expression);
        if (path !== null) {
          return this.inquiry.foreign(path);
        }
        const of = this.value(expression.of);
        return of && this.inquiry.member(of, expression.name);
      }
      case 'item':
        return itemOf(this.value(expression.of), this.value(expression.index));
      case 'slice':
        return this.slice(expression);
      case 'call':
        return this.inquiry.call(
          this.value(expression.callee),
          expression.args.map(arg => this.value(arg))
        );
      case 'compare':
        return this.compare(expression);
      case 'choice': {
        const truth = this.truth(expression.test);
        return truth === null
          ? null
          : this.value(truth ? expression.then : expression.other);
      }
      case 'alternatives': {
        const taken = expression.of.filter(
          ({ when }) => this.hold(when) !== false
        );
        const [first = null, ...others] = taken.map(({ value }) =>
          this.value(value)
        );
        return others.every(other => isEqual(first, other) === true)
          ? first
          : null;
      }
      case 'and':
      case 'or': {
        // Of the operands, the first that settles it.
        const [first, ...others] = expression.of;
        const truth = this.truth(first);
        const settles = truth === (expression.kind === 'or');
        return truth === null
          ? null
          : settles || others.length === 0
            ? this.value(first)
            : this.value({ kind: expression.kind, of: others });
      }
      case 'not': {
        const truth = this.truth(expression);
        return truth === null ? null : booleanOf(truth);
      }
      case 'unknown':
        return null;
    }
  }

  /** What a name holds, where that is one thing. */
  private held({
    name,
    cell,
    offset
  }: Expression & { kind: 'use' }): Known | null {
    const usage = this.bases.get(baseKey(cell, offset, name));
    return usage ? this.inquiry.held(this.narrow(usage.origin), name) : null;
  }

  private slice(expression: Expression & { kind: 'slice' }): Known | null {
    const [from, to] = [expression.from, expression.to].map(end =>
      end === null ? undefined : this.value(end)
    );
    return sliceOf(this.value(expression.of), from, to);
  }

  private compare(expression: Expression & { kind: 'compare' }): Known | null {
    const { left, operator, right } = expression;
    const whole = this.value(right);
    const part = this.value(left);
    if (!whole || !part) {
      return null;
    }
    const listed =
      whole.kind === 'names'
        ? this.inquiry.lists(whole.of, part)
        : this.inquiry.asksForColab(part, whole)
          ? this.inquiry.isColab()
          : compared(part, operator.replace(/ ?not ?/, ''), whole);
    return listed === null
      ? null
      : booleanOf(listed !== operator.includes('not'));
  }

  private readonly inquiry: Inquiry;
  private readonly values = new Map<Expression, Known | null>();
}
