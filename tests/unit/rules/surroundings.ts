/** Environments around a notebook, and what is said of them. */

import { check } from '../../../src/engine/check';
import type { Environment, Installed, Report } from '../../../src/engine/types';
import { shippedAtlas } from '../atlas';
import { cellsOf, environmentOf } from './cases';

export interface Change {
  readonly installed?: Readonly<Record<string, string | null>>;
  readonly requires?: Readonly<Record<string, readonly string[]>>;
  readonly variables?: Readonly<Record<string, string>>;
  readonly loaded?: Readonly<Record<string, string>>;
  readonly kerasConfig?: Environment['kerasConfig'];
  readonly shadowing?: Environment['shadowing'];
  readonly python?: string;
}

/** An environment of the truth list with other releases, null for one that is not there. */
export function changed(id: string, change: Change): Environment {
  const base = environmentOf(id);
  const installed: Record<string, Installed | null> = { ...base.installed };
  for (const [name, version] of Object.entries(change.installed ?? {})) {
    installed[name] =
      version === null
        ? null
        : { version, distribution: name.replace(/_/g, '-') };
  }
  for (const [name, requires] of Object.entries(change.requires ?? {})) {
    const entry = installed[name];
    if (entry != null) {
      installed[name] = { ...entry, requires };
    }
  }
  return {
    ...base,
    installed,
    python: { version: change.python ?? base.python.version },
    variables: { ...base.variables, ...change.variables },
    loaded: { ...base.loaded, ...change.loaded },
    kerasConfig: change.kerasConfig,
    shadowing: change.shadowing
  };
}

export function reportOf(
  environment: Environment,
  ...sources: readonly string[]
): Report {
  return check({
    notebook: 'test.ipynb',
    cells: cellsOf(...sources),
    environment,
    atlas: shippedAtlas()
  });
}

/** `rule severity cell:line:column message` of findings, `rule severity message` of the environment's own. */
export function said(report: Report, rule: string): readonly string[] {
  return [
    ...report.environmentFindings
      .filter(each => each.rule === rule)
      .map(({ severity, message }) => `${severity}: ${message}`),
    ...report.findings
      .filter(each => each.rule === rule)
      .map(
        ({ severity, cell, line, column, message }) =>
          `${severity} ${cell + 1}:${line}:${column}: ${message}`
      )
  ];
}
