/** An import from a variable: `from tf.keras.layers import Dense`. */

import { rewriteRoot, rewriteTo } from './rewrites';
import { defineRule } from './rule';
import { fitting } from './wording';

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
    const says = say(
      '`%1` is a name in your notebook, not a module, so Python cannot import from it.',
      alias
    );
    const statement =
      usage.kind === 'from' && usage.name !== null
        ? `from ${target.slice(0, target.lastIndexOf('.'))} import ${usage.name.name}`
        : `import ${target}`;
    return {
      message: fitting(
        `${says} ${say('Write `%1`.', statement)}`,
        `${says} ${say('Write `%1`.', target.split('.')[0] ?? '')}`,
        says
      ),
      fixes: rewrite === null ? [] : [rewrite]
    };
  }
});

/** `tensorflow.keras.layers.Dense` for `tf.keras.layers.Dense`. */
function meaning(alias: string, path: string): string {
  return `tensorflow${path.slice(alias.length)}`;
}
