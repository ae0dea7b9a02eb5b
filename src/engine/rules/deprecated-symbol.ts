/** A name that works here and is gone in the newest release. */

import { Future } from '../resolver/future';
import { judgedVersion } from '../resolver/judged';
import { privateAt } from './private-import';
import { rewriteWorking } from './rewrites';
import {
  defineRule,
  type Context,
  type Draft,
  type Remark,
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
      const remark =
        future === null ? null : remarkOn(each, { future, context });
      if (remark === null || said.has(remark.symbol)) {
        return [];
      }
      said.add(remark.symbol);
      return [remark];
    });
  }
});

function futureOf(root: string, context: Context): Future | null {
  const version = judgedVersion(context.environment, root);
  return version === null || (root !== 'tensorflow' && root !== 'keras')
    ? null
    : new Future(context.atlas, root, version);
}

function remarkOn(
  each: Working,
  { future, context }: { future: Future; context: Context }
): Remark | null {
  const { symbol, segments, usage } = each;
  const names = symbol.split('.');
  // What precedes the usage's own names was said where it was bound.
  const own = usage.kind === 'attribute' ? 1 : 0;
  const before = names.length - segments.length;
  if (isLegacy(symbol, context) || privateAt(names, context) >= 0) {
    return null;
  }
  for (let at = Math.max(1, before + own); at < names.length; at++) {
    const path = names.slice(0, at + 1).join('.');
    const since = future.goneSince(path);
    const segment = segments[at - before];
    if (since !== null && segment !== undefined) {
      return {
        cell: usage.place.cell,
        statement: usage.place.statement,
        span: segment.span,
        symbol: path,
        ...draftOf(each, { path, since, future, context })
      };
    }
  }
  return null;
}

/** With TF_USE_LEGACY_KERAS `tensorflow.keras` is tf_keras, which goes its own way. */
function isLegacy(symbol: string, { world }: Context): boolean {
  return world.line === 'legacy' && /^tensorflow\.(.*\.)?keras\b/.test(symbol);
}

function draftOf(
  each: Working,
  {
    path,
    since,
    future,
    context
  }: { path: string; since: string; future: Future; context: Context }
): Draft {
  const { say, whereabouts } = context;
  // Where a whole module goes, its names may go to different places: the one that is asked for decides.
  const asked = each.usage.kind === 'from' ? each.symbol : path;
  const stays = whereabouts
    .same(asked)
    .find(other => future.lasts(other) && privateAt(other.split('.'), context) < 0);
  const says = say(
    '`%1` works here, but %2 has it no longer.',
    path,
    `${titleOf(path.split('.')[0] ?? '')} ${since}`
  );
  const rewrite =
    stays === undefined
      ? null
      : rewriteWorking(each, { path: asked, target: stays }, context);
  return {
    message: fitting(
      stays === undefined
        ? null
        : `${says} ${say('`%1` is the same object, and stays.', stays)}`,
      says
    ),
    fixes: rewrite === null ? [] : [rewrite]
  };
}
