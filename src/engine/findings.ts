/** Verdicts → findings: who owns a failure, what it blocks, how grave it is. */

import { ancestryOf } from './resolver/exceptions';
import type { Verdict } from './resolver/verdict';
import { RULES } from './rules';
import type { Context, Draft, Rewrite, Subject, UsageRule } from './rules/rule';
import { isGuarded } from './source/guarded';
import { rangeOf } from './source/lines';
import type { Argument, Segment, Span, Usage } from './source/usage';
import type { Cell, Finding, Fix } from './types';

export interface Judged {
  readonly cells: readonly Cell[];
  readonly usages: readonly Usage[];
  readonly verdicts: readonly Verdict[];
}

/** The usages that fail and are not caught, blocked ones included: what remedies count. */
export function failing(judged: Judged): readonly number[] {
  return judged.usages
    .filter(usage => {
      const verdict = judged.verdicts[usage.id];
      return (
        verdict?.status === 'blocked' ||
        (verdict?.status === 'missing' &&
          !isGuarded(usage.place, ancestryOf(verdict.exception)))
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
  const findings: Finding[] = [];
  for (const usage of judged.usages) {
    const verdict = judged.verdicts[usage.id];
    if (verdict?.status !== 'missing' || owners.get(usage.id) !== usage.id) {
      continue;
    }
    const segments = segmentsOf(usage);
    const segment = segments[verdict.segment];
    const cell = judged.cells.find(each => each.index === usage.place.cell);
    const subject: Subject = {
      usage,
      verdict,
      segments,
      path: pathOf(segments, verdict),
      siblings: judged.usages.filter(other => sameStatement(other, usage))
        .length
    };
    const answer = ask(subject, context);
    if (segment === undefined || cell === undefined || answer === null) {
      continue;
    }
    const guarded = isGuarded(usage.place, ancestryOf(verdict.exception));
    findings.push({
      rule: answer.rule.id,
      severity: guarded ? 'info' : answer.rule.severity,
      cell: cell.index,
      cellId: cell.id,
      statementLine: rangeOf(cell.source, usage.place.statement).line,
      ...rangeOf(cell.source, segment.span),
      symbol: verdict.symbol,
      keyword: null,
      message: answer.draft.message,
      guarded,
      blocks: blocks.get(usage.id) ?? 0,
      fixes: answer.draft.fixes.map(fix => stamp(fix, cell.source))
    });
  }
  return findings.sort(
    (a, b) => a.cell - b.cell || a.line - b.line || a.column - b.column
  );
}

function ask(
  subject: Subject,
  context: Context
): { rule: UsageRule; draft: Draft } | null {
  for (const rule of RULES) {
    const draft = rule.about === 'usage' ? rule.check(subject, context) : null;
    if (rule.about === 'usage' && draft !== null) {
      return { rule, draft };
    }
  }
  return null;
}

/**
 * Which failing usage answers for each one that does not work: names of one
 * statement that fail at the same place share the first, blocked ones go to
 * what blocks them.
 */
function ownersOf(judged: Judged): ReadonlyMap<number, number> {
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

/** All names of a usage in order: base or root first, an imported name last. */
function segmentsOf(usage: Usage): readonly Segment[] {
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

function sameStatement(a: Usage, b: Usage): boolean {
  return (
    a.kind === b.kind &&
    a.place.cell === b.place.cell &&
    a.place.statement.from === b.place.statement.from
  );
}

function stamp(fix: Rewrite, source: string): Fix {
  return {
    title: fix.title,
    safe: fix.safe,
    edits: fix.edits.map(({ from, to, text }) => {
      const span: Span = { from: from.span.from, to: to.span.to };
      return { ...rangeOf(source, span), text };
    })
  };
}
