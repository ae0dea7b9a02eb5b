/** What an environment has, in the words of the panel. Without an atlas: what is installed, and no judgement of it. */

import type { Atlas } from './atlas/atlas';
import {
  seriesOf,
  sameRelease,
  satisfies,
  splitRequirement,
  normalizedName,
  majorOf
} from './versions';
import { judgedVersion } from './resolver/judged';
import { stopsOf } from './resolver/limits';
import type { Part } from './resolver/parts';
import { heeded, isUnheeded } from './resolver/variables';
import { worldOf, type World } from './resolver/world';
import { plain, saying, type Say } from './text';
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
  /** False where it was measured to stop the import, or a measured cap excludes it; null where that is not known. */
  readonly works: boolean | null;
}

export interface EnvironmentSummary {
  readonly rows: readonly SummaryRow[];
  readonly companions: readonly Companion[];
}

const COMPANIONS = ['numpy', 'protobuf', 'h5py', 'ml_dtypes'];

export function summarize(
  environment: Environment,
  atlas: Atlas | null,
  say: Say = plain
): EnvironmentSummary {
  const world =
    atlas === null ? null : worldOf(heeded(environment, atlas), atlas);
  const backend = backendOf(environment);
  const rows = [
    packageRow('tensorflow', { environment, world, say }),
    ...(world === null ? [] : mountRow({ environment, world, say })),
    packageRow('keras', { environment, world, say }),
    packageRow('tf_keras', { environment, world, say }),
    ...(backend === null
      ? []
      : [
          {
            label: say('backend'),
            version: backend.name,
            afterRestart: null,
            note: backend.why(say),
            state: 'works' as const
          }
        ])
  ];
  return { rows, companions: companionsOf(environment, atlas) };
}

interface Seen<W> {
  readonly environment: Environment;
  readonly world: W;
  readonly say: Say;
}

function packageRow(
  root: 'tensorflow' | 'keras' | 'tf_keras',
  { environment, world, say }: Seen<World | null>
): SummaryRow {
  const installed = environment.installed[root] ?? null;
  const loaded = environment.loaded[root] ?? null;
  const part = world?.[root] ?? null;
  const label = root === 'tensorflow' ? 'TensorFlow' : root;
  const version = judgedVersion(environment, root);
  if (part?.kind === 'absent' || version === null) {
    return {
      label,
      version: null,
      afterRestart: null,
      note: say('not installed'),
      state: 'absent'
    };
  }
  const moved =
    installed !== null &&
    loaded !== null &&
    !sameRelease(installed.version, loaded);
  const distribution =
    installed !== null && installed.distribution !== root.replace('_', '-')
      ? installed.distribution
      : '';
  return {
    label,
    version,
    afterRestart: moved ? installed.version : null,
    note: part === null ? distribution : noteOf(part, { distribution, say }),
    state: part === null ? 'unknown' : stateOf(part)
  };
}

function noteOf(
  part: Part,
  { distribution, say }: { distribution: string; say: Say }
): string {
  switch (part.kind) {
    case 'broken':
      return say('cannot be imported: %1', part.exception);
    case 'unknown':
      return saying(say, part.why);
    case 'known':
      return part.neighbour
        ? say('judged as %1, the nearest in this atlas', part.measured)
        : distribution;
    case 'absent':
      return say('not installed');
  }
}

function stateOf(part: Part): SummaryRow['state'] {
  return part.kind === 'known' ? 'works' : part.kind;
}

/** What `tensorflow.keras` really is here. */
function mountRow({
  environment,
  world,
  say
}: Seen<World>): readonly SummaryRow[] {
  if (world.tensorflow.kind === 'absent') {
    return [];
  }
  const source = world.line === 'legacy' ? 'tf_keras' : 'keras';
  const version =
    world.line === 'inside'
      ? seriesOf(judgedVersion(environment, 'tensorflow') ?? '')
      : judgedVersion(environment, source);
  const afterRestart = isUnheeded(environment)
    ? (environment.installed['tf_keras']?.version ?? null)
    : null;
  const base = { label: 'tf.keras', version, afterRestart };
  const { attribute } = world.mount;
  if (attribute.kind === 'broken') {
    return [
      {
        ...base,
        note: say('cannot be imported: %1', attribute.exception),
        state: 'broken'
      }
    ];
  }
  if (world.line === 'inside') {
    return [
      {
        ...base,
        version: null,
        note: say('inside TensorFlow'),
        state: stateOf(world.tensorflow)
      }
    ];
  }
  if (world.line === 'none' || version === null) {
    return [
      {
        ...base,
        note: say('%1 is not installed', source),
        state: 'unknown'
      }
    ];
  }
  return [
    {
      ...base,
      note:
        attribute.kind === 'unknown'
          ? saying(say, attribute.why)
          : say('is the installed %1', source),
      state: attribute.kind === 'unknown' ? 'unknown' : stateOf(world[source])
    }
  ];
}

/** Keras 3 chooses its backend by variable, then keras.json, then "tensorflow" (keras.io, "Configuring your backend"). */
function backendOf(
  environment: Environment
): { name: string; why: (say: Say) => string } | null {
  const version = judgedVersion(environment, 'keras');
  if (version === null || majorOf(version) !== 3) {
    return null;
  }
  const { loaded, variables, kerasConfig } = environment;
  if (loaded['backend'] !== undefined) {
    return { name: loaded['backend'], why: say => say('loaded') };
  }
  if (variables['KERAS_BACKEND'] !== undefined) {
    return { name: variables['KERAS_BACKEND'], why: () => 'KERAS_BACKEND' };
  }
  if (kerasConfig?.backend !== undefined) {
    return { name: kerasConfig.backend, why: () => 'keras.json' };
  }
  return { name: 'tensorflow', why: say => say('the default of keras 3') };
}

function companionsOf(
  environment: Environment,
  atlas: Atlas | null
): readonly Companion[] {
  const tensorflow = judgedVersion(environment, 'tensorflow');
  const measured = atlas?.measurements.find(
    each => seriesOf(each.tensorflow ?? '') === seriesOf(tensorflow ?? ' ')
  );
  const stops = atlas === null ? [] : stopsOf(environment, atlas);
  return COMPANIONS.flatMap(name => {
    const version = judgedVersion(environment, name);
    if (version === null) {
      return [];
    }
    const caps = (measured?.constraints ?? []).flatMap(cap => {
      const requirement = splitRequirement(cap);
      return requirement !== null && normalizedName(requirement.name) === name
        ? [satisfies(version, requirement.specifier)]
        : [];
    });
    const stopping = stops.some(({ key }) => key === name);
    const works =
      stopping || caps.includes(false)
        ? false
        : measured === undefined
          ? null
          : true;
    return [{ name, version, works }];
  });
}
