/** How near one dotted path is to another: by what they begin with, then in `tensorflow.keras`, then the shorter. */

export function nearestFirst(
  to: string,
  paths: readonly string[]
): readonly string[] {
  const names = to.split('.');
  return paths
    .map(path => ({ path, rank: rankOf(path, names) }))
    .sort((a, b) => compareRanks(a.rank, b.rank) || (a.path < b.path ? -1 : 1))
    .map(({ path }) => path);
}

function rankOf(path: string, to: readonly string[]): readonly number[] {
  const names = path.split('.');
  return [
    -commonPrefix(names, to),
    Number(!path.startsWith('tensorflow.keras.')),
    names.length
  ];
}

function commonPrefix(
  left: readonly string[],
  right: readonly string[]
): number {
  const index = left.findIndex((name, i) => name !== right[i]);
  return index < 0 ? left.length : index;
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, i) => value !== b[i]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}
