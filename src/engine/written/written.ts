/** Which TensorFlow a notebook was written for, from what it keeps and where its names are. */

import type { WrittenFor } from '../offers';
import type { Environment } from '../types';
import type { Say } from '../text';
import { compareVersions, seriesOf } from '../versions';
import { asked } from './asked';
import type { Evidence, Kept } from './evidence';
import { installed } from './installed';
import { language } from './language';
import { plainsOf } from './plains';
import { printed } from './printed';
import { traces } from './traces';

export interface WrittenInput extends Kept {
  /** Ids of the usages that fail in an environment. */
  readonly failingIn: (environment: Environment) => readonly number[];
}

/** Releases that agree with some evidence, and that evidence. */
interface Agreed {
  readonly releases: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** More evidence of one kind than this is not weighed. */
const MOST = 20;
/** What people are told of it: the strongest first, and few of one kind. */
const KINDS = ['ran', 'asked', 'python'] as const;
const OF_ONE_KIND = 2;

/**
 * Null where nothing tells, where what tells contradicts itself or the names
 * that the notebook uses, and where it leaves more than half of the measured
 * releases. What ran weighs more than what was asked for, and that more than
 * the Python.
 */
export function writtenFor(input: WrittenInput): WrittenFor | null {
  const { atlas, say } = input;
  const all: Agreed = { releases: atlas.published('tensorflow'), evidence: [] };
  const outputs = printed(input);
  const files = traces(input);
  const ran = agreeing(
    [
      ...outputs,
      ...(outputs.length === 0 ? installed(input) : []),
      ...files.filter(({ kind }) => kind === 'ran')
    ],
    all
  );
  const wished = ran && agreeing(asked(input), ran);
  const told = wished ?? (ran !== null && ran.evidence.length > 0 ? ran : null);
  if (told === null) {
    return null;
  }
  const pythons = [
    ...files.filter(({ kind }) => kind === 'python'),
    ...language(input)
  ];
  const plains = plainsOf(atlas);
  const measured = plains.map(({ series }) => series);
  const python = pythons.reduce<Agreed>(
    (agreed, each) => agreeing([each], agreed) ?? agreed,
    told
  );
  // One release of TensorFlow needs no names to tell it from others.
  if (seriesAll(told.releases).length === 1) {
    const alone = told.evidence.filter(
      ({ fits }) => seriesAll(all.releases.filter(fits)).length === 1
    );
    const shown = alone.length === 0 ? told : { ...told, evidence: alone };
    return statement(shown, seriesAll(told.releases), {
      certain: true,
      measured,
      say
    });
  }
  if (python.evidence.length === 0) {
    return null;
  }
  // Asking every release is the dear part.
  const runs = plains
    .filter(({ environments }) =>
      environments.some(each => input.failingIn(each).length === 0)
    )
    .map(({ series }) => series);
  // Somebody may only have saved it with another Python: its names are in releases that were not made for that.
  for (const agreed of [python, told]) {
    const series = seriesAll(agreed.releases).filter(each =>
      runs.includes(each)
    );
    if (series.length > 0 && agreed.evidence.length > 0) {
      return series.length > measured.length / 2
        ? null
        : statement(agreed, series, { certain: false, measured, say });
    }
  }
  return null;
}

/** The releases that fit all of it; null where none does. What tells nothing apart is no evidence. */
function agreeing(evidence: readonly Evidence[], from: Agreed): Agreed | null {
  let { releases } = from;
  const kept: Evidence[] = [...from.evidence];
  for (const each of evidence.slice(0, MOST)) {
    const left = releases.filter(each.fits);
    if (left.length === 0) {
      return null;
    }
    if (left.length < releases.length || isExact(each, from)) {
      kept.push(each);
    }
    releases = left;
  }
  return { releases, evidence: kept };
}

/** Said twice it is no less true: the pin beside the output. */
function isExact({ kind, fits }: Evidence, { releases }: Agreed): boolean {
  return kind === 'ran' && releases.filter(fits).length === 1;
}

function seriesAll(releases: readonly string[]): readonly string[] {
  return [...new Set(releases.flatMap(each => seriesOf(each) ?? []))].sort(
    compareVersions
  );
}

interface Words {
  /** One minor release is told by what ran, or is asked for. */
  readonly certain: boolean;
  readonly measured: readonly string[];
  readonly say: Say;
}

function statement(
  { releases, evidence }: Agreed,
  series: readonly string[],
  { certain, measured, say }: Words
): WrittenFor | null {
  const from = series[0];
  const to = series[series.length - 1];
  if (from === undefined || to === undefined) {
    return null;
  }
  // Of releases before the first measured one nobody knows whether its names are there.
  const isOlder =
    !certain &&
    from === measured[0] &&
    releases.some(each => compareVersions(each, from) < 0);
  const runs = runsOf(series, measured).map(([first, last], index) =>
    index === 0 && isOlder
      ? say('%1 or older', last)
      : first === last
        ? first
        : say('%1 to %2', first, last)
  );
  const last = runs[runs.length - 1] ?? '';
  const told =
    runs.length < 2
      ? last
      : say('%1 and %2', runs.slice(0, -1).join(', '), last);
  return {
    from,
    to,
    series,
    title: certain
      ? say('Written for TensorFlow %1', told)
      : say('Probably written for TensorFlow %1', told),
    evidence: KINDS.flatMap(kind =>
      evidence
        .filter(each => each.kind === kind)
        .slice(0, OF_ONE_KIND)
        .map(({ says }) => says)
    )
  };
}

/** First and last of those that follow each other. */
function runsOf(
  series: readonly string[],
  measured: readonly string[]
): readonly (readonly [string, string])[] {
  const runs: [string, string][] = [];
  for (const each of series) {
    const run = runs[runs.length - 1];
    const isNext =
      run !== undefined &&
      measured.indexOf(each) === measured.indexOf(run[1]) + 1;
    if (run !== undefined && isNext) {
      run[1] = each;
    } else {
      runs.push([each, each]);
    }
  }
  return runs;
}
