/** What became of an install that a cell ran, read from what it printed: `%pip` does not raise where pip fails. */

/** What is read of a cell's output, of whatever kind and release of nbformat. */
export interface Printed {
  readonly output_type: string;
  readonly text?: unknown;
  readonly ename?: unknown;
  readonly evalue?: unknown;
  readonly traceback?: unknown;
}

/** Characters of output that are read, from its end. */
const READ = 50_000;
/** Lines below an error among which its reason is looked for: the tracebacks of pip are that long. */
const BELOW = 300;
/** Characters of a line that people are shown. */
const SHOWN = 300;

/** Colours and movements of the cursor, which pip and uv write on a terminal. */

const CONTROL = /\u001b\[[0-?]*[ -/]*[@-~]|\u001b[@-_]|[\b\u0000-\u0008]/g;

/** pip: each of its errors begins its line; those of a build stand further in. */
const PIP = /^ERROR: (.+)/;
/**
 * What pip says so and goes on: packages that do not go together any more
 * (pip 9 to 26), and a wheel that it then builds another way (pip before 23).
 */
const PASSES =
  /^(?:pip's (?:legacy )?dependency resolver does not|After October 2020 you may|\S+ \S+ (?:requires \S.*, which is not installed|(?:has requirement|requires) .*, but you(?:'ll)? have )|Failed building wheel for )/;
/** Points to a page and names nothing; the line before it does. */
const POINTS = /^ResolutionImpossible: for help visit/;
const STOPPED = /^Operation cancelled by user/;

/** uv, and pip where the operating system owns the environment. */
const PLAIN = /^error: (.+)/;
/** What follows pip's `error:` and says it in words. */
const CROSS = /^× (.+)/;
/** uv 0.1 to 0.8; pip, whose builds may fail and be made another way, has the same with other arrows. */
const INDENTED = /^ {2}× (.+)/;
/** Why, in the lines below an error of uv; a longer one goes on below itself. */
const BECAUSE = /^\s*(?:[╰├]─▶|cause:)\s*(.+)/;

/** What runs the installer says that it is not there. */
const ABSENT = [
  /: (No module named '?(?:pip|uv|ensurepip)\b.*)/,
  /^\S*sh: (?:line )?\d*:? ?(.+: (?:command not found|not found|No such file or directory|Permission denied))$/,
  /^('.+' is not recognized as an internal or external command.*)/,
  /^UsageError: (.+)/
];
/** The end of a traceback. */
const TRACEBACK = 'Traceback (most recent call last):';
const RAISED = /^(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Warning): .+/;

/**
 * One line that says why the install failed, or null where nothing says that
 * it did, or somebody has stopped it. Of several errors the last one. The text
 * is what some program printed: show it as text.
 */
export function whyInstallFailed(outputs: readonly Printed[]): string | null {
  const raised = outputs.find(({ output_type }) => output_type === 'error');
  if (raised !== undefined) {
    const { ename, evalue } = raised;
    return ename === 'KeyboardInterrupt'
      ? null
      : shown(`${textOf(ename)}: ${textOf(evalue)}`);
  }
  const lines = linesOf(outputs);
  const whys = lines.flatMap((line, at) =>
    whyIn(line, lines.slice(at + 1, at + 1 + BELOW))
  );
  if (lines.some(line => STOPPED.test(PIP.exec(line)?.[1] ?? ''))) {
    return null;
  }
  const last = whys[whys.length - 1];
  return last === undefined ? null : shown(last);
}

function whyIn(line: string, below: readonly string[]): readonly string[] {
  const pip = PIP.exec(line)?.[1];
  if (pip !== undefined) {
    return PASSES.test(pip) || POINTS.test(pip)
      ? []
      : [/^Exception:/.test(pip) ? (raisedIn(below) ?? pip) : pip];
  }
  const plain = PLAIN.exec(line)?.[1] ?? CROSS.exec(line)?.[1];
  if (plain !== undefined) {
    return [becauseOf(below) ?? goingOn(plain, below)];
  }
  if (INDENTED.test(line)) {
    return asList(becauseOf(below));
  }
  if (line === TRACEBACK) {
    return asList(raisedIn(below));
  }
  return ABSENT.flatMap(pattern => pattern.exec(line)?.[1] ?? []);
}

function asList(why: string | null): readonly string[] {
  return why === null ? [] : [why];
}

/** The line that a traceback ends with. */
function raisedIn(below: readonly string[]): string | null {
  return below.find(line => RAISED.test(line)) ?? null;
}

/** The reason that stands below an error of uv, on one line. */
function becauseOf(below: readonly string[]): string | null {
  const at = below.findIndex(line => BECAUSE.test(line));
  const why = BECAUSE.exec(below[at] ?? '')?.[1];
  return why === undefined ? null : goingOn(why, below.slice(at + 1));
}

/** A sentence with the rest of it, which uv breaks into indented lines. */
function goingOn(begun: string, below: readonly string[]): string {
  const end = below.findIndex(line => !/^ {4,}\S/.test(line));
  const rest = end < 0 ? below : below.slice(0, end);
  return [begun, ...rest.map(each => each.trim())].join(' ');
}

function linesOf(outputs: readonly Printed[]): readonly string[] {
  const text = outputs
    .filter(({ output_type }) => output_type === 'stream')
    .map(output => textOf(output.text))
    .join('\n')
    .slice(-READ);
  return text.split(/\r*\n/).map(line => {
    const written = line.replace(CONTROL, '').split('\r');
    return (written[written.length - 1] ?? '').trimEnd();
  });
}

/** A text, or the lines of one, as nbformat has it; anything else is none. */
function textOf(value: unknown): string {
  return typeof value === 'string'
    ? value
    : Array.isArray(value)
      ? value.filter(each => typeof each === 'string').join('')
      : '';
}

function shown(text: string): string {
  const line = text
    .replace(CONTROL, '')
    .replace(/\s+/g, ' ')
    // Nor may it turn the direction of the text around it.
    .replace(/\p{C}/gu, '')
    .trim();
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line;
}
