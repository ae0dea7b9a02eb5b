/** Cell magics that are read as neither Python nor another language: nobody here knows them. */

/** Cell magics whose body is no code of the notebook's: a file, a text, a program of its own. */
const APART =
  /^(?:!|sx|system|bash|sh|script|cmd|powershell|file|writefile|html|svg|latex|markdown|javascript|js|perl|ruby|pypy|python[23]?|cython|sql|bigquery|R)$/i;

/** The body of a cell magic that nobody here knows, and that may run it as Python; null for any other. */
export function strangeBody(foreign: string, source: string): string | null {
  return APART.test(foreign)
    ? null
    : source.replace(/^\s*%%[^\n\r]*/, head => ' '.repeat(head.length));
}
