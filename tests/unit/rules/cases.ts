/** Runs the engine over a few cells in an environment of the truth list. */

import { check } from '../../../src/engine/check';
import type { Cell, Environment, Finding } from '../../../src/engine/types';
import { shippedAtlas } from '../atlas';

export { environmentOf } from '../conformance/truth';

export function cellsOf(...sources: readonly string[]): readonly Cell[] {
  return sources.map((source, index) => ({
    index,
    id: `cell-${index}`,
    kind: 'code',
    source
  }));
}

export function findingsIn(
  environment: Environment,
  ...sources: readonly string[]
): readonly Finding[] {
  return check({
    notebook: 'test.ipynb',
    cells: cellsOf(...sources),
    environment,
    atlas: shippedAtlas(),
    remedies: false
  }).findings;
}

/** `rule severity symbol @line:column`, what a table asserts. */
export function told(findings: readonly Finding[]): readonly string[] {
  return findings.map(
    ({ rule, severity, symbol, line, column }) =>
      `${rule} ${severity} ${symbol} @${line}:${column}`
  );
}
