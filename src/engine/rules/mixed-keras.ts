/** One notebook makes layers or models with two different Kerases. */

import { judgedVersion } from '../resolver/judged';
import type { World } from '../resolver/world';
import { seriesOf } from '../versions';
import { isConditional } from '../source/certain';
import { defineRule, type Context, type Remark, type Working } from './rule';
import { fitting, titleOf } from './wording';

/** Ways to a Keras; the first part is all that counts. */
const DOORS =
  /^(keras|tf_keras|tensorflow\.keras|tensorflow\.compat\.v[12]\.keras|tensorflow\.python\.keras)\.(.+)$/;

/** What makes or loads layers and models, below a Keras. */
const MAKES =
  /^((layers|applications)\.(\w+\.)*[A-Z]\w*|models\.(Sequential|Model|\w+_model|model_from_\w+)|(engine\.(\w+\.)*|training\.|)(Sequential|Model|Input|Layer))(\.|$)/;

interface Maker {
  readonly each: Working;
  /** `tensorflow.keras`. */
  readonly door: string;
  /** Which code it leads to. */
  readonly code: string;
}

export const mixedKeras = defineRule({
  about: 'notebook',
  id: 'mixed-keras',
  severity: 'warning',
  summary: 'Layers or models of two different Kerases meet in one notebook.',
  check({ working }, context) {
    const makers = working.flatMap(each => makerOf(each, context) ?? []);
    const [first] = makers;
    const second = makers.find(({ code }) => code !== first?.code);
    return first === undefined || second === undefined
      ? []
      : [remarkOn(second, { first, context })];
  }
});

function makerOf(each: Working, context: Context): Maker | null {
  const [, door = '', rest = ''] = DOORS.exec(each.symbol) ?? [];
  const code = codeBehind(door, context);
  const { usage } = each;
  // A Keras that only some runs import may be the other one's stand-in.
  const uncertain =
    isConditional(usage.place) ||
    (usage.kind === 'attribute' &&
      (usage.origin.open || usage.origin.usages.length > 1));
  return code === null || uncertain || !MAKES.test(rest)
    ? null
    : { each, door, code };
}

/** Which package's code a way leads to; null where that is not known. Asked in real environments: docs/rules/mixed-keras.md. */
function codeBehind(
  door: string,
  { world, environment }: Context
): string | null {
  const keras = judgedVersion(environment, 'keras');
  switch (door) {
    case 'keras':
      // keras 2.4 only re-exports `tensorflow.keras`.
      return keras !== null && seriesOf(keras) === '2.4'
        ? mountedIn(world)
        : 'keras';
    case 'tf_keras':
      return 'tf_keras';
    case 'tensorflow.python.keras':
      // From 2.6 on it is an old copy, of which private-import speaks.
      return world.line === 'inside' ? 'tensorflow' : null;
    case '':
      return null;
    default:
      return mountedIn(world);
  }
}

/** The package whose code `tensorflow.keras` is. */
function mountedIn({ line }: World): string | null {
  switch (line) {
    case 'inside':
      return 'tensorflow';
    case 'keras2':
    case 'keras3':
      return 'keras';
    case 'legacy':
      return 'tf_keras';
    case 'none':
      return null;
  }
}

function remarkOn(
  { each, door, code }: Maker,
  { first, context }: { first: Maker; context: Context }
): Remark {
  const { usage, segments, symbol } = each;
  const { say } = context;
  const one = `\`${door}\` (${codeTitle(code, context)})`;
  const other = `\`${first.door}\` (${codeTitle(first.code, context)})`;
  const says = say('%1 and %2 are two different Kerases.', one, other);
  const short = say(
    '`%1` and `%2` are two different Kerases.',
    door,
    first.door
  );
  const so = say('What one makes can fail in the other: use one of them.');
  return {
    cell: usage.place.cell,
    statement: usage.place.statement,
    span: segments[segments.length - 1]?.span ?? usage.place.statement,
    symbol,
    message: fitting(`${says} ${so}`, `${short} ${so}`),
    fixes: []
  };
}

function codeTitle(code: string, { environment, say }: Context): string {
  const version = judgedVersion(environment, code) ?? '';
  return code === 'tensorflow'
    ? say('inside %1 %2', titleOf(code), version)
    : `${code} ${version}`;
}
