/** A package that builds on TensorFlow or Keras asks for another release than the one beside it. */

import { ROOTS } from '../source/usage';
import type { Installed } from '../types';
import { satisfies } from '../versions';
import { defineRule, type Context } from './rule';
import { unmetOf, type Unmet } from '../requirements';
import { fitting, titleOf } from './wording';

/**
 * What tensorflow-probability asks for when it is first used, and its metadata
 * under the extra `tf` only. Measured: 0.24.0 raises on TensorFlow 2.15.1, and
 * 0.24.0 on 2.18.1 without tf_keras.
 */
const CHECKED: Readonly<Record<string, readonly [string, readonly string[]]>> =
  {
    tensorflow_probability: [
      '>=0.24,<0.26',
      ['tensorflow>=2.16', 'tf-keras>=2.16']
    ]
  };

/** The requirements that the kernel told, and those that are checked in use. */
function requirementsOf(
  key: string,
  { version, requires = [] }: Installed
): readonly string[] {
  const [releases, checked] = CHECKED[key] ?? ['', []];
  return satisfies(version, releases) === true
    ? [...requires, ...checked]
    : requires;
}

export const companionMismatch = defineRule({
  about: 'environment',
  id: 'companion-mismatch',
  severity: 'warning',
  summary: 'An installed package excludes the TensorFlow or Keras beside it.',
  check(context) {
    return Object.entries(context.kernel.installed).flatMap(
      ([key, installed]) =>
        installed === null || ROOTS.includes(key)
          ? []
          : unmetOf(requirementsOf(key, installed), context.kernel)
              .filter(each => ROOTS.includes(each.key))
              .map(each => told(installed, each, context))
    );
  }
});

function told(
  { distribution, version }: Installed,
  { name, key, specifier, has }: Unmet,
  { say }: Context
): string {
  const who = `${distribution} ${version}`;
  const wanted = `\`${name}${specifier}\``;
  return has === null
    ? say('%1 needs %2, which is not installed.', who, wanted)
    : fitting(
        say(
          '%1 needs %2, and this kernel has %3 %4. Install releases that fit each other.',
          who,
          wanted,
          titleOf(key),
          has
        ),
        say('%1 needs another %3 than %4.', who, wanted, titleOf(key), has)
      );
}
