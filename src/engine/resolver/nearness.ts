/** How near one dotted path is to another: by what they begin with, then in `tensorflow.keras`, then the shorter. */

export function nearestFirst(
  to: string,
  paths: readonly string[]
): readonly string[] {
  const rank = (path: string): readonly number[] => [
    -commonPrefix(path, to),
    Number(!path.startsWith('tensorflow.keras.')),
    path.split('.').length
  ];
  return [...paths].sort(
    (a, b) => compareRanks(rank(a), rank(b)) || (a < b ? -1 : 1)
  );
}

function commonPrefix(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')];
  const index = left.findIndex((name, i) => name !== right[i]);
  return index < 0 ? left.length : index;
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, i) => value !== b[i]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}
