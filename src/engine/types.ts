/** The words of Keras Doctor as types: what the engine takes in, what it gives back. */

import type {
  Elsewhere,
  ReleaseSummary,
  Remedy,
  Rewriting,
  WrittenFor
} from './offers';

/** One installed distribution as the kernel's own metadata describes it. */
export interface Installed {
  readonly version: string;
  /** Name of the distribution that supplies it: `tensorflow-cpu` for `tensorflow`. */
  readonly distribution: string;
  readonly location?: string;
  /** PEP 508 requirements that hold on this interpreter (markers evaluated there). */
  readonly requires?: readonly string[];
  /** Extras all of whose requirements are installed: `and-cuda`. */
  readonly extras?: readonly string[];
  /** Other distributions that supply the same import name. */
  readonly others?: readonly {
    readonly distribution: string;
    readonly version: string;
    readonly location?: string;
  }[];
}

export interface PythonFacts {
  /** Full version, as `3.8.18`. */
  readonly version: string;
  readonly implementation?: string;
  /** Interpreter tag as in wheel names, `cp38`. */
  readonly abi?: string;
  readonly executable?: string;
  /** `sys.platform`: `linux`, `darwin`, `win32`. */
  readonly platform?: string;
  /** `platform.machine()`: `x86_64`, `arm64`, … */
  readonly machine?: string;
  /** `glibc 2.36`, or null where there is none. */
  readonly libc?: string | null;
  readonly macos?: string | null;
}

export interface Installer {
  readonly pip: boolean;
  /** Path of a uv binary that the probe found. */
  readonly uv: string | null;
  /** Folder of the conda environment that the kernel is. */
  readonly conda: string | null;
  /** Whether site-packages can be written to. */
  readonly writable: boolean;
  /** Whether the kernel reads the person's own folder of packages, where pip installs what it cannot put into site-packages. */
  readonly userSite?: boolean;
  readonly externallyManaged: boolean;
}

/**
 * What one kernel has. Keys of `installed` are import names for `tensorflow`,
 * `keras` and `tf_keras`, normalised distribution names with `_` for all others.
 * A missing field is unknown; a `null` entry is known to be absent.
 */
export interface Environment {
  readonly schema: 1;
  readonly python: PythonFacts;
  readonly installed: Readonly<Record<string, Installed | null>>;
  /** Versions of modules that the process has loaded; `backend` is Keras 3's. */
  readonly loaded: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, string>>;
  readonly kerasConfig?: { readonly backend?: string } | null;
  /** Files beside the notebook that hide a package of the same name. */
  readonly shadowing?: readonly {
    readonly module: string;
    readonly path: string;
  }[];
  readonly installer?: Installer;
  readonly unreadable: readonly {
    readonly what: string;
    readonly why: string;
  }[];
}

/** One cell as saved. `index` counts all cells of the notebook from 0. */
export interface Cell {
  readonly index: number;
  /** Null before nbformat 4.5 and for plain files. */
  readonly id: string | null;
  readonly kind: 'code' | 'markdown' | 'raw';
  readonly source: string;
}

export type Severity = 'error' | 'warning' | 'info';

/** Lines and columns count from 1, columns in UTF-16 units, `endColumn` exclusive. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Replaces `range` of the finding's cell by `text`. */
export interface Edit extends Range {
  readonly text: string;
}

export interface Fix {
  readonly title: string;
  /** True where the edit cannot change what working code does. */
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

export interface Finding extends Range {
  readonly rule: string;
  readonly severity: Severity;
  readonly cell: number;
  readonly cellId: string | null;
  /** First line of the statement. */
  readonly statementLine: number;
  /** Shortest prefix that fails, as the notebook reaches it. */
  readonly symbol: string;
  readonly keyword: string | null;
  readonly message: string;
  /** A handler around it catches exactly what it raises. */
  readonly guarded: boolean;
  /** Uses that cannot work because this one fails. */
  readonly blocks: number;
  readonly fixes: readonly Fix[];
}

export interface EnvironmentFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
}

export interface Report {
  readonly notebook: string;
  readonly environment: Environment;
  readonly findings: readonly Finding[];
  readonly environmentFindings: readonly EnvironmentFinding[];
  /** Usages that were judged, and those that could not be; of `contradictions` neither. */
  readonly checked: number;
  readonly unknown: number;
  /** Why usages could not be judged, one line each, without repetition. */
  readonly unknownBecause: readonly string[];
  readonly remedies: readonly Remedy[];
  /** Null where no rewrite clears anything. */
  readonly rewriting: Rewriting | null;
  /** Null where this kernel can have the best there is. */
  readonly elsewhere: Elsewhere | null;
  readonly releases: readonly ReleaseSummary[];
  /** Null where nothing tells. */
  readonly writtenFor: WrittenFor | null;
  /** What was judged to fail and has run here all the same; absent where nobody told what ran. */
  readonly contradictions?: readonly Contradiction[];
}

/** A finding that the interpreter itself has refuted. */
export interface Contradiction {
  /** As it was said; it is no longer among the findings. */
  readonly finding: Finding;
  /** The text of the statement that ran. */
  readonly statement: string;
}

/** A notebook that could not be read, in the place of its report. */
export interface Unreadable {
  readonly notebook: string;
  readonly error: string;
}
