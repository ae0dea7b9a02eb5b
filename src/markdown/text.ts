/** Text of others, as words or as code of Markdown. */

/** A fence that nothing in the text can close. */
export function fenced(language: string, text: string): string {
  const runs = text.match(/`{3,}/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map(run => run.length + 1)));
  return `${fence}${language}\n${text}\n${fence}`;
}

/** As the further lines of a list's item. */
export function indented(lines: readonly string[]): readonly string[] {
  return lines.map(line => (line === '' ? '' : `  ${line}`));
}

/** Words of kernels and notebooks, with nothing in them that Markdown or HTML would take for its own. */
export function plainText(text: string): string {
  return oneLine(text)
    .replace(/[\\`*[\]]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;');
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
