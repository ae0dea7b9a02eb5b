/** What an import statement finds, and what it binds. */

import type { Usage } from '../source/usage';
import type { Environment } from '../types';
import { compareVersions } from '../versions';
import type { Lookup } from './lookup';
import { outcomeOf, unknownOutcome, type Outcome } from './outcome';
import { fail, type Step } from './step';
import type { Value } from './verdict';
import type { Walker } from './walk';
import { told } from '../text';

export class Imports {
  constructor(
    private readonly lookup: Lookup,
    private readonly walker: Walker,
    private readonly environment: Environment
  ) {}

  judge(usage: Usage & { kind: 'import' | 'from' }): Outcome {
    const certain = !usage.place.conditional && !usage.place.deferred;
    const names = usage.path.map(segment => segment.name);
    const [root = ''] = names;
    if (usage.variable !== null || root === 'tf') {
      return this.ofVariable(root);
    }
    let step: Step = this.lookup.importRoot(root);
    let shown = root;
    let segment = 0;
    const first = step;
    while (step.kind === 'module' && segment + 1 < names.length) {
      segment += 1;
      shown = `${shown}.${names[segment]}`;
      step = this.lookup.importModule(shown, certain);
    }
    if (
      step.kind === 'module' &&
      usage.kind === 'from' &&
      usage.name !== null
    ) {
      segment += 1;
      shown = `${shown}.${usage.name.name}`;
      step = this.lookup.member(step, usage.name.name, 'from', certain);
    }
    const outcome = outcomeOf(step, { segment, symbol: shown });
    if (usage.kind === 'from' || step.kind !== 'module') {
      return outcome;
    }
    if (!usage.aliased) {
      return {
        verdict: outcome.verdict,
        value: first.kind === 'failure' ? null : first
      };
    }
    if (usage.called) {
      return outcome;
    }
    const { lost, displaced } = this.lookup.aliased(names);
    return lost < 0
      ? aliased(outcome, displaced, this.attribute(first, names.slice(1), step))
      : outcomeOf(fail('symbol', this.importFrom), {
          segment: lost,
          symbol: names.slice(0, lost + 1).join('.')
        });
  }

  /**
   * `import a.b as x` binds the attribute `b` of `a`: the module that was
   * imported, unless the package put another in its place after loading it.
   */
  private attribute(
    root: Step,
    names: readonly string[],
    imported: Value & { kind: 'module' }
  ): Value | null {
    const value =
      root.kind === 'module'
        ? this.walker.walk(root, names, false).value
        : null;
    return value?.kind === 'module' && value.path !== imported.path
      ? value
      : null;
  }

  /** What a name raises that `import … as` misses: CPython 3.6 looks at the attribute, later ones import from the package. */
  private get importFrom(): string {
    const { version } = this.environment.python;
    return compareVersions(version, '3.7') < 0
      ? 'AttributeError'
      : 'ImportError';
  }

  /** `from tf.keras …`: Python looks for a module called `tf`. */
  private ofVariable(root: string): Outcome {
    const real =
      this.environment.installed[root] != null ||
      this.environment.shadowing?.some(shadow => shadow.module === root);
    return real
      ? unknownOutcome(told('there is a package or file called %1 here', root))
      : {
          verdict: {
            status: 'missing',
            reason: 'alias',
            segment: 0,
            symbol: root,
            exception: 'ModuleNotFoundError',
            detail: null
          },
          value: null
        };
  }
}

/** The attribute where that is another module than the loaded one; otherwise the import of its package may have put it there, or not. */
function aliased(
  outcome: Outcome,
  displaced: boolean,
  shown: Value | null
): Outcome {
  return shown !== null && displaced
    ? { ...outcome, value: shown }
    : { ...outcome, instead: shown };
}
