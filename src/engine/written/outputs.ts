/** Outputs of a cell as one text. They come from anywhere, and may be anything. */

/** Characters that are read of one output, and of all of a cell. */
const LONGEST = 60_000;

/** Streams, results as plain text and tracebacks of nbformat 3 and 4; nothing of pictures and pages. */
export function textOfOutputs(outputs: unknown): string {
  return (Array.isArray(outputs) ? outputs : [])
    .map(textOf)
    .filter(each => each !== '')
    .join('\n')
    .slice(0, LONGEST);
}

function textOf(output: unknown): string {
  return [
    textLines(field(output, 'text'), ''),
    textLines(field(field(output, 'data'), 'text/plain'), ''),
    textLines(field(output, 'traceback'), '\n')
  ]
    .join('')
    .slice(0, LONGEST);
}

/** A text, or its parts with what stands between them. */
export function textLines(value: unknown, between: string): string {
  return Array.isArray(value)
    ? value.filter(each => typeof each === 'string').join(between)
    : typeof value === 'string'
      ? value
      : '';
}

/** A field of a JSON object itself, never of a prototype. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
