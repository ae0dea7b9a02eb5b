/** By which releases an environment is judged. */

import type { Environment } from '../types';

/** The packages whose releases the atlas holds, by import name. */
export type Root = 'tensorflow' | 'keras' | 'tf_keras';

/** The release a package is judged by: the loaded one, otherwise the installed one. */
export function judgedVersion(
  environment: Environment,
  root: string
): string | null {
  return (
    environment.loaded[root] ?? environment.installed[root]?.version ?? null
  );
}

export interface Versions {
  readonly tensorflow: string | null;
  readonly keras: string | null;
  readonly tf_keras: string | null;
}

export function versionsOf(environment: Environment): Versions {
  return {
    tensorflow: judgedVersion(environment, 'tensorflow'),
    keras: judgedVersion(environment, 'keras'),
    tf_keras: judgedVersion(environment, 'tf_keras')
  };
}
