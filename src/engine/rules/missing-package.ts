/** TensorFlow or Keras is imported and not installed. */

import { rewriteRoot } from './rewrites';
import { defineRule } from './rule';
import { fitting, titleOf } from './wording';

export const missingPackage = defineRule({
  about: 'usage',
  id: 'missing-package',
  severity: 'error',
  summary: 'The package is not installed in this kernel.',
  check(subject, context) {
    const { verdict, path } = subject;
    if (verdict.reason !== 'package') {
      return null;
    }
    const { say, whereabouts } = context;
    const root = verdict.symbol.split('.')[0] ?? '';
    const says =
      root === verdict.symbol
        ? say('%1 is not installed in this kernel.', titleOf(root))
        : say(
            '`%1` needs a package that is not installed here.',
            verdict.symbol
          );
    const other = `tensorflow.${path}`;
    const works = root === 'keras' && whereabouts.works(other);
    const inside = root === 'keras' && whereabouts.works('tensorflow.keras');
    const rewrite = works
      ? rewriteRoot('tensorflow.keras', subject, context)
      : null;
    return {
      message: fitting(
        works
          ? `${says} ${say('`%1` works here.', other)}`
          : inside
            ? `${says} ${say('`tensorflow.keras` is.')}`
            : null,
        says
      ),
      fixes: rewrite === null ? [] : [rewrite]
    };
  }
});
