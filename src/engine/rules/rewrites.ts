/** Rewrites of one usage so that it asks for another path. */

import type { Context, Rewrite, Subject, Working } from './rule';
import { leafOf, parentOf } from './wording';

/** What of a usage decides how it can be rewritten. */
type Rewritable = Pick<Subject, 'usage' | 'segments' | 'siblings'> & {
  readonly verdict: Pick<Subject['verdict'], 'segment' | 'symbol'>;
};

/** Makes a usage that works ask for `target` in place of `path`, the whole of it or how it begins. */
export function rewriteWorking(
  { usage, segments, siblings, symbol }: Working,
  { path, target }: { readonly path: string; readonly target: string },
  context: Context
): Rewrite | null {
  const lost = symbol.split('.').length - path.split('.').length;
  const verdict = { segment: segments.length - 1 - lost, symbol: path };
  return rewriteTo(target, { usage, segments, siblings, verdict }, context);
}

/** All names of a `from` statement have a place in one module: the statement can ask that one. Null for other usages. */
export function rewriteStatement(
  { usage, siblings }: Working,
  {
    working,
    placesOf,
    context
  }: {
    readonly working: readonly Working[];
    readonly placesOf: (each: Working) => readonly string[];
    readonly context: Context;
  }
): Rewrite | null {
  if (usage.kind !== 'from') {
    return null;
  }
  const [first, ...rest] = working
    .filter(
      other =>
        other.usage.kind === 'from' &&
        other.usage.place.cell === usage.place.cell &&
        other.usage.place.statement.from === usage.place.statement.from
    )
    .map(other => placesOf(other).map(parentOf));
  const shared = (first ?? []).find(
    parent =>
      rest.every(parents => parents.includes(parent)) &&
      areImportable(siblings, parent, context)
  );
  const [from] = usage.path;
  const to = usage.path[usage.path.length - 1];
  return shared === undefined ||
    rest.length + 1 !== siblings.length ||
    from === undefined ||
    to === undefined
    ? null
    : edit(context.say('Use that name'), from, to, shared);
}

/**
 * Makes the usage ask for `target`. None where it cannot be done by replacing
 * names: an imported name among siblings, a chain whose start the target lacks,
 * another last name.
 */
export function rewriteTo(
  target: string,
  subject: Rewritable,
  context: Context
): Rewrite | null {
  const { usage, segments } = subject;
  const [first] = segments;
  const last = segments[segments.length - 1];
  if (first === undefined || last === undefined) {
    return null;
  }
  const { say } = context;
  const title = say('Use that name');
  if (usage.kind === 'from') {
    const end = usage.path[usage.path.length - 1];
    return usage.name === null ||
      end === undefined ||
      leafOf(target) !== usage.name.name ||
      !canMove(subject, parentOf(target), context)
      ? null
      : edit(title, first, end, parentOf(target));
  }
  // The names of a `getattr` do not stand side by side.
  if (usage.kind === 'attribute' && usage.asked === undefined) {
    const failing = segments[subject.verdict.segment];
    const start = parentOf(subject.verdict.symbol);
    const reached = segments
      .slice(1, subject.verdict.segment)
      .map(segment => segment.name);
    const base = reached.reduceRight(path => parentOf(path), start);
    return failing === undefined || !target.startsWith(`${base}.`)
      ? null
      : edit(
          title,
          first,
          failing,
          `${first.name}${target.slice(base.length)}`
        );
  }
  return null;
}

/** The names of a `from` statement can be had from the module `to` in one. */
function areImportable(
  siblings: Subject['siblings'],
  to: string,
  { whereabouts }: Context
): boolean {
  return siblings.every(
    each =>
      each.kind === 'from' &&
      each.name !== null &&
      whereabouts.imports(`${to}.${each.name.name}`)
  );
}

/** The whole `from` statement can ask the module `to`: its other names that are where they are asked for, are the same objects there. */
function canMove(
  { usage, siblings }: Pick<Subject, 'usage' | 'siblings'>,
  to: string,
  context: Context
): boolean {
  const { whereabouts } = context;
  return (
    areImportable(siblings, to, context) &&
    siblings.every(each => {
      if (each.id === usage.id || each.kind !== 'from' || each.name === null) {
        return true;
      }
      const names = [...each.path, each.name].map(({ name }) => name);
      const asked = names.join('.');
      return (
        !whereabouts.imports(asked) ||
        whereabouts.wereSame(asked, `${to}.${each.name.name}`)
      );
    })
  );
}

function edit(
  title: string,
  from: Rewrite['edits'][0]['from'],
  to: Rewrite['edits'][0]['to'],
  text: string
): Rewrite {
  return { title, safe: true, edits: [{ from, to, text }] };
}

/** Replaces only the first name: `keras` by `tensorflow.keras`, `tf` by `tensorflow`. */
export function rewriteRoot(
  root: string,
  subject: Subject,
  context: Context
): Rewrite | null {
  const { usage, segments, siblings } = subject;
  const [first] = segments;
  if (first === undefined) {
    return null;
  }
  const rest = segments.slice(1).map(segment => segment.name);
  const targets =
    usage.kind === 'from'
      ? siblings.map(each => [
          root,
          ...rest.slice(0, usage.path.length - 1),
          ...(each.kind === 'from' && each.name ? [each.name.name] : [])
        ])
      : [[root, ...rest]];
  const { whereabouts } = context;
  const safe = targets
    .map(target => target.join('.'))
    .every(target =>
      usage.kind === 'from'
        ? whereabouts.imports(target)
        : whereabouts.works(target)
    );
  const title = context.say('Write %1', `\`${root}\``);
  if (usage.kind === 'import' && !usage.aliased) {
    // `import keras.layers` binds `keras`; a longer path would bind another name.
    return null;
  }
  return {
    title,
    safe,
    ...(!safe && { partial: true }),
    edits: [{ from: first, to: first, text: root }]
  };
}
