/** A name is taken out of the implementation of TensorFlow or Keras. */

import { seriesOf, compareVersions } from '../versions';
import { judgedVersion } from '../resolver/judged';
import { rewriteStatement, rewriteWorking } from './rewrites';
import {
  defineRule,
  type Context,
  type Draft,
  type Remark,
  type Working
} from './rule';
import { fitting, leafOf, releaseOf, titleOf } from './wording';

/** Where each package keeps what is no public name (its own names for it: `src`, `python`, `_tf_keras`). */
const INSIDE: Readonly<Record<string, readonly string[]>> = {
  tensorflow: ['python', '_api'],
  keras: ['src', 'api', '_tf_keras'],
  tf_keras: ['src', 'api']
};

export const privateImport = defineRule({
  about: 'notebook',
  id: 'private-import',
  severity: 'warning',
  summary: 'The name belongs to the implementation, which changes at will.',
  check({ working }, context) {
    const said = new Set<string>();
    const inside = working.filter(each => ownPrivate(each, context) >= 0);
    return inside.flatMap(each => {
      const path = each.symbol;
      if (said.has(path)) {
        return [];
      }
      said.add(path);
      return [remarkOn(each, { inside, context })];
    });
  }
});

/** The place of the name in a dotted path that leads into the implementation; -1 where none does. */
export function privateAt(
  names: readonly string[],
  { environment }: Context
): number {
  const [root = '', first = ''] = names;
  const version = judgedVersion(environment, root) ?? '';
  // Until 2.3 keras.engine was what its manual named; from 2.5 on it is implementation.
  const engine =
    root === 'keras' &&
    first === 'engine' &&
    compareVersions(seriesOf(version) ?? '0', '2.5') >= 0;
  return engine || (INSIDE[root] ?? []).includes(first) ? 1 : -1;
}

/** As `privateAt`, where the usage itself takes that step. */
function ownPrivate(each: Working, context: Context): number {
  const { symbol, segments, usage } = each;
  const names = symbol.split('.');
  const at = privateAt(names, context);
  const before = names.length - segments.length;
  return at - before >= Number(usage.kind === 'attribute') ? at : -1;
}

function remarkOn(
  each: Working,
  { inside, context }: { inside: readonly Working[]; context: Context }
): Remark {
  const { usage, segments, symbol } = each;
  const last = segments[segments.length - 1];
  return {
    cell: usage.place.cell,
    statement: usage.place.statement,
    span: last?.span ?? usage.place.statement,
    symbol,
    ...draftOf(each, { inside, context })
  };
}

function draftOf(
  each: Working,
  { inside, context }: { inside: readonly Working[]; context: Context }
): Draft {
  const { say } = context;
  const path = each.symbol;
  const [same = null] = publicPaths(path, context);
  const twin = same === null ? twinOf(path, context) : null;
  const says = isOldCopy(path, context)
    ? say(
        '`%1` is from an old copy of Keras in %2, not from `tensorflow.keras`.',
        leafOf(path),
        releaseOf(path, context)
      )
    : say(
        '`%1` is internal to %2 and can change in any release.',
        path,
        titleOf(path.split('.')[0] ?? '')
      );
  const briefly = say(
    '`%1` is internal to %2 here.',
    leafOf(path),
    titleOf(path.split('.')[0] ?? '')
  );
  const instead =
    same !== null
      ? say('`%1` is the same.', same)
      : twin !== null
        ? say('The public name is `%1`.', twin)
        : '';
  const rewrite =
    same !== null
      ? (rewriteStatement(each, {
          working: inside,
          placesOf: other => publicPaths(other.symbol, context),
          context
        }) ?? rewriteWorking(each, { path, target: same }, context))
      : twin !== null
        ? rewriteWorking(each, { path, target: twin }, context)
        : null;
  return {
    message:
      instead === ''
        ? fitting(says, briefly)
        : fitting(`${says} ${instead}`, `${briefly} ${instead}`, briefly),
    fixes:
      rewrite === null
        ? []
        : [{ ...rewrite, safe: rewrite.safe && same !== null }]
  };
}

/** The public paths of the same object, the best first. */
function publicPaths(path: string, context: Context): readonly string[] {
  return context.whereabouts
    .same(path)
    .filter(each => privateAt(each.split('.'), context) < 0);
}

/** The public path of the same spelling; what stands there need not be the same object. */
function twinOf(path: string, context: Context): string | null {
  const twin = path
    .replace(/^tensorflow\.python\.keras\b/, 'tensorflow.keras')
    .replace(/^keras\._tf_keras\.keras\b/, 'tensorflow.keras')
    .replace(/^keras\.api\._v[12]\.keras\b/, 'keras')
    .replace(/^(keras|tf_keras)\.(src|api)\b/, '$1');
  return twin !== path && twin.includes('.') && context.whereabouts.works(twin)
    ? twin
    : null;
}

/** From TensorFlow 2.6 on `tensorflow.keras` is the installed keras, and `tensorflow.python.keras` a copy that nothing uses. */
function isOldCopy(path: string, { world }: Context): boolean {
  return (
    /^tensorflow\.python\.keras\b/.test(path) &&
    world.line !== 'inside' &&
    world.line !== 'none'
  );
}
