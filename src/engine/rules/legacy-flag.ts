/** TF_USE_LEGACY_KERAS: without tf_keras, too late, or in a way that TensorFlow does not read. */

import { judgedVersion } from '../resolver/judged';
import { wantsLegacy, YES } from '../resolver/mounts';
import { LEGACY_FLAG, type Setting } from '../resolver/variables';
import { compareVersions, seriesOf } from '../versions';
import { isConditional } from '../source/certain';
import { defineRule, type Context, type Fact } from './rule';
import { notesAtSettings } from './settings';
import { fitting, releaseOf } from './wording';

/** Ways to say "no": TensorFlow reads none of them as "yes" either. */
const NO = ['', '0', 'false', 'no', 'off', 'none'];

export const legacyFlag = defineRule({
  about: 'surroundings',
  id: 'legacy-flag',
  severity: 'error',
  summary: 'TF_USE_LEGACY_KERAS does not do what it was set for.',

  claim({ verdict }, context) {
    const { say, world } = context;
    const isLegacy =
      world.line === 'legacy' && verdict.symbol.startsWith('tensorflow.keras');
    if (verdict.reason !== 'pair' || !isLegacy) {
      return null;
    }
    const has = judgedVersion(context.environment, 'tf_keras');
    const says =
      has === null
        ? say(
            '`tensorflow.keras` raises here: %1 asks for tf_keras, which is not installed.',
            LEGACY_FLAG
          )
        : say(
            '`tensorflow.keras` is tf_keras %1 here (%2), which cannot be imported with %3.',
            has,
            LEGACY_FLAG,
            releaseOf('tensorflow', context)
          );
    return { message: fitting(withCure(says, context), says), fixes: [] };
  },

  notes(reading, context) {
    return notesAtSettings(
      LEGACY_FLAG,
      reading,
      context,
      setting =>
        misread(setting.usage.value, context) ?? missed(setting, context)
    );
  },

  facts(_, context): readonly Fact[] {
    const { kernel, environment, say, world } = context;
    const value = kernel.variables[LEGACY_FLAG] ?? null;
    const message = misread(value, context);
    if (message !== null) {
      return [{ severity: 'warning', message }];
    }
    const tensorflow = judgedVersion(kernel, 'tensorflow');
    if (
      tensorflow === null ||
      !wantsLegacy(tensorflow, kernel.variables) ||
      environment.variables[LEGACY_FLAG] !== value ||
      environment.installed['tf_keras'] !== null
    ) {
      return [];
    }
    const says = say(
      '%1 is set, and tf_keras is not installed: `tensorflow.keras` raises.',
      LEGACY_FLAG
    );
    return [
      {
        severity: world.mount.attribute.kind === 'broken' ? 'error' : 'warning',
        message: fitting(withCure(says, context), says)
      }
    ];
  }
});

/** The release of tf_keras that was measured with this TensorFlow. */
function withCure(says: string, context: Context): string | null {
  const series = seriesOf(
    judgedVersion(context.environment, 'tensorflow') ?? ''
  );
  const works = context.atlas.mixtures.legacy.some(
    row =>
      seriesOf(row.tensorflow ?? '') === series &&
      seriesOf(row.tf_keras ?? '') === series &&
      row.tensorflowKeras === null
  );
  return series !== null && works
    ? `${says} ${context.say('Install tf-keras %1, or unset it.', series)}`
    : null;
}

/** Why TensorFlow does not take the value as "yes" although it seems to say so; null where it does. */
function misread(value: string | null, context: Context): string | null {
  const { say, environment } = context;
  const tensorflow = judgedVersion(environment, 'tensorflow');
  if (
    value === null ||
    tensorflow === null ||
    NO.includes(value.trim().toLowerCase())
  ) {
    return null;
  }
  const release = releaseOf('tensorflow', context);
  if (compareVersions(tensorflow, '2.15.dev0') < 0) {
    return say(
      '%1 ignores %2: only TensorFlow from 2.15 on reads it. Its `tensorflow.keras` stays what it is.',
      release,
      LEGACY_FLAG
    );
  }
  return YES.includes(value)
    ? null
    : say(
        '%1 does not take `%2` for a yes: %3 has no effect. Write `1`.',
        release,
        value.slice(0, 20),
        LEGACY_FLAG
      );
}

/** Why a setting that counts comes too late; null where it comes in time or changes nothing. */
function missed(
  { usage, after, loaded }: Setting,
  context: Context
): string | null {
  const { kernel, environment, say } = context;
  const tensorflow = judgedVersion(environment, 'tensorflow');
  if (
    tensorflow === null ||
    !YES.includes(usage.value ?? '') ||
    wantsLegacy(tensorflow, kernel.variables)
  ) {
    return null;
  }
  if (loaded) {
    return say(
      'This kernel has loaded %1 without %2. Restart it, and set the variable before the import.',
      releaseOf('tensorflow', context),
      LEGACY_FLAG
    );
  }
  if (
    after === null ||
    isConditional(after.place) ||
    wantsLegacy(tensorflow, environment.variables)
  ) {
    return null;
  }
  return say(
    '%1 comes too late: TensorFlow is imported in cell %2, and `from tensorflow.keras` stays %3. Set it before.',
    LEGACY_FLAG,
    String(after.place.cell + 1),
    releaseOf('keras', context)
  );
}
