/** What the rules say of one usage: the first that has anything to say. */

import { ancestryOf } from './resolver/exceptions';
import { RULES } from './rules';
import type {
  Context,
  Draft,
  Noticed,
  Rewrite,
  Rule,
  Subject
} from './rules/rule';
import { isGuarded } from './source/guarded';
import { rangeOf } from './source/lines';
import { segmentsOf } from './source/segments';
import type { Segment, Span } from './source/usage';
import type { Fix } from './types';

export interface Told {
  readonly rule: Rule;
  readonly draft: Draft;
  /** The name that it is said of. */
  readonly segment: Segment;
  readonly symbol: string;
  readonly guarded: boolean;
}

export function toldOfMissing(
  missing: Omit<Subject, 'segments' | 'path'>,
  context: Context
): Told | null {
  const { usage, verdict } = missing;
  const segments = segmentsOf(usage);
  const segment = segments[verdict.segment];
  const subject = { ...missing, segments, path: pathOf(segments, verdict) };
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

export function toldOfNotice(noticed: Noticed, context: Context): Told | null {
  const [segment] = segmentsOf(noticed.usage);
  for (const rule of RULES) {
    const draft = rule.about === 'notice' ? rule.check(noticed, context) : null;
    if (draft !== null && segment !== undefined) {
      const { symbol } = noticed.notice;
      return { rule, draft, segment, symbol, guarded: false };
    }
  }
  return null;
}

/** What the notebook asks for in full: the failing prefix as reached, then the names that follow it. */
function pathOf(
  segments: readonly Segment[],
  { symbol, segment }: Subject['verdict']
): string {
  const rest = segments.slice(segment + 1).map(each => each.name);
  return [symbol, ...rest].join('.');
}

/** A rewrite as a fix of the source that it was drafted for. */
export function stamp(fix: Rewrite, source: string): Fix {
  return {
    title: fix.title,
    safe: fix.safe,
    ...(fix.partial && { partial: true }),
    edits: fix.edits.map(({ from, to, text }) => {
      const span: Span = { from: from.span.from, to: to.span.to };
      return { ...rangeOf(source, span), text };
    })
  };
}
