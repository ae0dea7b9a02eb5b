/** Whether a dotted path can be had at all in a world, by import where need be. */

import type { Environment } from '../types';
import { Lookup } from './lookup';
import type { Step } from './step';
import { ModuleState } from './state';
import type { World } from './world';

/** Paths that are kept for one world; beyond, all are forgotten. */
const MOST = 5000;

const known = new WeakMap<World, Map<string, Step>>();

/** The last step of `from <all but the last> import <last>`, each part imported on the way. */
export function reach(
  path: string,
  world: World,
  environment: Environment
): Step {
  let steps = known.get(world);
  if (steps === undefined || steps.size >= MOST) {
    steps = new Map<string, Step>();
    known.set(world, steps);
  }
  const step = steps.get(path) ?? walked(path, world, environment);
  steps.set(path, step);
  return step;
}

function walked(path: string, world: World, environment: Environment): Step {
  const [root = '', ...names] = path.split('.');
  const lookup = new Lookup(world, environment, new ModuleState());
  let step = lookup.importRoot(root);
  for (const name of names) {
    if (step.kind !== 'module') {
      return step.kind === 'object'
        ? {
            kind: 'failure',
            reason: 'symbol',
            exception: 'ImportError',
            detail: null
          }
        : step;
    }
    step = lookup.member(step, name, 'from', true);
  }
  return step;
}
