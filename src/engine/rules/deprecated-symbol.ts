/** A name that works here and is gone in the newest release. */

import { Future } from '../resolver/future';
import { judgedVersion } from '../resolver/judged';
import type { Segment, Usage } from '../source/usage';
import { privateAt } from './private-import';
import { rewriteStatement, rewriteWorking } from './rewrites';
import {
  defineRule,
  type Context,
  type Remark,
  type Rewrite,
  type Working
} from './rule';
import { fitting, titleOf } from './wording';

export const deprecatedSymbol = defineRule({
  about: 'notebook',
  id: 'deprecated-symbol',
  severity: 'info',
  summary: 'The name works here and is gone in the newest release.',
  check({ working }, context) {
    const futures = new Map<string, Future | null>();
    const said = new Set<string>();
    return working.flatMap(each => {
      const root = each.symbol.split('.')[0] ?? '';
      const future = futures.get(root) ?? futureOf(root, context);
      futures.set(root, future);
      const gone = future === null ? null : goneIn(each, { future, context });
      if (gone === null || said.has(gone.asked)) {
        return [];
      }
      said.add(gone.asked);
      return [remarkOn(gone, { working, context })];
    });
  }
});

/** A name that will be missing. */
interface Gone {
  readonly each: Working;
  readonly future: Future;
  /** The shortest path that is gone, and its last name in the cell. */
  readonly path: string;
  readonly segment: Segment;
  readonly since: string;
  /** What the notebook takes from there, where that stays elsewhere; otherwise `path`. */
  readonly asked: string;
  /** Where the very same object stays. */
  readonly stays: readonly string[];
}

function futureOf(root: string, context: Context): Future | null {
  const version = judgedVersion(context.environment, root);
  return version === null || (root !== 'tensorflow' && root !== 'keras')
    ? null
    : new Future(context.atlas, root, version);
}

/** The notebook has another way beside it: in a `try` with a handler, or in a handler. */
function isPreparedFor({ place }: Usage): boolean {
  return place.guards.length > 0 || (place.rescues ?? []).length > 0;
}

function goneIn(
  each: Working,
  { future, context }: { future: Future; context: Context }
): Gone | null {
  const { symbol, segments, usage } = each;
  const names = symbol.split('.');
  // What precedes the usage's own names was said where it was bound.
  const own = usage.kind === 'attribute' ? 1 : 0;
  const before = names.length - segments.length;
  if (
    isPreparedFor(usage) ||
    isLegacy(symbol, context) ||
    privateAt(names, context) >= 0
  ) {
    return null;
  }
  if (future.goneSince(names.slice(0, before + own).join('.')) !== null) {
    return null;
  }
  for (let at = Math.max(1, before + own); at < names.length; at++) {
    const path = names.slice(0, at + 1).join('.');
    const since = future.goneSince(path);
    const segment = segments[at - before];
    if (since !== null && segment !== undefined) {
      const found = { each, future, path, segment, since };
      // Where a whole module goes, its names may go to different places: the one that is asked for decides.
      for (let end = at + 1; end <= names.length; end++) {
        const asked = names.slice(0, end).join('.');
        const stays = staying(asked, { future, context });
        if (stays.length > 0) {
          return { ...found, asked, stays };
        }
      }
      return { ...found, asked: path, stays: [] };
    }
  }
  return null;
}

/** Public paths of the same object that the newest release has too. */
function staying(
  path: string,
  { future, context }: { future: Future; context: Context }
): readonly string[] {
  return context.whereabouts
    .same(path)
    .filter(
      other => privateAt(other.split('.'), context) < 0 && future.lasts(other)
    );
}

/** With TF_USE_LEGACY_KERAS `tensorflow.keras` is tf_keras, which goes its own way. */
function isLegacy(symbol: string, { world }: Context): boolean {
  return world.line === 'legacy' && /^tensorflow\.(.*\.)?keras\b/.test(symbol);
}

function remarkOn(
  gone: Gone,
  { working, context }: { working: readonly Working[]; context: Context }
): Remark {
  const { each, asked, segment, since, stays } = gone;
  const { say } = context;
  const [target] = stays;
  const release = `${titleOf(asked.split('.')[0] ?? '')} ${since}`;
  const says = say('`%1` works here, but %2 has it no longer.', asked, release);
  const rewrite = rewriteOf(gone, { working, context });
  const message = fitting(
    target === undefined
      ? null
      : `${says} ${say('`%1` is the same and stays.', target)}`,
    target === undefined
      ? null
      : say(
          '`%1` is gone in %2; `%3` is the same and stays.',
          asked,
          release,
          target
        ),
    says
  );
  return {
    cell: each.usage.place.cell,
    statement: each.usage.place.statement,
    span: segment.span,
    symbol: asked,
    message,
    fixes: rewrite === null ? [] : [rewrite]
  };
}

/** A whole statement, or every use of the name in the cell: only the first one is told. */
function rewriteOf(
  { each, future, asked, stays }: Gone,
  { working, context }: { working: readonly Working[]; context: Context }
): Rewrite | null {
  const placesOf = (other: Working): readonly string[] =>
    staying(other.symbol, { future, context });
  const statement = rewriteStatement(each, { working, placesOf, context });
  const [target] = stays;
  if (statement !== null || target === undefined) {
    return statement;
  }
  const [first, ...rest] = working.flatMap(other =>
    other.usage.place.cell === each.usage.place.cell &&
    `${other.symbol}.`.startsWith(`${asked}.`)
      ? (rewriteWorking(other, { path: asked, target }, context) ?? [])
      : []
  );
  return first === undefined
    ? null
    : {
        ...first,
        edits: [first, ...rest].flatMap(({ edits }) => edits)
      };
}
