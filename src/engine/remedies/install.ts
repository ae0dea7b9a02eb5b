/** What an install is made of, and what a kernel has after it. */

import { readRequirement, unmetOf } from '../requirements';
import type { Environment, Installed } from '../types';

export interface Install {
  /** Distributions that have to go first: two that supply `tensorflow` write over each other's files. */
  readonly removes: readonly string[];
  /** Exact pins, then the measured caps that the metadata lacks. */
  readonly requirements: readonly string[];
  /** Pins to be installed without what they require. */
  readonly alone: readonly string[];
  /** Set in the notebook before the first import. */
  readonly variables: Readonly<Record<string, string>>;
}

/** Releases by key of `Environment.installed`. */
export type Pins = Readonly<Record<string, Installed>>;

export interface Change {
  readonly install: Install;
  readonly pins: Pins;
  /** What the releases themselves require, as their metadata says. */
  readonly requires: readonly string[];
}

/** What pip replaces by releases of its choice: installed, and excluded by a cap or by what is installed now. */
function displaced(
  { install, requires, pins }: Change,
  environment: Environment
): readonly string[] {
  const installed = { ...environment.installed, ...pins };
  const unmet = unmetOf([...install.requirements, ...requires], {
    ...environment,
    installed
  });
  return [
    ...new Set(unmet.flatMap(({ key, has }) => (has === null ? [] : key)))
  ].filter(key => pins[key] === undefined);
}

/** How many packages get another release because the install names them, come or go; what else moves along is pip's own affair. */
export function changesOf(change: Change, environment: Environment): number {
  const pinned = Object.entries(change.pins).filter(
    ([key, { version, distribution }]) => {
      const has = environment.installed[key];
      return has?.version !== version || has.distribution !== distribution;
    }
  );
  const capped = displaced({ ...change, requires: [] }, environment);
  const set = Object.entries(change.install.variables).some(
    ([name, value]) => environment.variables[name] !== value
  );
  return Math.max(
    pinned.length + capped.length + change.install.removes.length,
    // Where all is there, setting the variable is the change.
    Number(set)
  );
}

/** The kernel after the install and a restart; of what pip replaces nothing is known. */
export function after(change: Change, environment: Environment): Environment {
  const installed: Record<string, Installed | null> = {
    ...environment.installed,
    ...change.pins
  };
  for (const key of displaced(change, environment)) {
    delete installed[key];
  }
  const variables = { ...environment.variables, ...change.install.variables };
  return { ...environment, installed, variables, loaded: {} };
}

/** Installed packages that exclude what the install brings, and did not exclude what is there: `tensorflow-text 2.15.0`. */
export function breaksOf(
  environment: Environment,
  changed: Environment
): readonly string[] {
  return Object.entries(environment.installed).flatMap(([key, installed]) => {
    if (installed === null || changed.installed[key] !== installed) {
      return [];
    }
    const { distribution, version, requires = [] } = installed;
    const fits = (one: Environment): boolean =>
      unmetOf(requires, one).every(({ has }) => has === null);
    const asks = requires.some(text => readRequirement(text) !== null);
    return asks && fits(environment) && !fits(changed)
      ? [`${distribution} ${version}`]
      : [];
  });
}
