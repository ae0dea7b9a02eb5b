/** How the change of a notebook's own installs is offered. */

import type { TranslationBundle } from '@jupyterlab/translation';

import type { Remedy } from './engine/offers';

export function pinsLabel(
  { pins }: Pick<Remedy, 'pins'>,
  trans: TranslationBundle
): string {
  const [first] = pins;
  return pins.length === 1 && first !== undefined
    ? first.title
    : trans._n(
        'Change the installs in %1 cell',
        'Change the installs in %1 cells',
        pins.length
      );
}
