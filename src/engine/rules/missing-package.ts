/** TensorFlow or Keras is imported and not installed. */

import { rewriteRoot, rewriteTo } from './rewrites';
import { defineRule, type Context, type Subject } from './rule';
import { fitting, statementFor, titleOf } from './wording';

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
    const { say } = context;
    const root = verdict.symbol.split('.')[0] ?? '';
    const says =
      root === verdict.symbol
        ? say('%1 is not installed in this kernel.', titleOf(root))
        : say(
            '`%1` needs a package that is not installed here.',
            verdict.symbol
          );
    const real = root === 'keras' ? insteadOf(subject, context) : null;
    const rewrite =
      real === null
        ? null
        : real === `tensorflow.${path}`
          ? rewriteRoot('tensorflow.keras', subject, context)
          : rewriteTo(real, subject, context);
    return {
      message: fitting(
        real === null
          ? null
          : `${says} ${say('Write `%1`.', statementFor(real, subject.usage))}`,
        real === null ? null : `${says} ${say('`%1` works here.', real)}`,
        says
      ),
      fixes: rewrite === null ? [] : [rewrite]
    };
  }
});

/** Where `tensorflow.keras` has what the notebook asks the missing keras for. */
function insteadOf({ path }: Subject, { whereabouts }: Context): string | null {
  const same = `tensorflow.${path}`;
  return (
    [same, ...whereabouts.here(same)].find(
      each => each.startsWith('tensorflow.keras') && whereabouts.works(each)
    ) ?? null
  );
}
