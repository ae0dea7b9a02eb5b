/** Words that several rules use. */

import { parentOf } from '../atlas/path';
import type { Usage } from '../source/usage';
import { judgedVersion } from '../resolver/judged';
import {
  keywordOf,
  memberOf,
  type KeywordQuestion
} from '../resolver/questions';
import type { Say } from '../text';
import { distance } from '../versions';
import type { Context } from './rule';

export { parentOf };

/** The longest message that people are shown. */
export const LONGEST = 160;

/** The first of the texts that is short enough; the last one in any case. */
export function fitting(...texts: readonly (string | null)[]): string {
  const given = texts.filter((text): text is string => text !== null);
  return given.find(text => text.length <= LONGEST) ?? given.pop() ?? '';
}

/** `TensorFlow 2.4.4`, `keras 2.6.0`: the release that a dotted path is judged by. */
export function releaseOf(path: string, context: Context): string {
  const root = path.split('.')[0] ?? '';
  const version = judgedVersion(context.environment, root);
  const title = titleOf(root);
  return version === null ? title : `${title} ${version}`;
}

export function titleOf(root: string): string {
  return root === 'tensorflow' ? 'TensorFlow' : root;
}

/** `2.6, 2.15 and 2.21`. */
export function list(words: readonly string[], context: Context): string {
  const last = words[words.length - 1] ?? '';
  return words.length < 2
    ? last
    : context.say('%1 and %2', words.slice(0, -1).join(', '), last);
}

export function leafOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** "TensorFlow 2.6 to 2.12 and 2.15 have it." or null where no measured release is known to. */
export function releasesThatHave(
  path: string,
  context: Context
): string | null {
  return having(path, context.whereabouts.releases(path), context);
}

/** The same of an attribute of instances. */
export function releasesWithMember(
  { symbol, member }: { readonly symbol: string; readonly member: string },
  context: Context
): string | null {
  const question = { symbol, member, on: 'instance' } as const;
  const releases = context.whereabouts.series(
    symbol,
    (world, environment) =>
      memberOf(question, world, environment).status === 'found'
  );
  return having(symbol, releases, context);
}

/** "TensorFlow 2.0 to 2.10 take it." */
export function releasesThatTake(
  question: KeywordQuestion,
  context: Context
): string | null {
  const { say } = context;
  const releases = context.whereabouts.series(
    question.symbol,
    (world, environment) => {
      const answer = keywordOf(question, world, environment);
      return answer.status === 'found' && answer.ignored !== true;
    }
  );
  const title = titleOf(question.symbol.split('.')[0] ?? '');
  const runs = list(inRuns(releases, say), context);
  return releases.length === 0
    ? null
    : releases.length === 1
      ? say('%1 %2 takes it.', title, runs)
      : say('%1 %2 take it.', title, runs);
}

function having(
  path: string,
  releases: readonly string[],
  context: Context
): string | null {
  const { say } = context;
  const title = titleOf(path.split('.')[0] ?? '');
  if (releases.length === 0) {
    return null;
  }
  const runs = releasesTold(releases, context);
  return releases.length === 1
    ? say('%1 %2 has it.', title, runs)
    : say('%1 %2 have it.', title, runs);
}

/** `2.6 to 2.12 and 2.15`. */
export function releasesTold(
  releases: readonly string[],
  context: Context
): string {
  return list(inRuns(releases, context.say), context);
}

/** Three or more minor releases in a row, all measured, are told as a range. */
function inRuns(releases: readonly string[], say: Say): readonly string[] {
  const runs: string[][] = [];
  for (const release of releases) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    if (last !== undefined && distance(last, release) === 1) {
      run.push(release);
    } else {
      runs.push([release]);
    }
  }
  return runs.flatMap(run =>
    run.length < 3
      ? run
      : [say('%1 to %2', run[0] ?? '', run[run.length - 1] ?? '')]
  );
}

/** The import statement that gets `target`, in the form that the usage has. */
export function statementFor(target: string, usage: Usage): string {
  return usage.kind === 'from' && usage.name !== null
    ? `from ${parentOf(target)} import ${leafOf(target)}`
    : `import ${target}`;
}
