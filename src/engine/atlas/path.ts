/** The first name of a dotted path. */
export function rootOf(path: string): string {
  const cut = path.indexOf('.');
  return cut < 0 ? path : path.slice(0, cut);
}

/** The path without its last name. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('.')));
}
