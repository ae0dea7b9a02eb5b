/** Python's comparison operators. */

import { isEqual, isNone, orderOf, type Known } from './known';

/** `left operator right`, `==`, `<`, `in`, `is` …; null where that raises, or is not known. */
export function compared(
  left: Known,
  operator: string,
  right: Known
): boolean | null {
  switch (operator) {
    case '==':
      return isEqual(left, right);
    case '!=': {
      const equal = isEqual(left, right);
      return equal === null ? null : !equal;
    }
    case 'is':
      return isSame(left, right);
    case 'in':
      return contains(right, left);
    default: {
      const order = orderOf(left, right);
      return order === null
        ? null
        : (order < 0 && operator.startsWith('<')) ||
            (order > 0 && operator.startsWith('>')) ||
            (order === 0 && operator.endsWith('='));
    }
  }
}

function isSame(left: Known, right: Known): boolean | null {
  return left.kind === 'none' || right.kind === 'none'
    ? isNone(left.kind === 'none' ? right : left)
    : left.kind === 'boolean' && right.kind === 'boolean'
      ? left.value === right.value
      : null;
}

function contains(whole: Known, part: Known): boolean | null {
  if (whole.kind === 'text') {
    return part.kind === 'text' ? whole.text.includes(part.text) : null;
  }
  if (whole.kind !== 'list') {
    return null;
  }
  const each = whole.items.map(item => isEqual(item, part));
  return each.includes(true) ? true : each.includes(null) ? null : false;
}
