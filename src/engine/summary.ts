/** What an environment has, in the words of the panel. */

import type { Atlas } from './atlas/atlas';
import { plain, type Say } from './text';
import type { Environment } from './types';

export interface SummaryRow {
  /** `TensorFlow`, `tf.keras`, `keras`, `tf_keras`, `backend`. */
  readonly label: string;
  /** What this process works with: the loaded release, otherwise the installed one; null where there is none. */
  readonly version: string | null;
  /** The installed release, where another one is loaded: it comes after a restart. */
  readonly afterRestart: string | null;
  /** `tensorflow-cpu`, `inside TensorFlow`, `is keras 2.8.0`, `needs TensorFlow 2.8`, `not installed`. */
  readonly note: string;
  readonly state: 'works' | 'broken' | 'absent' | 'unknown';
}

export interface Companion {
  readonly name: string;
  readonly version: string;
  /** False where a measured cap says that it stops the import; null where that is not known. */
  readonly works: boolean | null;
}

export interface EnvironmentSummary {
  readonly rows: readonly SummaryRow[];
  readonly companions: readonly Companion[];
}

export function summarize(
  environment: Environment,
  atlas: Atlas,
  say: Say = plain
): EnvironmentSummary {
  void environment;
  void atlas;
  void say;
  return { rows: [], companions: [] };
}
