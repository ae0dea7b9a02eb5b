/** What is said of a release in the strip. */

import type { TranslationBundle } from '@jupyterlab/translation';

import type { ReleaseSummary } from '../engine/offers';
import type { Report } from '../engine/types';
import { rangesOf, runsAll, seriesOf, type Bar, type EraName } from './strip';

/** `TensorFlow 2.6.5 with keras 2.6.0` */
export function releaseName(
  { tensorflow, keras }: ReleaseSummary,
  trans: TranslationBundle
): string {
  return keras === null
    ? trans.__('TensorFlow %1', tensorflow)
    : trans.__('TensorFlow %1 with keras %2', tensorflow, keras);
}

/** How the notebook fares there: `2 uses fail, 1 use could not be judged`. */
export function fareText(
  release: ReleaseSummary,
  trans: TranslationBundle
): string {
  const { failing, unknown } = release;
  if (runsAll(release)) {
    return trans.__('everything runs');
  }
  return [
    ...(failing > 0 ? [trans._n('%1 use fails', '%1 uses fail', failing)] : []),
    ...(unknown > 0
      ? [
          trans._n(
            '%1 use could not be judged',
            '%1 uses could not be judged',
            unknown
          )
        ]
      : [])
  ].join(', ');
}

export function eraText(name: EraName, trans: TranslationBundle): string {
  switch (name) {
    case 'inside':
      return trans.__('Keras inside TensorFlow');
    case 'keras2':
      return trans.__('Keras 2');
    case 'keras3':
      return trans.__('Keras 3');
  }
}

/** `Python 3.8`, as wheels are named by it. */
export function pythonText(
  { environment }: Report,
  trans: TranslationBundle
): string {
  const { version } = environment.python;
  return trans.__('Python %1', seriesOf(version));
}

/** Where the notebook runs, and whether that can be had here, in a sentence or two. */
export function verdictText(
  bars: readonly Bar[],
  python: string,
  trans: TranslationBundle
): string {
  const whole = bars.filter(({ release }) => runsAll(release));
  const here = whole.filter(({ release }) => release.installable);
  const fewest = Math.min(...bars.map(({ release }) => release.failing));
  const best = [
    here,
    whole,
    bars.filter(({ release }) => release.failing === fewest)
  ].find(({ length }) => length > 0);
  const names = rangesOf(best ?? [])
    .map(([first, last]) =>
      first === last ? first : trans.__('%1 to %2', first, last)
    )
    .join(', ');
  const verdict =
    whole.length > 0
      ? trans.__('Everything runs in TensorFlow %1.', names)
      : fewest === 0
        ? trans.__('Nothing is known to fail in TensorFlow %1.', names)
        : trans._n(
            'No release runs everything. TensorFlow %2 comes nearest: %1 use fails.',
            'No release runs everything. TensorFlow %2 comes nearest: %1 uses fail.',
            fewest,
            names
          );
  const isOutOfReach = best?.every(({ release }) => !release.installable);
  return isOutOfReach === true
    ? `${verdict} ${trans.__('There is no wheel of it for %1.', python)}`
    : verdict;
}
