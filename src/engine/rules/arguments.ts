/** What a callable of this environment takes, and rewrites of keywords to that. */

import {
  keywordOf,
  placeOf,
  type KeywordQuestion
} from '../resolver/questions';
import type { CallUsage, KeywordUsage, Usage } from '../source/usage';
import { renamesOf } from './renames';
import type { Context, Rewrite } from './rule';
import { leafOf } from './wording';

/** The callable was measured to take the keyword, and not for nothing. */
export function takes(question: KeywordQuestion, context: Context): boolean {
  const { world, environment } = context;
  const answer = keywordOf(question, world, environment);
  return answer.status === 'found' && answer.ignored !== true;
}

interface Renaming {
  /** What the keyword is called here. */
  readonly to: string;
  /** It means the same. */
  readonly same: boolean;
}

/** The name under which the callable takes a keyword here, where that is known. */
function renamingOf(
  symbol: string,
  keyword: string,
  context: Context
): Renaming | null {
  const renamed = renamesOf(leafOf(symbol), keyword).filter(({ to }) =>
    takes({ symbol, keyword: to }, context)
  );
  return renamed.find(({ same }) => same) ?? renamed[0] ?? null;
}

interface Asked {
  readonly symbol: string;
  readonly usage: KeywordUsage;
  readonly call: CallUsage | null;
}

/** Writes the new name; null where the call may give it already, by keyword or by its place. */
function renameKeyword(
  { to, same }: Renaming,
  { symbol, usage, call }: Asked,
  context: Context
): Rewrite | null {
  const { keyword } = usage;
  const given = call?.arguments ?? [];
  const placed = given.filter(each => each.keyword === null).length;
  const { world, environment } = context;
  const place = placeOf({ symbol, keyword: to }, world, environment);
  return call === null ||
    call.more ||
    given.some(each => each.keyword === to) ||
    (place !== null && place < placed)
    ? null
    : {
        title: context.say('Write %1', `\`${to}\``),
        // Three in a row may be those of Keras 1, which mean another thing now.
        safe: same && placed < 3 && (placed === 0 || place !== null),
        edits: [{ from: keyword, to: keyword, text: to }]
      };
}

/** What to write in the place of a keyword, in words and as an edit; nulls where that is not known. */
export function adviceOn(
  asked: Asked,
  context: Context
): { readonly write: string | null; readonly rewrite: Rewrite | null } {
  const { symbol, usage } = asked;
  const renaming = renamingOf(symbol, usage.keyword.name, context);
  return {
    write: renaming && context.say('Write `%1`.', renaming.to),
    rewrite: renaming && renameKeyword(renaming, asked, context)
  };
}

export function isKeyword(usage: Usage): usage is KeywordUsage {
  return usage.kind === 'keyword';
}
