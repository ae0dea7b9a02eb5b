/** A package that builds on TensorFlow or Keras asks for another release than the one beside it. */

import { ROOTS } from '../source/usage';
import type { Installed } from '../types';
import { defineRule, type Context } from './rule';
import { unmetOf, type Unmet } from './requirements';
import { fitting, titleOf } from './wording';

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
          : unmetOf(installed.requires ?? [], context.kernel)
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
