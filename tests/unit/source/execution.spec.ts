/** Origins against real runs: an object that is really read is one of those that the analysis names. */

import { spawnSync } from 'child_process';
import { join } from 'path';

import { analyze } from '../../../src/engine/source/analyze';
import { rangeOf } from '../../../src/engine/source/lines';
import type { Usage } from '../../../src/engine/source/usage';
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

interface Verdict {
  readonly text: string;
  /** The object is among the alternatives. */
  readonly named: boolean;
  readonly open: boolean;
}

/** For each reading of a chain that the analysis has: whether the object is one that it names. */
function verdicts(cells: readonly string[], run: Run): Verdict[] {
  const { usages } = analyze(codeCells(cells));
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
    const open = isOpen(found.usage, usages);
    return [{ text, named: known.includes(path), open }];
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
