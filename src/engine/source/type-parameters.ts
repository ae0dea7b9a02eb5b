/** `def f[T]`, `class A[T]`: a scope around the definition holds the type parameters. */

import type { SyntaxNode } from '@lezer/common';

import { UNKNOWN } from './binding';
import type { Context } from './context';
import { Scope, declaring } from './scope';

export function withTypeParameters(node: SyntaxNode, at: Context): Context {
  const types = node.getChild('TypeParamList')?.getChildren('TypeParam') ?? [];
  if (types.length === 0) {
    return at;
  }
  const names = new Set(
    types.flatMap(type => {
      const name = type.getChild('VariableName');
      return name ? [at.syntax.text(name)] : [];
    })
  );
  const { unit } = at.state;
  const scope = new Scope('comprehension', at.scope, declaring(names), unit);
  names.forEach(name => scope.own(name).add(UNKNOWN));
  return { ...at, scope };
}
