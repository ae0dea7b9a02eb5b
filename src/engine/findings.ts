/** Verdicts → findings: who owns a failure, what it blocks, how grave it is. */

import type { Remedy } from './offers';
import { ancestryOf } from './resolver/exceptions';
import type { Missing, Notice, Verdict } from './resolver/verdict';
import { RULES } from './rules';
import type { Context, Draft, Rewrite, Rule, Subject } from './rules/rule';
import { Siblings } from './siblings';
import { Calls } from './source/callers';
import { isGuarded } from './source/guarded';
import { rangeOf } from './source/lines';
import type { Argument, Segment, Span, Usage } from './source/usage';
import type { Cell, Finding, Fix } from './types';

export interface Judged {
  readonly cells: readonly Cell[];
  readonly usages: readonly Usage[];
  readonly verdicts: readonly Verdict[];
}

/** The usages that fail and are not caught, blocked ones included, but none that is silenced: what remedies count. */
export function failing(
  judged: Judged,
  silenced: ReadonlySet<number> = new Set()
): readonly number[] {
  return judged.usages
    .filter(usage => {
      const verdict = judged.verdicts[usage.id];
      return (
        !silenced.has(usage.id) &&
        ((verdict?.status === 'blocked' && !silenced.has(verdict.by)) ||
          (verdict?.status === 'missing' &&
            !isGuarded(usage.place, ancestryOf(verdict.exception))))
      );
    })
    .map(usage => usage.id);
}

export function findingsOf(
  judged: Judged,
  context: Context
): readonly Finding[] {
  const owners = ownersOf(judged);
  const blocks = new Map<number, number>();
  for (const owner of owners.values()) {
    blocks.set(owner, (blocks.get(owner) ?? -1) + 1);
  }
  const calls = new Calls(judged.usages);
  const siblings = new Siblings(judged.usages);
  const findings: Finding[] = [];
  for (const usage of judged.usages) {
    const verdict = judged.verdicts[usage.id];
    const cell = judged.cells.find(each => each.index === usage.place.cell);
    const told =
      verdict?.status === 'missing' && owners.get(usage.id) === usage.id
        ? toldOfMissing(usage, verdict, { siblings, calls, context })
        : verdict?.status === 'found' && verdict.notice !== undefined
          ? toldOfNotice(usage, verdict.notice, { calls, context })
          : null;
    if (told === null || cell === undefined) {
      continue;
    }
    findings.push({
      rule: told.rule.id,
      severity: told.guarded ? 'info' : told.rule.severity,
      cell: cell.index,
      cellId: cell.id,
      statementLine: rangeOf(cell.source, usage.place.statement).line,
      ...rangeOf(cell.source, told.segment.span),
      symbol: told.symbol,
      keyword: usage.kind === 'keyword' ? usage.keyword.name : null,
      message: told.draft.message,
      guarded: told.guarded,
      blocks: blocks.get(usage.id) ?? 0,
      fixes: told.draft.fixes.map(fix => stamp(fix, cell.source))
    });
  }
  return findings.sort(byPlace);
}

/** What a rule says of a usage. */
interface Told {
  readonly rule: Rule;
  readonly draft: Draft;
  readonly segment: Segment;
  readonly symbol: string;
  readonly guarded: boolean;
}

interface Around {
  readonly siblings: Siblings;
  readonly calls: Calls;
  readonly context: Context;
}

export function toldOfMissing(
  usage: Usage,
  verdict: Missing,
  { siblings, calls, context }: Around
): Told | null {
  const segments = segmentsOf(usage);
  const segment = segments[verdict.segment];
  const subject: Subject = {
    usage,
    verdict,
    segments,
    path: pathOf(segments, verdict),
    siblings: siblings.of(usage),
    call: calls.of(usage)
  };
  for (const rule of RULES) {
    const draft =
      rule.about === 'usage'
        ? rule.check(subject, context)
        : rule.about === 'surroundings'
          ? (rule.claim?.(subject, context) ?? null)
          : null;
    if (draft !== null && segment !== undefined) {
      const guarded = isGuarded(usage.place, ancestryOf(verdict.exception));
      return { rule, draft, segment, symbol: verdict.symbol, guarded };
    }
  }
  return null;
}

function toldOfNotice(
  usage: Usage,
  notice: Notice,
  { calls, context }: Omit<Around, 'siblings'>
): Told | null {
  const [segment] = segmentsOf(usage);
  const noticed = { usage, notice, call: calls.of(usage) };
  for (const rule of RULES) {
    const draft = rule.about === 'notice' ? rule.check(noticed, context) : null;
    if (rule.about === 'notice' && draft !== null && segment !== undefined) {
      const { symbol } = notice;
      return { rule, draft, segment, symbol, guarded: false };
    }
  }
  return null;
}

export function byPlace(a: Finding, b: Finding): number {
  return a.cell - b.cell || a.line - b.line || a.column - b.column;
}

/**
 * Which failing usage answers for each one that does not work: names of one
 * statement that fail at the same place share the first, blocked ones go to
 * what blocks them.
 */
export function ownersOf(judged: Judged): ReadonlyMap<number, number> {
  const owners = new Map<number, number>();
  const places = new Map<string, number>();
  for (const usage of judged.usages) {
    const verdict = judged.verdicts[usage.id];
    if (verdict?.status === 'missing') {
      const segment = segmentsOf(usage)[verdict.segment];
      const key = `${usage.place.cell}:${segment?.span.from}`;
      const owner = places.get(key) ?? usage.id;
      places.set(key, owner);
      owners.set(usage.id, owner);
    }
  }
  for (const usage of judged.usages) {
    const verdict = judged.verdicts[usage.id];
    if (verdict?.status === 'blocked') {
      owners.set(usage.id, owners.get(verdict.by) ?? verdict.by);
    }
  }
  return owners;
}

/** Where the findings begin that these usages answer for; what is blocked has none of its own. */
export function placesOf(
  judged: Judged,
  ids: readonly number[]
): Remedy['clearsAt'] {
  const asked = new Set(ids);
  const owners = ownersOf(judged);
  return judged.usages.flatMap(usage => {
    const verdict = judged.verdicts[usage.id];
    const cell = judged.cells.find(each => each.index === usage.place.cell);
    const segment =
      verdict?.status === 'missing'
        ? segmentsOf(usage)[verdict.segment]
        : undefined;
    if (
      !asked.has(usage.id) ||
      owners.get(usage.id) !== usage.id ||
      cell === undefined ||
      segment === undefined
    ) {
      return [];
    }
    const { line, column } = rangeOf(cell.source, segment.span);
    return [{ cell: cell.index, line, column }];
  });
}

/** All names of a usage in order: base or root first, an imported name last. */
export function segmentsOf(usage: Usage): readonly Segment[] {
  switch (usage.kind) {
    case 'variable':
      return [];
    case 'import':
      return usage.path;
    case 'from':
      return usage.name === null ? usage.path : [...usage.path, usage.name];
    case 'attribute':
      return [usage.base, ...usage.path];
    case 'call':
      return [usage.callee, ...usage.arguments.map(asSegment)];
    case 'keyword':
      return [usage.keyword];
  }
}

function asSegment({ keyword, span }: Argument): Segment {
  return { name: keyword ?? '', span };
}

/** What the notebook asks for in full: the failing prefix as reached, then the names that follow it. */
function pathOf(
  segments: readonly Segment[],
  verdict: Verdict & { status: 'missing' }
): string {
  const rest = segments.slice(verdict.segment + 1).map(each => each.name);
  return [verdict.symbol, ...rest].join('.');
}

export function stamp(fix: Rewrite, source: string): Fix {
  return {
    title: fix.title,
    safe: fix.safe,
    edits: fix.edits.map(({ from, to, text }) => {
      const span: Span = { from: from.span.from, to: to.span.to };
      return { ...rangeOf(source, span), text };
    })
  };
}
