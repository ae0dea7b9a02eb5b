/** Usages against CPython's own parser and compiler, over generated code and its own library. */

import { spawnSync } from 'child_process';
import { join } from 'path';

import { analyze } from '../../../src/engine/source/analyze';
import { rangeOf } from '../../../src/engine/source/lines';
import type { Usage } from '../../../src/engine/source/usage';
import { program } from './programs';
import { Random } from './random';
import { codeCells } from './render';

type Point = readonly [line: number, column: number];

interface Facts {
  readonly source: string;
  readonly names: Readonly<Record<string, Point>>;
  readonly compiled: readonly string[];
  readonly written: readonly string[];
  readonly unplaced: readonly (readonly [Point, Point])[];
}

const PROGRAMS = 400;
const LIBRARY = 40;

function python(args: readonly string[], input: string): string | null {
  const { status, stdout } = spawnSync('python3', args, {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28
  });
  return status === 0 ? stdout : null;
}

const version = python(
  ['-c', 'import sys; print(*sys.version_info[:2])'],
  ''
)?.split(' ');
const usable = version && (Number(version[0]) > 3 || Number(version[1]) >= 11);
/** Without CPython 3.11 or newer there is nobody to ask: the run says so. */
const withPython = usable ? describe : describe.skip;

function before(a: Point, b: Point): boolean {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
}

function spotOf(usage: Usage, source: string): { at: Point; text: string } {
  const dotted = (segments: readonly { name: string }[]) =>
    segments.map(({ name }) => name).join('.');
  const place = (from: number): Point => {
    const { line, column } = rangeOf(source, { from, to: from });
    return [line, column];
  };
  switch (usage.kind) {
    case 'import':
      return {
        at: place(usage.path[0].span.from),
        text: `import ${dotted(usage.path)}`
      };
    case 'from': {
      const text = `from ${dotted(usage.path)} import ${usage.name?.name ?? '*'}`;
      const star = source.indexOf('*', usage.place.statement.from);
      return { at: place(usage.name?.span.from ?? star), text };
    }
    case 'attribute':
      return {
        at: place(usage.base.span.from),
        // The text of a `getattr` is no name to the compiler.
        text: dotted([
          usage.base,
          ...(usage.asked ? usage.path.slice(0, -1) : usage.path)
        ])
      };
    case 'call':
    case 'keyword':
    case 'variable':
      return { at: [0, 0], text: '' };
  }
}

/** What we find of what the reference asks for, written as it writes it. */
function found({ source, names }: Facts, usages: readonly Usage[]): string[] {
  return usages.flatMap(usage => {
    const { at, text } = spotOf(usage, source);
    const asked =
      usage.kind === 'attribute'
        ? names[usage.base.name] && !before(at, names[usage.base.name])
        : 'variable' in usage &&
          usage.variable === null &&
          !('called' in usage && usage.called);
    return asked ? [`${at[0]}:${at[1]} ${text}`] : [];
  });
}

/** Drops what stands in strings whose parts this interpreter places wrongly. */
function placed(spots: readonly string[], { unplaced }: Facts): string[] {
  return spots.filter(spot => {
    const [line, column] = spot.split(' ')[0].split(':').map(Number);
    const at: Point = [line, column];
    return !unplaced.some(([from, to]) => !before(at, from) && before(at, to));
  });
}

withPython('against CPython', () => {
  const random = new Random(1);
  const sources = Array.from({ length: PROGRAMS }, () => program(random));
  const input = JSON.stringify({ sources, library: LIBRARY });
  const output = python([join(__dirname, 'reference.py')], input);
  const all: (Facts | null)[] = JSON.parse(output ?? '[]');
  const parsed = all.flatMap((facts, index) => {
    const { usages, broken } = analyze(codeCells(facts ? [facts.source] : []));
    return facts ? [{ facts, index, broken, spots: found(facts, usages) }] : [];
  });

  it('has enough to compare', () => {
    const generated = parsed.filter(({ index }) => index < PROGRAMS);
    expect(generated.length).toBeGreaterThan(PROGRAMS / 2);
    expect(parsed.length - generated.length).toBeGreaterThan(LIBRARY / 2);
    const compiled = parsed.flatMap(({ facts }) => facts.compiled);
    expect(compiled.length).toBeGreaterThan(5000);
  });

  it('finds everything that the compiler reads', () => {
    for (const { facts, spots } of parsed) {
      const missed = placed(facts.compiled, facts).filter(
        spot => !spots.includes(spot)
      );
      expect({ missed, source: missed.length ? facts.source : '' }).toEqual({
        missed: [],
        source: ''
      });
    }
  });

  it('finds nothing that is not written', () => {
    for (const { facts, spots } of parsed) {
      const invented = placed(spots, facts).filter(
        spot => !facts.written.includes(spot)
      );
      expect({ invented, source: invented.length ? facts.source : '' }).toEqual(
        {
          invented: [],
          source: ''
        }
      );
    }
  });

  it('calls no cell broken that parses', () => {
    const broken = parsed.filter(cell => cell.broken.length > 0);
    expect(broken.map(({ facts }) => facts.source)).toEqual([]);
  });
});
