/** Installs that the kernel's own installer has turned down: they are not offered again. */

/** The requirements of each install that was turned down, in any order. */
export type Refused = readonly (readonly string[])[];

/** A requirement as a repair cell quotes it: a name, and a release. */
const QUOTED = /"([A-Za-z0-9][\w.-]*[<>=!~][^"\n]*)"/g;

/** What a repair cell asks the installer for, also where somebody has edited it. */
export function requirementsIn(cell: string): readonly string[] {
  return [...cell.matchAll(QUOTED)].map(([, requirement]) => requirement);
}

/** Whether exactly these requirements were turned down. */
export function isRefused(
  requirements: readonly string[],
  refused: Refused
): boolean {
  const key = keyOf(requirements);
  return refused.some(each => keyOf(each) === key);
}

function keyOf(requirements: readonly string[]): string {
  return [...new Set(requirements)].sort().join('\n');
}
