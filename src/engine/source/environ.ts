/** Environment variables that the notebook sets. */

import type { SyntaxNode } from '@lezer/common';

import type { Binding } from './binding';
import { placeOf, type Context } from './context';
import { literalOf } from './literal';
import type { Magic } from './magics';
import type { VariableUsage } from './usage';

/** Names of the process's environment; the second where its import is not in sight. */
const ENVIRONMENT = ['os.environ', 'environ'];

export function isEnvironment(binding: Binding): boolean {
  return binding.foreign.some(name => ENVIRONMENT.includes(name));
}

/** Files `name = value` found at `node`; a name that is no literal is not known. */
export function setVariable(
  name: SyntaxNode | undefined,
  value: SyntaxNode | null,
  at: Context,
  manner?: VariableUsage['manner']
): void {
  const known = name && literalOf(name, at.syntax);
  if (name && known) {
    at.reading.ledger.add(
      {
        kind: 'variable',
        place: placeOf(at),
        name: known,
        value: value && literalOf(value, at.syntax),
        ...(manner ? { manner } : {})
      },
      name
    );
  }
}

/** `del object[index]`, where that is a variable. */
export function removeVariable(
  holder: Binding,
  index: SyntaxNode | undefined,
  at: Context
): void {
  if (isEnvironment(holder)) {
    setVariable(index, null, at, 'removed');
  }
}

/**
 * `os.environ.setdefault('A', 'b')`, `.pop('A')`, `.update({'A': 'b'})`, `.update(A='b')`. `os.putenv` leaves
 * `os.environ` as it is, which is all that TensorFlow and Keras read of what these variables are for.
 */
export function variablesOfCall(
  callee: Binding,
  args: SyntaxNode,
  at: Context
): void {
  const parts = at.syntax
    .children(args)
    .filter(part => !['(', ')', ','].includes(part.name));
  const calls = (method: string) =>
    callee.foreign.some(name =>
      ENVIRONMENT.some(environment => name === `${environment}.${method}`)
    );
  if (calls('setdefault')) {
    setVariable(parts[0], parts[1] ?? null, at, 'default');
  } else if (calls('pop') || calls('__delitem__')) {
    setVariable(parts[0], null, at, 'removed');
  }
  if (!calls('update')) {
    return;
  }
  parts.forEach((part, index) => {
    if (part.name === 'AssignOp') {
      const name = parts[index - 1];
      const value = literalOf(parts[index + 1], at.syntax);
      at.reading.ledger.add(
        {
          kind: 'variable',
          place: placeOf(at),
          name: at.syntax.text(name),
          value
        },
        name
      );
    } else if (part.name === 'DictionaryExpression') {
      const pairs = at.syntax.children(part);
      pairs.forEach((pair, position) => {
        if (pair.name === ':') {
          setVariable(pairs[position - 1], pairs[position + 1] ?? null, at);
        }
      });
    }
  });
}

/** `%env A=b`, `%env A b`, `%set_env A b`, as IPython splits them; null for any other magic. */
export function variableOfMagic(
  magic: Pick<Magic, 'sign' | 'text'>
): { readonly name: string; readonly value: string | null } | null {
  const call =
    magic.sign === '%' &&
    /^(?:set_)?env[ \t]+([^\s=]+)(?:[ \t]*=[ \t]*|[ \t]+)(\S[^]*)?$/.exec(
      magic.text.trim()
    );
  if (!call) {
    return null;
  }
  const value = (call[2] ?? '').trim();
  return { name: call[1], value: /[{$\\]/.test(value) ? null : value };
}
