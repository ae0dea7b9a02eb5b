/** An import from a variable: `from tf.keras.layers import Dense`. */

import { rewriteRoot, rewriteTo } from './rewrites';
import { defineRule } from './rule';
import { fitting, statementFor } from './wording';

export const aliasImport = defineRule({
  about: 'usage',
  id: 'alias-import',
  severity: 'error',
  summary: 'An import statement names a variable where Python needs a module.',
  check(subject, context) {
    const { usage, verdict, path } = subject;
    if (verdict.reason !== 'alias') {
      return null;
    }
    const { say, whereabouts } = context;
    const alias = verdict.symbol;
    const meant = meaning(alias, path);
    const real = [meant, ...whereabouts.here(meant)].find(each =>
      whereabouts.works(each)
    );
    const target = real ?? meant;
    const rewrite =
      target === meant
        ? rewriteRoot('tensorflow', subject, context)
        : rewriteTo(target, subject, context);
    const write = say('Write `%1`.', statementFor(target, usage));
    const says = say(
      '`%1` is a name in your notebook, not a module, so Python cannot import from it.',
      alias
    );
    const briefly = say(
      '`%1` is a variable, not a module: Python cannot import from it.',
      alias
    );
    return {
      message: fitting(`${says} ${write}`, `${briefly} ${write}`, says),
      fixes: rewrite === null ? [] : [rewrite]
    };
  }
});

/** `tensorflow.keras.layers.Dense` for `tf.keras.layers.Dense`. */
function meaning(alias: string, path: string): string {
  return `tensorflow${path.slice(alias.length)}`;
}
