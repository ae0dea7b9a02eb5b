/** Questions about members and keywords of a name, each answered as the interpreter would. */

import type { Environment } from '../types';
import { FOUND, missing, unknownAnswer, type Answer } from './answer';
import { Arguments, notRecorded } from './arguments';
import { typeOf } from './exceptions';
import { Lookup } from './lookup';
import type { Step } from './step';
import { Members, type Has } from './members';
import { reach } from './reach';
import { ModuleState } from './state';
import type { Value } from './verdict';
import type { World } from './world';
import { told } from '../text';

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
    return unknownAnswer(told('what %1 has is not in this atlas', symbol));
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
      return unknownAnswer(
        told('whether there is %1 is not in this atlas', symbol)
      );
  }
}

export function keywordOf(
  { symbol, keyword }: KeywordQuestion,
  world: World,
  environment: Environment
): Answer {
  const { value, otherwise } = callableOf(symbol, world, environment);
  return value === null
    ? otherwise
    : (new Arguments(new Members(world)).take(value, keyword) ??
        notRecorded(symbol));
}

/** How many arguments can be given before the keyword without naming them; null where that is not known. */
export function placeOf(
  { symbol, keyword }: KeywordQuestion,
  world: World,
  environment: Environment
): number | null {
  const { value } = callableOf(symbol, world, environment);
  return value && new Arguments(new Members(world)).placeOf(value, keyword);
}

/** A class, a function or a method; null where it is none of the atlas, and what is to be said then. */
function callableOf(
  symbol: string,
  world: World,
  environment: Environment
): { readonly value: Value | null; readonly otherwise: Answer } {
  const step = reach(symbol, world, environment);
  if (step.kind === 'object') {
    return { value: step, otherwise: FOUND };
  }
  const cut = symbol.lastIndexOf('.');
  const owner = reach(symbol.slice(0, cut), world, environment);
  if (owner.kind !== 'object') {
    return { value: null, otherwise: answerTo(step) };
  }
  if (owner.owned === null) {
    return { value: null, otherwise: notRecorded(symbol) };
  }
  const name = symbol.slice(cut + 1);
  const has = new Members(world).ofClass(owner.owned, name);
  const member = { of: owner.owned, name };
  return has === 'yes'
    ? {
        value: { kind: 'object', shown: symbol, owned: null, member },
        otherwise: FOUND
      }
    : { value: null, otherwise: hasAnswer(has, symbol) };
}

function answerTo(step: Step): Answer {
  switch (step.kind) {
    case 'failure':
      return missing(
        step.exception,
        step.detail === null ? null : `${step.exception}: ${step.detail}`
      );
    case 'unknown':
      return unknownAnswer(step.why);
    case 'any':
    case 'module':
    case 'object':
      return FOUND;
  }
}
