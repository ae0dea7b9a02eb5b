/** Origins against real runs: an object that is really read is one of those that the analysis names. */

import { spawnSync } from 'child_process';
import { join } from 'path';

import { settled } from '../../../src/engine/resolver/conditions';
import { courseOf } from '../../../src/engine/resolver/course';
import { Evaluation } from '../../../src/engine/resolver/evaluation';
import { Holdings } from '../../../src/engine/resolver/holdings';
import { Lookup } from '../../../src/engine/resolver/lookup';
import { Instances } from '../../../src/engine/resolver/instances';
import { Stars } from '../../../src/engine/resolver/stars';
import { ModuleState } from '../../../src/engine/resolver/state';
import { Memory } from '../../../src/engine/resolver/memory';
import { Walker } from '../../../src/engine/resolver/walk';
import { worldOf } from '../../../src/engine/resolver/world';
import { analyze } from '../../../src/engine/source/analyze';
import { rangeOf } from '../../../src/engine/source/lines';
import type { Usage } from '../../../src/engine/source/usage';
import { shippedAtlas } from '../atlas';
import { environmentOf } from '../conformance/truth';
import { Flows } from './flows';
import { Random } from './random';
import { codeCells, isNamed } from './render';

interface Run {
  readonly readings: readonly (readonly [number, number, number, string])[];
  /** The cell that stopped the run, and why. */
  readonly failed: string | null;
}

const NOTEBOOKS = 600;

function python(args: readonly string[], input: string): string | null {
  const { status, stdout } = spawnSync('python3', args, {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28
  });
  return status === 0 ? stdout : null;
}

const usable = python(
  ['-c', 'import sys; print(sys.version_info >= (3, 11))'],
  ''
)?.startsWith('True');
/** Without CPython 3.11 or newer there is nobody to ask: the run says so. */
const withPython = usable ? describe : describe.skip;

/** Absolute paths of what a usage may yield. */
function pathsOf(id: number, usages: readonly Usage[]): string[] {
  const usage = usages[id];
  const names = (segments: readonly { name: string }[]) =>
    segments.map(({ name }) => name);
  switch (usage.kind) {
    case 'import':
      return [
        names(usage.aliased ? usage.path : usage.path.slice(0, 1)).join('.')
      ];
    case 'from':
      return [
        names([...usage.path, ...(usage.name ? [usage.name] : [])]).join('.')
      ];
    case 'attribute':
      return usage.origin.usages.flatMap(from =>
        pathsOf(from, usages).map(path =>
          [path, ...names(usage.path)].join('.')
        )
      );
    case 'call':
    case 'keyword':
    case 'variable':
      return [];
  }
}

/** The Python that runs the notebooks, beside packages that no test of theirs asks for. */
const environment = {
  ...environmentOf('tf2.15'),
  python: {
    version:
      python(
        ['-c', 'import platform; print(platform.python_version())'],
        ''
      )?.trim() ?? ''
  }
};

/** The usages as this Python takes them; null for one that it does not reach. */
function taken(usages: readonly Usage[]): readonly (Usage | null)[] {
  const world = worldOf(environment, shippedAtlas());
  const lookup = new Lookup(world, environment, new ModuleState());
  const walker = new Walker(
    lookup,
    new Instances(world, { graph: false, within: false }),
    new Memory()
  );
  const holdings = new Holdings(usages, new Map());
  const stars = new Stars(walker, new Map(), usages);
  const evaluation = new Evaluation(
    { world, environment, walker, holdings, stars },
    courseOf(usages).bases
  );
  return usages.map(usage => settled(usage, evaluation));
}

interface Verdict {
  readonly text: string;
  /** The object is among the alternatives. */
  readonly named: boolean;
  readonly open: boolean;
  /** A condition keeps others from being named too. */
  readonly told: boolean;
}

/** For each reading of a chain that the analysis has: whether the object is one that it names. */
function verdicts(cells: readonly string[], run: Run): Verdict[] {
  const written = analyze(codeCells(cells)).usages;
  const reached = taken(written);
  const usages = written.map((usage, id) => reached[id] ?? usage);
  const at = new Map<string, { usage: Usage; before: readonly string[] }>();
  for (const usage of usages) {
    if (usage.kind === 'attribute' && isNamed(usage, usages)) {
      usage.path.forEach(({ span }, index) => {
        const cell = usage.place.cell;
        const { endLine, endColumn } = rangeOf(cells[cell], span);
        const before = usage.path.slice(0, index).map(({ name }) => name);
        at.set(`${cell} ${endLine} ${endColumn}`, { usage, before });
      });
    }
  }
  return run.readings.flatMap(([cell, line, column, path]) => {
    const found = at.get(`${cell} ${line} ${column}`);
    if (!found || found.usage.kind !== 'attribute') {
      return [];
    }
    const { origin } = found.usage;
    const known = origin.usages.flatMap(from =>
      pathsOf(from, usages).map(base => [base, ...found.before].join('.'))
    );
    const text = `cell ${cell}, line ${line}, column ${column}: ${path}, not ${known}`;
    // What came from something open further back may be anything, too.
    const isReached = reached[found.usage.id] !== null;
    const open = isReached && isOpen(found.usage, usages);
    const before = written[found.usage.id];
    const told =
      found.usage.place.conditions !== undefined ||
      (before.kind === 'attribute' &&
        before.origin.usages.length > origin.usages.length);
    const named = isReached && known.includes(path);
    return [
      { text: isReached ? text : `${text}, not reached`, named, open, told }
    ];
  });
}

/** What a call yields may be anything. */
function isOpen(usage: Usage, usages: readonly Usage[]): boolean {
  return (
    usage.kind === 'call' ||
    (usage.kind === 'attribute' &&
      (usage.origin.open ||
        usage.origin.usages.some(from => isOpen(usages[from], usages))))
  );
}

withPython('against real runs', () => {
  const flows = new Flows(new Random(5));
  const notebooks = Array.from({ length: NOTEBOOKS }, () => flows.notebook());
  const output = python(
    [join(__dirname, 'tracer.py')],
    JSON.stringify(notebooks)
  );
  const runs: Run[] = JSON.parse(output ?? '[]');
  const all = runs.flatMap((run, index) =>
    verdicts(notebooks[index], run).map(verdict => ({ ...verdict, index }))
  );

  it('has enough to compare', () => {
    expect(runs).toHaveLength(NOTEBOOKS);
    const whole = runs.filter(({ failed }) => failed === null);
    expect(whole.length).toBeGreaterThan(NOTEBOOKS / 2);
    expect(all.filter(({ open }) => !open).length).toBeGreaterThan(3000);
    const told = all.filter(each => each.told && !each.open);
    expect(told.length).toBeGreaterThan(500);
  });

  it('names every object that is read', () => {
    const wrong = all.filter(({ named, open }) => !named && !open);
    const [first] = wrong;
    expect(
      first && {
        count: wrong.length,
        text: first.text,
        failed: runs[first.index].failed,
        cells: notebooks[first.index].join('\n# cell\n')
      }
    ).toBeUndefined();
  });
});
