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
  /** It is of a kind that findings are about, and no `raise` of the person's own. */
  readonly isOfKind: boolean;
  /** And it came out of TensorFlow or Keras, or says that they lack something. */
  readonly isOurs: boolean;
}

/**
 * What fails where a release lacks a name, a keyword or a value: the four
 * kinds, and what Python, TensorFlow, numpy, protobuf and json derive from
 * them (measured in TensorFlow 2.4 and 2.21; Keras derives none). A kernel
 * sends the name alone.
 */
const NAMES = [
  'ImportError',
  'ModuleNotFoundError',
  'AttributeError',
  'FrozenInstanceError',
  'TypeError',
  'OperatorNotAllowedInGraphError',
  'InaccessibleTensorError',
  'UFuncTypeError',
  'DTypePromotionError',
  'ValueError',
  'AxisError',
  'LinAlgError',
  'JSONDecodeError',
  'UnicodeDecodeError',
  'UnicodeEncodeError',
  '_UntrackableError'
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

/** Of the packages themselves, wherever they are; a folder of a person's may well be called keras. */
const OUR_FILE =
  /[\\/](?:site|dist)-packages[\\/](?:tensorflow|tf_keras|keras)[\\/]/;
/** Of a package, of Python itself, or of no file at all: not the person's own. */
const FOREIGN_FILE =
  /[\\/](?:site|dist)-packages[\\/]|[\\/]lib[\\/]python\d|[\\/]Lib[\\/]|^(?:File )?</;
/** A module of theirs that lacks something, in the words of the interpreter. */
const OUR_MODULE =
  /\b(?:module|named|from) '(?:tensorflow|tf_keras|keras|tf)[.']/;
/** In an import, as most notebooks call them. */
const OUR_NAME = /\b(?:tensorflow|tf_keras|keras|tf)\b/;
const IMPORT = /^\s*(?:from|import)\b/;
/** What a traced function raised says in its message where: files, each with its line below. */
const TRACED = /^\s+(?:File "(.+)", line \d+, in|(\S+):\d+) /;

/** Null where the cell ended otherwise. */
export function raisedIn(outputs: readonly Printed[]): Raised | null {
  const error = outputs.find(({ output_type }) => output_type === 'error');
  const name = error?.ename;
  if (error === undefined || typeof name !== 'string') {
    return null;
  }
  const message =
    typeof error.evalue === 'string'
      ? error.evalue.replace(COLOURS, '').slice(0, MESSAGE)
      : '';
  const { frames, calls } = read(linesOf(error.traceback));
  const inCells = calls.filter(({ file }) => file === null);
  const last = inCells[inCells.length - 1]?.code ?? '';
  const imported = IMPORT.test(last) ? last : null;
  const isTheirs = theirs(message, [...calls, ...tracedIn(message)]);
  const isOfKind = NAMES.includes(name) && isTheirs !== false;
  return {
    name,
    message,
    frames,
    importing: imported !== null,
    isOfKind,
    isOurs: isOfKind && (isTheirs ?? OUR_NAME.test(imported ?? ''))
  };
}

/** One call of a traceback. */
interface Call {
  /** The file, as its head names it; null of a cell. */
  readonly file: string | null;
  /** The line that was running; empty where none is shown. */
  readonly code: string;
}

/**
 * What the person's own code raises is its own, though Keras has called it;
 * but that one of their modules lacks a name is never. Null where neither is
 * told.
 */
function theirs(message: string, calls: readonly Call[]): boolean | null {
  const { file = null, code = '' } = calls[calls.length - 1] ?? {};
  const isOwn = file === null || !FOREIGN_FILE.test(file);
  if (isOwn && /^\s*raise\b/.test(code)) {
    return false;
  }
  const inTheirs =
    !isOwn &&
    calls.some(each => each.file !== null && OUR_FILE.test(each.file));
  return inTheirs || OUR_MODULE.test(message) ? true : null;
}

/** The calls in a traced function: TensorFlow tells them in the message. */
function tracedIn(message: string): readonly Call[] {
  if (!message.startsWith('in user code:')) {
    return [];
  }
  const lines = message.split('\n');
  return lines.flatMap((line, at) => {
    const match = TRACED.exec(line);
    return match
      ? [{ file: match[1] ?? match[2], code: lines[at + 1] ?? '' }]
      : [];
  });
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
  const calls: Call[] = [];
  let first: Head | null = null;
  let head: Head | null = null;
  let file: string | null = null;
  for (const line of lines) {
    const cell = headIn(line);
    const arrow = ARROW.exec(line);
    if (cell) {
      head = cell;
      first ??= cell;
    } else if (FILE.test(line)) {
      // A file without a line of its own counts all the same.
      calls.push({ file: line, code: '' });
      file = line;
      head = null;
    } else if (arrow && head) {
      calls.push({ file: null, code: arrow[2] });
      // A file tells only whether it is the cell's own: the outermost.
      if (head.count !== null || head.text === first?.text) {
        frames.push({ count: head.count, line: Number(arrow[1]) });
      }
      head = null;
    } else if (arrow && file !== null) {
      calls.push({ file, code: arrow[2] });
      file = null;
    }
  }
  return { frames, calls };
}
