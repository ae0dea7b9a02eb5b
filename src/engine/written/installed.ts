/** What pip said that it has installed, or found installed. */

import { readRequirement } from '../requirements';
import { besideKeras, cellName, type Evidence, type Kept } from './evidence';

/** Longer lines are cut: pip names everything that it has installed in one. */
const LONGEST = 20_000;

interface Told {
  readonly cell: number;
  /** `tensorflow` or `keras`. */
  readonly key: string;
  /** As pip names it. */
  readonly name: string;
  readonly version: string;
}

/** Of each package the last word. */
export function installed(kept: Kept): readonly Evidence[] {
  const { saved, atlas, say } = kept;
  const last = new Map<string, Told>();
  for (const { cell, text } of saved.outputs) {
    for (const line of text.slice(0, LONGEST).split(/\r?\n/)) {
      for (const told of toldIn(line.trim())) {
        if (atlas.published(told.key).includes(told.version)) {
          last.set(told.key, { ...told, cell });
        }
      }
    }
  }
  return [...last.values()].flatMap(
    ({ cell, key, name, version }): readonly Evidence[] => {
      const fits =
        key === 'tensorflow'
          ? (each: string) => each === version
          : besideKeras(version, atlas);
      const says = say(
        'pip in %1 names %2 %3',
        cellName(cell, say),
        name,
        version
      );
      return fits === null ? [] : [{ kind: 'ran', says, fits }];
    }
  );
}

function toldIn(line: string): readonly Omit<Told, 'cell'>[] {
  if (line.startsWith('Successfully installed ')) {
    return line.split(/\s+/).flatMap(word => {
      const parts = /^([A-Za-z][\w.-]{0,60}?)-(\d[\w.]{0,40})$/.exec(word);
      return parts === null ? [] : told(parts[1] ?? '', parts[2] ?? '');
    });
  }
  const satisfied =
    /^Requirement already satisfied: ([A-Za-z][\w.-]{0,60})(?:\[[^\]\s]{0,60}\])?([^\s;]{0,60}) in \S/.exec(
      line.slice(0, 1000)
    );
  if (satisfied === null) {
    return [];
  }
  // pip tells the release at the end where the request leaves it open, and always did before 20.
  const there = /\((\d[\w.]{0,40})\)$/.exec(line.slice(-60))?.[1];
  const asked = /^==(\d[\w.]{0,40})$/.exec(satisfied[2] ?? '')?.[1];
  return told(satisfied[1] ?? '', there ?? asked ?? '');
}

function told(name: string, version: string): readonly Omit<Told, 'cell'>[] {
  const key = readRequirement(name)?.key;
  return key === 'tensorflow' || key === 'keras'
    ? [{ key, name: name.toLowerCase(), version }]
    : [];
}
