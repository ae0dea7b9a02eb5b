/** Which distribution is to supply TensorFlow: the installed flavour, where the release has it. */

import { unmetOf } from '../requirements';
import type { Environment } from '../types';

export interface Flavour {
  readonly distribution: string;
  /** Distributions that have to go first. */
  readonly removes: readonly string[];
}

/** Brought along by `tensorflow` itself on Windows (2.10 to 2.18) and macOS (2.13 to 2.15): requirements of those releases. */
const BROUGHT = ['tensorflow-intel', 'tensorflow-macos'];

/**
 * Two distributions that supply `tensorflow` share its folder, and taking one
 * away takes files of the other: where one has to go, all of them go.
 */
export function flavourOf(
  environment: Environment,
  wheels: Readonly<Record<string, readonly string[]>>
): Flavour {
  const installed = environment.installed['tensorflow'];
  const all =
    installed == null
      ? []
      : [
          installed.distribution,
          ...(installed.others ?? []).map(each => each.distribution)
        ];
  const own = all.filter(
    each => !BROUGHT.includes(each) || !all.includes('tensorflow')
  );
  const kept = own.find(each => wheels[each] !== undefined) ?? 'tensorflow';
  return {
    distribution: kept,
    removes: own.some(each => each !== kept) ? own : []
  };
}

/** Whether what tf-keras requires, `tensorflow` by that name, would bring a second distribution of it. */
export function isPlain({ distribution }: Flavour): boolean {
  return distribution === 'tensorflow';
}

/** Whether the metadata of a release excludes a release of another distribution, wherever it is installed. */
export function excludes(
  requires: readonly string[],
  other: {
    readonly key: string;
    readonly version: string;
    readonly environment: Environment;
  }
): boolean {
  const { key, version, environment } = other;
  const installed = { [key]: { version, distribution: key } };
  return unmetOf(requires, { ...environment, installed }).some(
    each => each.has !== null
  );
}
