/** The releases of a report as a row of bars, worked out without React. */

import type { ReleaseSummary } from '../engine/offers';

/** One series of TensorFlow, `2.6`. */
export interface Bar {
  readonly series: string;
  /** The release that the bar stands for: what is installed, otherwise the one in which least fails. */
  readonly release: ReleaseSummary;
  /** Other releases of the series, or the same beside another keras. */
  readonly others: readonly ReleaseSummary[];
  readonly level: Level;
  /** Of the bar's height, 0 to 1: the longest of the strip is 1. */
  readonly failing: number;
  readonly unknown: number;
}

/** `none`: all of it runs there; `open`: nothing fails that could be judged. */
export type Level = 'none' | 'open' | 'some' | 'many';

/** What `tensorflow.keras` is in a release as it comes. */
export type EraName = 'inside' | 'keras2' | 'keras3';

export interface Era {
  readonly name: EraName;
  readonly bars: readonly Bar[];
}

/** The bars in the order of the releases, by era; an era without releases is left out. */
export function stripOf(releases: readonly ReleaseSummary[]): readonly Era[] {
  const groups = new Map<string, readonly ReleaseSummary[]>();
  for (const each of releases) {
    const series = seriesOf(each.tensorflow);
    groups.set(series, [...(groups.get(series) ?? []), each]);
  }
  const longest = Math.max(
    1,
    ...[...groups.values()].map(group => doubtful(spokenFor(group)))
  );
  const eras = new Map<EraName, readonly Bar[]>();
  for (const [series, group] of groups) {
    const name = eraOf(series);
    const bar = barOf(series, group, longest);
    eras.set(name, [...(eras.get(name) ?? []), bar]);
  }
  return [...eras].map(([name, bars]) => ({ name, bars }));
}

/** The bar to begin with. */
export function firstOf(bars: readonly Bar[]): Bar {
  return bars.reduce((best, each) =>
    isBetter(each.release, best.release) ? each : best
  );
}

/** Whether all uses of the notebook are known to run there. */
export function runsAll(release: ReleaseSummary): boolean {
  return doubtful(release) === 0;
}

/**
 * Series as ranges, first and last: `[['2.6', '2.13'], ['2.15', '2.15']]`. A
 * range has no gap, since what was not measured between two may differ.
 */
export function rangesOf(
  bars: readonly Bar[]
): readonly (readonly [string, string])[] {
  const ranges: [string, string][] = [];
  for (const { series } of bars) {
    const last = ranges[ranges.length - 1];
    if (last !== undefined && follows(series, last[1])) {
      last[1] = series;
    } else {
      ranges.push([series, series]);
    }
  }
  return ranges;
}

/** Each minor release follows the one before it, and 2.0 the last of 1. */
function follows(series: string, before: string): boolean {
  const [major, minor] = numbersOf(series);
  const [majorBefore, minorBefore] = numbersOf(before);
  return major === majorBefore
    ? minor === minorBefore + 1
    : major === majorBefore + 1 && minor === 0;
}

function barOf(
  series: string,
  group: readonly ReleaseSummary[],
  longest: number
): Bar {
  const release = spokenFor(group);
  const { failing, unknown } = release;
  return {
    series,
    release,
    others: group.filter(each => each !== release),
    level:
      failing === 0
        ? unknown === 0
          ? 'none'
          : 'open'
        : failing <= longest / 2
          ? 'some'
          : 'many',
    failing: failing / longest,
    unknown: unknown / longest
  };
}

/** Of equals the one with the newer keras, which is listed later. */
function spokenFor(group: readonly ReleaseSummary[]): ReleaseSummary {
  return group.reduce((best, each) => (isBetter(each, best) ? each : best));
}

/** Whether people rather look at `a`, which is listed later: what is installed, can be installed, fails least. */
function isBetter(a: ReleaseSummary, b: ReleaseSummary): boolean {
  const order =
    Number(a.installed) - Number(b.installed) ||
    Number(a.installable) - Number(b.installable) ||
    doubtful(b) - doubtful(a);
  return order >= 0;
}

/** How many uses fail or may fail. */
function doubtful({ failing, unknown }: ReleaseSummary): number {
  return failing + unknown;
}

/** `2.6` of `2.6.5`, `3.13` of `3.13.0a1+`; what begins with none, as it is. */
export function seriesOf(version: string): string {
  return /^\d+\.\d+/.exec(version)?.[0] ?? version;
}

/** From 2.6 on `tensorflow.keras` is the keras that is installed beside TensorFlow, from 2.16 on that is Keras 3. */
function eraOf(series: string): EraName {
  const [major, minor] = numbersOf(series);
  const is = (least: number): boolean =>
    major > 2 || (major === 2 && minor >= least);
  return is(16) ? 'keras3' : is(6) ? 'keras2' : 'inside';
}

function numbersOf(series: string): readonly [number, number] {
  const [major = 0, minor = 0] = series.split('.').map(Number);
  return [major, minor];
}
