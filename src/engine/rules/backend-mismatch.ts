/** The backend that Keras is asked for: not installed, no backend at all, or asked for in vain. */

import { chosenBackend, hasChoice, raisedWithout } from '../resolver/backends';
import { judgedVersion } from '../resolver/judged';
import { BACKEND, type Setting } from '../resolver/variables';
import type { Usage } from '../source/usage';
import { isConditional } from '../source/certain';
import { defineRule, type Context, type Fact, type Reading } from './rule';
import { notesAtSettings } from './settings';
import { fitting, releaseOf, titleOf } from './wording';

/** What is offered in place of one that is not there, by what is installed. */
const OFFERED = ['tensorflow', 'jax', 'torch'];

export const backendMismatch = defineRule({
  about: 'surroundings',
  id: 'backend-mismatch',
  severity: 'error',
  summary: 'Keras is asked for a backend that it cannot have here.',

  claim({ verdict }, context) {
    const { symbol } = verdict;
    // A name that is no backend stops the import of TensorFlow as well.
    const ours =
      chosenBackend(context.environment)?.state === 'unknown'
        ? /^tensorflow\b/
        : /^tensorflow\.keras\b/;
    const isKeras =
      /^keras\b/.test(symbol) ||
      (context.world.line === 'keras3' && ours.test(symbol));
    const message =
      verdict.reason === 'pair' && isKeras ? lacks(context) : null;
    return message === null ? null : { message, fixes: [] };
  },

  notes(notebook, context) {
    return notesAtSettings(BACKEND, notebook, context, setting => {
      const { value } = setting.usage;
      return value === null
        ? null
        : (ignored(value, context) ??
            missed(setting, context) ??
            crossed(notebook, context));
    });
  },

  facts(notebook, context): readonly Fact[] {
    const { kernel, environment, atlas, world } = context;
    // What the notebook itself sets is told where it sets it.
    if (kernel.variables[BACKEND] !== environment.variables[BACKEND]) {
      return [];
    }
    const asked = kernel.variables[BACKEND] ?? kernel.kerasConfig?.backend;
    const vain =
      asked === undefined
        ? null
        : (ignored(asked, context) ?? crossed(notebook, context));
    if (vain !== null) {
      return [{ severity: 'warning', message: vain }];
    }
    const message = lacks(context);
    const raises =
      world.keras.kind === 'broken' ||
      raisedWithout(environment, atlas) != null;
    return message === null
      ? []
      : [{ severity: raises ? 'error' : 'warning', message }];
  }
});

/** The backend that this Keras would take is not there; null where it is, or where that is not known. */
function lacks(context: Context): string | null {
  const { environment, atlas, say } = context;
  const backend = chosenBackend(environment);
  if (backend === null) {
    return null;
  }
  const keras = releaseOf('keras', context);
  const why =
    backend.from === null
      ? say('the default')
      : backend.from === 'variable'
        ? BACKEND
        : 'keras.json';
  const instead = OFFERED.find(
    name => name !== backend.name && environment.installed[name] != null
  );
  const cure =
    instead === undefined
      ? null
      : say('Set %1 to `%2`, which is installed.', BACKEND, instead);
  const isName = !(
    raisedWithout(environment, atlas)?.startsWith('ValueError') ?? false
  );
  if (backend.state === 'unknown' || (backend.state === 'absent' && !isName)) {
    const says = say(
      '`%1` (%2) is no backend of %3, and importing keras raises.',
      backend.name.slice(0, 20),
      why,
      keras
    );
    return fitting(cure === null ? null : `${says} ${cure}`, says);
  }
  if (backend.state !== 'absent') {
    return null;
  }
  const says = say(
    '%1 is to run on %2 (%3), which is not installed.',
    keras,
    titleOf(backend.name),
    why
  );
  return fitting(cure === null ? null : `${says} ${cure}`, says);
}

/** This Keras reads no such variable. */
function ignored(value: string, context: Context): string | null {
  const { environment, say } = context;
  const keras = judgedVersion(environment, 'keras');
  return value === 'tensorflow' || keras === null || hasChoice(keras)
    ? null
    : say(
        '%1 runs on TensorFlow only: asking for the backend `%2` has no effect.',
        releaseOf('keras', context),
        value.slice(0, 20)
      );
}

/** Keras has read the variable before the notebook sets it. */
function missed(
  { usage, after, loaded }: Setting,
  context: Context
): string | null {
  const { kernel, environment, say } = context;
  const value = usage.value ?? '';
  const running = loaded
    ? kernel.loaded['backend']
    : chosenBackend(environment)?.name;
  if (running === undefined || running === value) {
    return null;
  }
  if (loaded) {
    return say(
      'This kernel has loaded keras on %1. Restart it to run on `%2`.',
      titleOf(running),
      value
    );
  }
  return after === null || isConditional(after.place)
    ? null
    : say(
        '%1 comes too late: keras is loaded in cell %2 and stays on %3. Set it before.',
        BACKEND,
        String(after.place.cell + 1),
        titleOf(running)
      );
}

/** The notebook uses the Keras of TensorFlow, which runs on that backend too. */
function crossed(
  { usages, verdicts }: Reading,
  context: Context
): string | null {
  const { environment, world, say } = context;
  const backend = chosenBackend(environment);
  const uses = usages.some(
    usage => isOfTensorflow(usage) && verdicts[usage.id]?.status === 'found'
  );
  return backend === null ||
    backend.name === 'tensorflow' ||
    backend.state !== 'installed' ||
    world.line !== 'keras3' ||
    !uses
    ? null
    : say(
        '`tensorflow.keras` is %1 here, and runs on %2 as %3 asks, not on TensorFlow.',
        releaseOf('keras', context),
        backend.name,
        backend.from === 'variable' ? BACKEND : 'keras.json'
      );
}

function isOfTensorflow(usage: Usage): boolean {
  switch (usage.kind) {
    case 'variable':
    case 'call':
    case 'keyword':
      return false;
    case 'attribute':
      return (
        usage.path[0]?.name === 'keras' &&
        ['tf', 'tensorflow'].includes(usage.base.name)
      );
    case 'import':
      return (
        usage.path[0]?.name === 'tensorflow' && usage.path[1]?.name === 'keras'
      );
    case 'from':
      return (
        usage.path[0]?.name === 'tensorflow' &&
        (usage.path[1] ?? usage.name)?.name === 'keras'
      );
  }
}
