/** The interpreter's answers (tests/truth/statements.json), typed. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cell, Environment, Installed } from '../../../src/engine/types';

export interface Statement {
  readonly kind: string;
  readonly code: string;
  /** True where it runs, otherwise `Type: message`, by environment id. */
  readonly truth: Readonly<Record<string, true | string>>;
}

interface TruthEnvironment {
  readonly installed: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, string>>;
}

export interface Truth {
  readonly environments: Readonly<Record<string, TruthEnvironment>>;
  readonly statements: readonly Statement[];
}

export const truth: Truth = JSON.parse(
  readFileSync(join(__dirname, '../../truth/statements.json'), 'utf8')
);

const SUPPLIES: Readonly<Record<string, string>> = {
  'tensorflow-cpu': 'tensorflow',
  'keras-nightly': 'keras'
};

/** The environment as the probe would tell it. */
export function environmentOf(id: string): Environment {
  const { installed, variables } = truth.environments[id];
  const packages: Record<string, Installed | null> = {
    tensorflow: null,
    keras: null,
    tf_keras: null
  };
  for (const [distribution, version] of Object.entries(installed)) {
    if (distribution !== 'python') {
      const name =
        SUPPLIES[distribution] ?? distribution.replace(/-/g, '_').toLowerCase();
      packages[name] = { version, distribution };
    }
  }
  return {
    schema: 1,
    python: { version: installed['python'] },
    installed: packages,
    loaded: {},
    variables,
    unreadable: []
  };
}

/** One cell that holds a statement of the list. */
export function cellOf(code: string): Cell {
  return { index: 0, id: null, kind: 'code', source: code };
}
