/** Questions about members and keywords of a name, each answered as the interpreter would. */

import type { Keywords } from '../atlas/keywords';
import type { Thing } from '../atlas/objects';
import type { Environment } from '../types';
import { typeOf } from './exceptions';
import { Lookup } from './lookup';
import type { Step } from './step';
import { Members, type Has, type Owned } from './members';
import { reach } from './reach';
import { ModuleState } from './state';
import type { World } from './world';

export type Answer =
  | { readonly status: 'found' }
  | {
      readonly status: 'missing';
      readonly exception: string;
      /** The whole text where it is not the plain one. */
      readonly text: string | null;
    }
  | { readonly status: 'unknown'; readonly why: string };

export interface MemberQuestion {
  /** A dotted public path: `keras.models.Sequential`. */
  readonly symbol: string;
  readonly member: string;
  readonly on: 'class' | 'instance';
}

export interface KeywordQuestion {
  /** A class, a function, or a method of a class: `keras.Model.fit`. */
  readonly symbol: string;
  readonly keyword: string;
}

const FOUND: Answer = { status: 'found' };

const unknown = (why: string): Answer => ({ status: 'unknown', why });

const missing = (exception: string, text: string | null = null): Answer => ({
  status: 'missing',
  exception,
  text
});

export function memberOf(
  { symbol, member, on }: MemberQuestion,
  world: World,
  environment: Environment
): Answer {
  const step = reach(symbol, world, environment);
  if (step.kind === 'module') {
    const lookup = new Lookup(world, environment, new ModuleState());
    return answerTo(lookup.member(step, member, 'attribute', true));
  }
  if (step.kind !== 'object') {
    return answerTo(step);
  }
  if (step.owned === null) {
    return unknown(`what ${symbol} has is not in this atlas`);
  }
  const members = new Members(world);
  const unusable = members.thing(step.owned)?.unusable ?? null;
  if (on === 'instance' && unusable !== null) {
    return missing(typeOf(unusable), unusable);
  }
  const has =
    on === 'class'
      ? members.ofClass(step.owned, member)
      : members.ofInstance(step.owned, member);
  return hasAnswer(has, `${symbol}.${member}`);
}

function hasAnswer(has: Has, symbol: string): Answer {
  switch (has) {
    case 'yes':
      return FOUND;
    case 'no':
      return missing('AttributeError');
    case 'unknown':
      return unknown(`whether there is ${symbol} is not in this atlas`);
  }
}

export function keywordOf(
  { symbol, keyword }: KeywordQuestion,
  world: World,
  environment: Environment
): Answer {
  const members = new Members(world);
  const step = reach(symbol, world, environment);
  if (step.kind === 'object') {
    const thing = step.owned === null ? null : members.thing(step.owned);
    return thing === null
      ? unknown(`the keywords of ${symbol} are not in this atlas`)
      : taken(thing.calls, keyword, { symbol, thing });
  }
  const cut = symbol.lastIndexOf('.');
  const owner = reach(symbol.slice(0, cut), world, environment);
  if (owner.kind !== 'object') {
    return answerTo(step);
  }
  if (owner.owned === null) {
    return unknown(`the keywords of ${symbol} are not in this atlas`);
  }
  return methodTakes(members, owner.owned, {
    symbol,
    name: symbol.slice(cut + 1),
    keyword
  });
}

function methodTakes(
  members: Members,
  owned: Owned,
  asked: { symbol: string; name: string; keyword: string }
): Answer {
  const { symbol, name, keyword } = asked;
  const has = members.ofClass(owned, name);
  return has === 'yes'
    ? taken(members.method(owned, name), keyword, { symbol, thing: null })
    : hasAnswer(has, symbol);
}

function taken(
  keywords: Keywords | null,
  keyword: string,
  { symbol, thing }: { symbol: string; thing: Thing | null }
): Answer {
  if (thing !== null && thing.unusable !== null) {
    return binds(keywords, keyword, thing)
      ? missing(typeOf(thing.unusable), thing.unusable)
      : missing('TypeError');
  }
  // A method that refuses keywords in its body raises what it likes.
  const unsaid = thing === null && (keywords?.refused.size ?? 0) > 0;
  if (
    keywords === null ||
    keywords.unsure.has(keyword) ||
    (unsaid && !keywords.accepted.has(keyword))
  ) {
    return unknown(`the keywords of ${symbol} are not in this atlas`);
  }
  if (keywords.accepted.has(keyword) || keywords.ignored.has(keyword)) {
    return FOUND;
  }
  if (keywords.refused.has(keyword)) {
    return refusal(thing?.refusals.get(keyword) ?? thing?.refusals.get('*'));
  }
  switch (keywords.others) {
    case 'accepted':
      return FOUND;
    case 'unknown':
      return unknown(`whether ${symbol} takes ${keyword} is not in this atlas`);
    case 'refused':
      return refusal(thing?.refusals.get('*'));
  }
}

/** Whether the call gets into the body, which no keyword does that Python itself refuses. */
function binds(
  keywords: Keywords | null,
  keyword: string,
  { refusals }: Thing
): boolean {
  return (
    keywords === null ||
    keywords.others !== 'refused' ||
    refusals.size > 0 ||
    keywords.accepted.has(keyword)
  );
}

/** Python's own TypeError where nothing else was measured. */
function refusal(text: string | undefined): Answer {
  return text === undefined
    ? missing('TypeError')
    : missing(typeOf(text), text);
}

function answerTo(step: Step): Answer {
  switch (step.kind) {
    case 'failure':
      return missing(
        step.exception,
        step.detail === null ? null : `${step.exception}: ${step.detail}`
      );
    case 'unknown':
      return unknown(step.why);
    case 'module':
    case 'object':
      return FOUND;
  }
}
