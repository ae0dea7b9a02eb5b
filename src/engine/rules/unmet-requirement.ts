/** TensorFlow or Keras beside releases of their requirements that they do not take. */

import { judgedVersion } from '../resolver/judged';
import { stopsOf, type Stop } from '../resolver/limits';
import { ROOTS } from '../source/usage';
import { satisfies } from '../versions';
import { unmetOf, type Unmet } from '../requirements';
import { defineRule, type Context, type Fact } from './rule';
import { fitting, list, releaseOf, titleOf } from './wording';

/** Requirements whose release decides whether the import works; others are told together. */
const WATCHED = [
  'numpy',
  'protobuf',
  'h5py',
  'ml_dtypes',
  'scipy',
  'tensorflow',
  'keras',
  'tf_keras'
];
/** More names than this are not told. */
const NAMED = 4;

export const unmetRequirement = defineRule({
  about: 'surroundings',
  id: 'unmet-requirement',
  severity: 'error',
  summary: 'An installed package needs another release of one beside it.',

  claim({ verdict }, context) {
    const [stop] = stopsOf(context.environment, context.atlas);
    return verdict.reason === 'pair' &&
      verdict.symbol.startsWith('tensorflow') &&
      stop !== undefined &&
      stop.raised.startsWith(verdict.exception)
      ? { message: stopped(stop, context), fixes: [] }
      : null;
  },

  facts(_, context): readonly Fact[] {
    return [
      ...stopsOf(context.environment, context.atlas).map(stop => ({
        severity: 'error' as const,
        message: stopped(stop, context)
      })),
      ...ROOTS.flatMap(root => [
        ...required(root, context),
        ...pythonFor(root, context)
      ])
    ];
  }
});

/** One that was measured to stop the import of TensorFlow. */
function stopped({ key, version, raised }: Stop, context: Context): string {
  const { say } = context;
  const cap = capOf(key, context);
  const says = say(
    '%1 cannot be imported with %2 %3.',
    releaseOf('tensorflow', context),
    key,
    version
  );
  const python = say('Python says: %1', raised.split('\n')[0].slice(0, 80));
  const cure = cap === null ? null : say('Install `%1`.', cap);
  return fitting(
    cure === null ? null : `${says} ${cure} ${python}`,
    cure === null ? `${says} ${python}` : `${says} ${cure}`,
    says
  );
}

/** The requirement that the kernel's own metadata, or else what was measured, sets. */
function capOf(key: string, context: Context): string | null {
  const { kernel, world } = context;
  const own = unmetOf(requiresOf('tensorflow', context), kernel).find(
    each => each.key === key
  );
  const caps =
    world.tensorflow.kind === 'known'
      ? world.tensorflow.table.measurement.constraints
      : context.atlas.measurements
          .filter(each => each.tensorflow === measuredFor(context))
          .flatMap(each => each.constraints);
  return own === undefined
    ? (caps.find(cap => cap.startsWith(`${key}<`)) ?? null)
    : `${own.name}${own.specifier}`;
}

/** The measured release that speaks for the installed TensorFlow. */
function measuredFor({ kernel, atlas }: Context): string | null {
  const version = judgedVersion(kernel, 'tensorflow') ?? '';
  const measured = atlas.measurements.flatMap(each => each.tensorflow ?? []);
  return (
    atlas.patches.standIn('tensorflow', version, measured)?.version ?? null
  );
}

/** As the kernel's metadata has it, otherwise as the index has it for that release, markers left out. */
function requiresOf(
  root: string,
  { kernel, atlas }: Context
): readonly string[] {
  const installed = kernel.installed[root];
  return installed == null
    ? []
    : (installed.requires ??
        atlas
          .release(root, installed.version)
          ?.requires.filter(each => !each.includes(';')) ??
        []);
}

function required(root: string, context: Context): readonly Fact[] {
  const { kernel, say } = context;
  const installed = kernel.installed[root];
  if (installed == null) {
    return [];
  }
  const release = `${titleOf(root)} ${installed.version}`;
  const unmet = unmetOf(requiresOf(root, context), kernel).filter(
    // What stops the import has been told as that.
    ({ key }) =>
      root !== 'tensorflow' ||
      stopsOf(context.environment, context.atlas).every(
        stop => stop.key !== key
      )
  );
  const watched = unmet.filter(({ key }) => WATCHED.includes(key));
  const others = unmet
    .filter(({ key }) => !WATCHED.includes(key))
    .map(({ name }) => name);
  const more = others.length - NAMED;
  return [
    ...watched.map(each => ({
      severity: severityOf(root, each, context),
      message: told(release, each, context)
    })),
    ...(others.length === 0
      ? []
      : [
          {
            severity: 'warning' as const,
            message: say(
              '%1 asks for other releases of %2 than this kernel has.',
              release,
              list(
                [
                  ...others.slice(0, NAMED),
                  ...(more > 0 ? [say('%1 more', String(more))] : [])
                ],
                context
              )
            )
          }
        ])
  ];
}

function told(release: string, each: Unmet, { say }: Context): string {
  const wanted = `\`${each.name}${each.specifier}\``;
  return each.has === null
    ? say('%1 needs %2, which is not installed.', release, wanted)
    : say(
        '%1 asks for %2, and this kernel has %3 %4.',
        release,
        wanted,
        titleOf(each.key),
        each.has
      );
}

/** Error where importing the two together was measured to raise. */
function severityOf(
  root: string,
  { key }: Unmet,
  { world }: Context
): 'error' | 'warning' {
  const isPair =
    (root === 'tensorflow' && key === 'keras') || key === 'tensorflow';
  const part =
    root === 'keras' || root === 'tf_keras' ? world[root] : world.tensorflow;
  const isBroken =
    part.kind === 'broken' ||
    (root === 'tensorflow' &&
      world.line !== 'legacy' &&
      world.mount.attribute.kind === 'broken');
  return isPair && isBroken ? 'error' : 'warning';
}

/** The Python that the index has for the release: pip does not install it on another one. */
function pythonFor(root: string, context: Context): readonly Fact[] {
  const { kernel, atlas, say } = context;
  const installed = kernel.installed[root];
  const needs =
    installed == null
      ? null
      : (atlas.release(root, installed.version)?.requiresPython ?? null);
  return needs === null || satisfies(kernel.python.version, needs) !== false
    ? []
    : [
        {
          severity: 'warning',
          message: say(
            '%1 %2 asks for Python %3, and this is %4.',
            titleOf(root),
            installed?.version ?? '',
            needs,
            kernel.python.version
          )
        }
      ];
}
