/** The package is installed, and importing it raises beside this TensorFlow. */

import { faultsOf, type Fault } from '../resolver/faults';
import { judgedVersion } from '../resolver/judged';
import { unmetOf } from '../requirements';
import { seriesOf, compareVersions } from '../versions';
import { rewriteRoot } from './rewrites';
import { defineRule, type Context, type Fact, type Reading } from './rule';
import { fitting, list, releaseOf, titleOf } from './wording';

export const brokenPair = defineRule({
  about: 'surroundings',
  id: 'broken-pair',
  severity: 'error',
  summary:
    'Two installed releases do not work together: the import itself raises.',
  claim(subject, context) {
    const { verdict, path } = subject;
    if (verdict.reason !== 'pair') {
      return null;
    }
    const { whereabouts } = context;
    const root = verdict.symbol.split('.')[0] ?? '';
    const { says, needs, still } = told(verdict.symbol, context);
    const rewrite =
      root === 'keras' && whereabouts.works(`tensorflow.${path}`)
        ? rewriteRoot('tensorflow.keras', subject, context)
        : null;
    return {
      message: fitting(
        sentences(says, needs, still),
        sentences(says, still),
        says
      ),
      fixes: rewrite === null ? [] : [rewrite]
    };
  },
  facts(reading, context) {
    return faultsOf(context.environment, context.atlas).flatMap(fault =>
      factOf(fault, reading, context)
    );
  }
});

function sentences(...parts: readonly (string | null)[]): string {
  return parts.filter(part => part !== null).join(' ');
}

interface Told {
  readonly says: string;
  readonly needs: string | null;
  readonly still: string | null;
}

function told(symbol: string, context: Context): Told {
  const { say, whereabouts } = context;
  const root = symbol.split('.')[0] ?? '';
  const other = root === 'tensorflow' ? 'keras' : 'tensorflow';
  const beside = judgedVersion(context.environment, other);
  const partners = partnersOf(root, context);
  return {
    says:
      beside === null
        ? say(
            '%1 cannot be imported without %2.',
            what(symbol, context),
            titleOf(other)
          )
        : say(
            '%1 cannot be imported with %2 %3.',
            what(symbol, context),
            titleOf(other),
            beside
          ),
    needs:
      partners.length === 0
        ? null
        : say('It works with %1 %2.', titleOf(other), list(partners, context)),
    still:
      root === 'keras' && whereabouts.works('tensorflow.keras.layers')
        ? say('`tensorflow.keras` still works.')
        : null
  };
}

/** What nothing else says: neither a usage of the notebook nor a requirement of TensorFlow's own. */
function factOf(
  fault: Fault,
  reading: Reading,
  context: Context
): readonly Fact[] {
  const { say, kernel } = context;
  switch (fault.kind) {
    case 'stopped':
      return [];
    case 'doubled':
      return [
        {
          severity: 'warning',
          message: say(
            '%1 lie in one folder: each has written over files of the other. Keep one of them.',
            list(
              fault.all.map(each => `${each.distribution} ${each.version}`),
              context
            )
          )
        }
      ];
    case 'refused': {
      const { says, needs, still } = told(fault.name, context);
      const { requires = [] } = kernel.installed['tensorflow'] ?? {};
      const isTold =
        reading.verdicts.some(
          verdict => verdict.status === 'missing' && verdict.reason === 'pair'
        ) || unmetOf(requires, kernel).some(({ key }) => key === fault.by);
      return isTold || fault.name !== 'keras'
        ? []
        : [
            {
              severity: 'warning',
              message: fitting(
                sentences(says, needs, still),
                sentences(says, still),
                says
              )
            }
          ];
    }
  }
}

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
