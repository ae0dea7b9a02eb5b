/** What is worked out of an environment by an atlas, once for as long as both are there. */

import type { Atlas } from './atlas/atlas';
import type { Environment } from './types';

type Make<Answer> = (environment: Environment, atlas: Atlas) => Answer;

/** The function with its answers kept; environments are told apart as objects. */
export function kept<Answer extends object>(make: Make<Answer>): Make<Answer> {
  const answers = new WeakMap<Atlas, WeakMap<Environment, Answer>>();
  return (environment, atlas) => {
    const known = answers.get(atlas) ?? new WeakMap<Environment, Answer>();
    answers.set(atlas, known);
    const answer = known.get(environment) ?? make(environment, atlas);
    known.set(environment, answer);
    return answer;
  };
}
