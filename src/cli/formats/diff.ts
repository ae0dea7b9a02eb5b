/** The unified diff of two texts, as `patch` takes it. */

/** Lines around a change. */
const CONTEXT = 3;

interface Change {
  /** Half-open ranges of lines, counted from 0. */
  readonly before: readonly [number, number];
  readonly after: readonly [number, number];
}

/** Empty where the texts are the same. */
export function diffOf(path: string, before: string, after: string): string {
  if (before === after) {
    return '';
  }
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const hunks = hunksOf(changesOf(old, fresh));
  return [
    `--- ${path}\n`,
    `+++ ${path}\n`,
    ...hunks.map(hunk => hunkText(hunk, old, fresh))
  ].join('');
}

/** With their line feeds; the last one may lack it. */
function linesOf(text: string): readonly string[] {
  return text.split(/(?<=\n)/);
}

/** Fixes seldom change the number of lines: then line is compared with line. */
function changesOf(
  old: readonly string[],
  fresh: readonly string[]
): readonly Change[] {
  if (old.length === fresh.length) {
    const runs = runsOf([...old.keys()].filter(at => old[at] !== fresh[at]));
    return runs.map(run => ({ before: run, after: run }));
  }
  let start = 0;
  while (old[start] === fresh[start]) {
    start += 1;
  }
  let tail = 0;
  const most = Math.min(old.length, fresh.length) - start;
  while (
    tail < most &&
    old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]
  ) {
    tail += 1;
  }
  return [
    {
      before: [start, old.length - tail],
      after: [start, fresh.length - tail]
    }
  ];
}

/** Half-open ranges of numbers that follow each other. */
function runsOf(
  places: readonly number[]
): readonly (readonly [number, number])[] {
  return places
    .filter(at => !places.includes(at - 1))
    .map(from => {
      let to = from + 1;
      while (places.includes(to)) {
        to += 1;
      }
      return [from, to];
    });
}

/** Changes whose contexts meet go together. */
function hunksOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const hunk = hunks[hunks.length - 1];
    const last = hunk?.[hunk.length - 1];
    if (
      hunk !== undefined &&
      last !== undefined &&
      change.before[0] - last.before[1] <= 2 * CONTEXT
    ) {
      hunk.push(change);
    } else {
      hunks.push([change]);
    }
  }
  return hunks;
}

function hunkText(
  hunk: readonly Change[],
  old: readonly string[],
  fresh: readonly string[]
): string {
  const [first] = hunk;
  const last = hunk[hunk.length - 1];
  if (first === undefined || last === undefined) {
    return '';
  }
  const lead = Math.min(CONTEXT, first.before[0]);
  const trail = Math.min(CONTEXT, old.length - last.before[1]);
  let body = '';
  let at = first.before[0] - lead;
  for (const { before, after } of hunk) {
    body += marked(' ', old.slice(at, before[0]));
    body += marked('-', old.slice(...before));
    body += marked('+', fresh.slice(...after));
    at = before[1];
  }
  body += marked(' ', old.slice(at, at + trail));
  const range = (from: number, to: number): string =>
    `${from - lead + 1},${to + trail - from + lead}`;
  return (
    `@@ -${range(first.before[0], last.before[1])} ` +
    `+${range(first.after[0], last.after[1])} @@\n${body}`
  );
}

function marked(sign: string, lines: readonly string[]): string {
  return lines
    .map(line =>
      line.endsWith('\n')
        ? `${sign}${line}`
        : `${sign}${line}\n\\ No newline at end of file\n`
    )
    .join('');
}
