/** The exception that a cell's outputs end with, read from what the kernel sent: text that nobody vouches for. */

import type { Printed } from '../install-outcome';

/** A line of a notebook's cell in a traceback. */
export interface Frame {
  /** The execution count of the cell; null where the traceback does not name it. */
  readonly count: number | null;
  /** Counted from 1 in the cell. */
  readonly line: number;
}

export interface Raised {
  readonly name: string;
  /** The message, at most the first 2000 characters. */
  readonly message: string;
  /** Lines of cells, the outermost call first; none where the traceback shows none. */
  readonly frames: readonly Frame[];
  /** It was an import of the notebook that raised. */
  readonly importing: boolean;
  /** TensorFlow or Keras has a part in it. */
  readonly isOurs: boolean;
}

/** What fails where a release lacks a name, a keyword or a value. */
const NAMES = [
  'ImportError',
  'ModuleNotFoundError',
  'AttributeError',
  'TypeError',
  'ValueError'
];

const COLOURS = /\u001b\[[0-?]*[ -/]*[@-~]/g;
/** Lines of a traceback that are read; those of a recursion are thousands. */
const READ = 2000;
const MESSAGE = 2000;

/**
 * How a frame in a cell is headed: IPython 8.5 and later, 8.0 to 8.4, 7 and
 * older, and the files of ipykernel 6 under IPython 7, which name no count.
 */
const CELLS = [
  /^Cell In ?\[(\d+)\]/,
  /^Input In \[(\d+)\]/,
  /^<ipython-input-(\d+)-[0-9a-f]+>/,
  /^(?:File )?\S*[\\/]ipykernel_\d+[\\/]\d+\.py/
];
/** The head of any other frame: a file with its line, or with its function. */
const FILE = /^(?:File )?(?:[~/]|[A-Za-z]:[\\/]|<)\S*.* in /;
/** The line that was running. */
const ARROW = /^-+> ?(\d+) ?(.*)/;

const OURS = /\b(?:tensorflow|tf_keras|keras)\b/i;
const OUR_FILE = /[\\/](?:tensorflow|tf_keras|keras)[\\/]/;
/** As most notebooks call them. */
const OUR_NAME = /\b(?:tensorflow|tf_keras|keras|tf)\b/;

/** Null where the cell ended otherwise. */
export function raisedIn(outputs: readonly Printed[]): Raised | null {
  const error = outputs.find(({ output_type }) => output_type === 'error');
  const name = error?.ename;
  if (error === undefined || typeof name !== 'string') {
    return null;
  }
  const message =
    typeof error.evalue === 'string' ? error.evalue.slice(0, MESSAGE) : '';
  const lines = linesOf(error.traceback);
  const { frames, running, files } = read(lines);
  return {
    name,
    message,
    frames,
    importing: /^\s*(?:from|import)\b/.test(running[running.length - 1] ?? ''),
    isOurs:
      NAMES.includes(name) &&
      (OURS.test(message) ||
        running.some(code => OUR_NAME.test(code)) ||
        files.some(file => OUR_FILE.test(file)))
  };
}

function linesOf(traceback: unknown): readonly string[] {
  return Array.isArray(traceback)
    ? traceback
        .filter((part): part is string => typeof part === 'string')
        .flatMap(part => part.replace(COLOURS, '').split('\n'))
        .slice(0, READ)
    : [];
}

/** A cell as the head of a frame names it. */
interface Head {
  readonly count: number | null;
  readonly text: string;
}

function headIn(line: string): Head | null {
  const match = CELLS.map(pattern => pattern.exec(line)).find(Boolean);
  return match
    ? {
        count: match[1] === undefined ? null : Number(match[1]),
        text: match[0]
      }
    : null;
}

/** Follows the frames: each has a head, and an arrow at the line that was running. */
function read(lines: readonly string[]) {
  const frames: Frame[] = [];
  const running: string[] = [];
  const files: string[] = [];
  let first: Head | null = null;
  let head: Head | null = null;
  for (const line of lines) {
    const cell = headIn(line);
    const arrow = ARROW.exec(line);
    if (cell) {
      head = cell;
      first ??= cell;
    } else if (FILE.test(line)) {
      files.push(line);
      head = null;
    } else if (arrow && head) {
      running.push(arrow[2]);
      // A file tells only whether it is the cell's own: the outermost.
      if (head.count !== null || head.text === first?.text) {
        frames.push({ count: head.count, line: Number(arrow[1]) });
      }
      head = null;
    }
  }
  return { frames, running, files };
}
