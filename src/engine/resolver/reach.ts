/** Whether a dotted path can be had at all in a world, by import where need be. */

import type { Environment } from '../types';
import { Lookup } from './lookup';
import type { Step } from './step';
import { ModuleState } from './state';
import type { World } from './world';

type Walk = (path: string, world: World, environment: Environment) => Step;

/** Paths that are kept for one world; beyond, all are forgotten. */
const MOST = 5000;

/** The last step of `from <all but the last> import <last>`, each part imported on the way. */
export const reach = remembered((path, world, environment) =>
  walked(path.split('.'), new Lookup(world, environment, new ModuleState()))
);

/** The last step of that as one statement: an attribute that is a module is no module to import from. */
export const imported = remembered((path, world, environment) => {
  const names = path.split('.');
  const lookup = new Lookup(world, environment, new ModuleState());
  for (let end = 1; end < names.length; end++) {
    const shown = names.slice(0, end).join('.');
    const step =
      end === 1 ? lookup.importRoot(shown) : lookup.importModule(shown, true);
    if (step.kind !== 'module') {
      return step;
    }
    if (end === names.length - 1) {
      return lookup.member(step, names[end] ?? '', 'from', true);
    }
  }
  return lookup.importRoot(path);
});

function remembered(walk: Walk): Walk {
  const known = new WeakMap<World, Map<string, Step>>();
  return (path, world, environment) => {
    let steps = known.get(world);
    if (steps === undefined || steps.size >= MOST) {
      steps = new Map<string, Step>();
      known.set(world, steps);
    }
    const step = steps.get(path) ?? walk(path, world, environment);
    steps.set(path, step);
    return step;
  };
}

function walked(
  [root = '', ...names]: readonly string[],
  lookup: Lookup
): Step {
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
