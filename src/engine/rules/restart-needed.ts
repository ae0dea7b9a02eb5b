/** The process still holds another release than the one that is installed now, or a setting came after it was loaded. */

import { isUnheeded, LEGACY_FLAG } from '../resolver/variables';
import { sameRelease } from '../versions';
import { defineRule } from './rule';
import { releaseOf, titleOf } from './wording';

/** Packages whose loaded release decides how the notebook behaves. */
const WATCHED = [
  'tensorflow',
  'keras',
  'tf_keras',
  'numpy',
  'protobuf',
  'h5py'
];

export const restartNeeded = defineRule({
  about: 'environment',
  id: 'restart-needed',
  severity: 'warning',
  summary: 'A release was installed after another one had been loaded.',
  check(context) {
    const { kernel, environment, say } = context;
    const unheeded = isUnheeded(kernel)
      ? [
          say(
            '%1 came after %2 was loaded: it has no effect yet. Restart the kernel, then run the cell that sets it first.',
            LEGACY_FLAG,
            releaseOf('tensorflow', context)
          )
        ]
      : [];
    const replaced = WATCHED.flatMap(name => {
      const loaded = environment.loaded[name];
      const installed = environment.installed[name];
      if (loaded === undefined || installed === undefined) {
        return [];
      }
      if (installed === null) {
        return [
          say(
            '%1 is no longer installed, but this kernel still runs %2. Restart the kernel.',
            titleOf(name),
            loaded
          )
        ];
      }
      return sameRelease(installed.version, loaded)
        ? []
        : [
            say(
              '%1 %2 is installed, but this kernel still runs %3. Restart the kernel.',
              titleOf(name),
              installed.version,
              loaded
            )
          ];
    });
    return [...replaced, ...unheeded];
  }
});
