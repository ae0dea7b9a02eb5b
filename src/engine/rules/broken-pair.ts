/** The package is installed, and importing it raises beside this TensorFlow. */

import { judgedVersion } from '../resolver/judged';
import { seriesOf, compareVersions } from '../versions';
import { rewriteRoot } from './rewrites';
import { defineRule, type Context } from './rule';
import { fitting, list, releaseOf, titleOf } from './wording';

export const brokenPair = defineRule({
  about: 'usage',
  id: 'broken-pair',
  severity: 'error',
  summary:
    'Two installed releases do not work together: the import itself raises.',
  check(subject, context) {
    const { verdict, path } = subject;
    if (verdict.reason !== 'pair') {
      return null;
    }
    const { say, whereabouts } = context;
    const root = verdict.symbol.split('.')[0] ?? '';
    const other = root === 'tensorflow' ? 'keras' : 'tensorflow';
    const beside = judgedVersion(context.environment, other);
    const says =
      beside === null
        ? say(
            '%1 cannot be imported without %2.',
            what(verdict.symbol, context),
            titleOf(other)
          )
        : say(
            '%1 cannot be imported with %2 %3.',
            what(verdict.symbol, context),
            titleOf(other),
            beside
          );
    const partners = partnersOf(root, context);
    const needs =
      partners.length === 0
        ? null
        : say('It works with %1 %2.', titleOf(other), list(partners, context));
    const still =
      root === 'keras' && whereabouts.works('tensorflow.keras.layers')
        ? say('`tensorflow.keras` still works.')
        : null;
    const rewrite =
      root === 'keras' && whereabouts.works(`tensorflow.${path}`)
        ? rewriteRoot('tensorflow.keras', subject, context)
        : null;
    const sentences = (...parts: readonly (string | null)[]): string =>
      parts.filter(part => part !== null).join(' ');
    return {
      message: fitting(
        sentences(says, needs, still),
        sentences(says, still),
        says
      ),
      fixes: rewrite === null ? [] : [rewrite]
    };
  }
});

function what(symbol: string, context: Context): string {
  return symbol.includes('.') ? `\`${symbol}\`` : releaseOf(symbol, context);
}

/** Series of the other package that were measured to work with this one. */
function partnersOf(root: string, context: Context): readonly string[] {
  const series = seriesOf(judgedVersion(context.environment, root) ?? '');
  if (root === 'tf_keras') {
    return workingLegacies(context, series);
  }
  const rows = context.atlas.mixtures.pairs.filter(pair =>
    root === 'keras'
      ? seriesOf(pair.keras ?? '') === series && pair.importKeras === null
      : seriesOf(pair.tensorflow ?? '') === series &&
        pair.keras !== null &&
        pair.importTensorflow === null &&
        pair.tensorflowKeras === null
  );
  const found = rows.map(pair =>
    seriesOf((root === 'keras' ? pair.tensorflow : pair.keras) ?? '')
  );
  return [...new Set(found)]
    .filter(each => each !== null)
    .sort(compareVersions);
}

/** Series of TensorFlow that a tf_keras was measured to work with. */
function workingLegacies(
  context: Context,
  series: string | null
): readonly string[] {
  const found = context.atlas.mixtures.legacy.flatMap(row =>
    seriesOf(row.tf_keras ?? '') === series && row.importTfKeras === null
      ? (seriesOf(row.tensorflow ?? '') ?? [])
      : []
  );
  return [...new Set(found)].sort(compareVersions);
}
