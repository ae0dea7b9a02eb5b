/** Import statements: what they ask of our packages, and what they bind. */

import type { SyntaxNode } from '@lezer/common';

import { UNKNOWN, bindingTo, foreignBinding } from './binding';
import { assumeAfterImport } from './colab';
import { bind, lookUp, placeOf, type Context } from './context';
import { originOf } from './ledger';
import { importStar } from './stars';
import { ROOTS, type Origin, type Segment } from './usage';

/** A name that people give to TensorFlow, and that no package has. */
const TF = 'tf';

/** Whether an import of `root` is ours, and the variable that it takes for a package. */
function judged(
  root: string,
  at: Context
): { readonly ours: boolean; readonly variable: Origin | null } {
  if (ROOTS.includes(root)) {
    return { ours: !at.reading.replaced.has(root), variable: null };
  }
  const found = lookUp(root, at);
  // An object that a call made gives its name to no import: `model`, and a file model.py.
  const variable =
    found &&
    found.usages.length > 0 &&
    !at.reading.ledger.isCalled(originOf(found))
      ? originOf(found)
      : null;
  return { ours: variable !== null || root === TF, variable };
}

/** What `name` holds now, and still does if the import raises. */
function previousOf(name: string, at: Context): { previous?: Origin } {
  const held = at.state.get(at.scope.target(name));
  return held ? { previous: originOf(held) } : {};
}

/** Groups the names of a list at its commas: dotted path and alias. */
function namesOf(
  nodes: readonly SyntaxNode[],
  at: Context
): readonly { path: readonly Segment[]; alias: string | null }[] {
  const groups: { path: Segment[]; alias: string | null }[] = [];
  let open = false;
  let aliased = false;
  for (const node of nodes) {
    if (node.name === ',') {
      open = false;
    } else if (node.name === 'as') {
      aliased = true;
    } else if (node.name === 'VariableName') {
      const segment = at.syntax.segment(node);
      if (!open) {
        groups.push({ path: [segment], alias: null });
        open = true;
      } else if (aliased) {
        groups[groups.length - 1].alias = segment.name;
      } else {
        groups[groups.length - 1].path.push(segment);
      }
      aliased = false;
    }
  }
  return groups;
}

function readPlain(nodes: readonly SyntaxNode[], at: Context): void {
  for (const { path, alias } of namesOf(nodes, at)) {
    const [root] = path;
    const { ours, variable } = judged(root.name, at);
    const bound = alias ?? root.name;
    if (!ours) {
      const names = path.map(segment => segment.name);
      bind(bound, foreignBinding(alias ? names.join('.') : root.name), at);
      assumeAfterImport(names.join('.'), at);
      continue;
    }
    const id = at.reading.ledger.add(
      {
        kind: 'import',
        place: placeOf(at),
        path,
        aliased: alias !== null,
        variable,
        ...previousOf(bound, at)
      },
      root.span
    );
    // `import tf.keras` raises, and `tf` stays what it was.
    if (alias !== null || variable === null) {
      bind(bound, bindingTo(id), at);
    }
  }
}

function readFrom(
  module: readonly SyntaxNode[],
  nodes: readonly SyntaxNode[],
  at: Context
): void {
  const path = module
    .filter(node => node.name === 'VariableName')
    .map(node => at.syntax.segment(node));
  const relative = module.length === 0 || module[0].name !== 'VariableName';
  const dotted = path.map(segment => segment.name).join('.');
  const { ours, variable } = relative
    ? { ours: false, variable: null }
    : judged(path[0].name, at);
  const star = nodes.find(node => node.name === '*');
  const place = placeOf(at);
  if (star) {
    const id = ours
      ? at.reading.ledger.add(
          { kind: 'from', place, path, name: null, variable },
          at.syntax.segment(star).span
        )
      : null;
    importStar(id, relative ? '' : dotted, at);
    return;
  }
  for (const { path: names, alias } of namesOf(nodes, at)) {
    const [name] = names;
    const bound = alias ?? name.name;
    if (!ours) {
      bind(
        bound,
        relative ? UNKNOWN : foreignBinding(`${dotted}.${name.name}`),
        at
      );
      assumeAfterImport(relative ? '' : `${dotted}.${name.name}`, at);
      continue;
    }
    const previous = previousOf(bound, at);
    const id = at.reading.ledger.add(
      { kind: 'from', place, path, name, variable, ...previous },
      name.span
    );
    bind(bound, bindingTo(id), at);
  }
  if (
    dotted === '__future__' &&
    /\bannotations\b/.test(nodes.map(node => at.syntax.text(node)).join(' '))
  ) {
    at.reading.lazyAnnotations = true;
  }
}

/** Reads `import …` or `from … import …`. */
export function readImport(node: SyntaxNode, at: Context): void {
  const [word, ...rest] = at.syntax.children(node);
  if (word.name === 'import') {
    readPlain(rest, at);
    return;
  }
  const middle = rest.findIndex(part => part.name === 'import');
  readFrom(rest.slice(0, middle), rest.slice(middle + 1), at);
}
