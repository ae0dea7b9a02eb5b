/** A kernel with another Python, where this one has no wheel of what the notebook needs. */

import type { Atlas } from '../atlas/atlas';
import type { Say } from '../text';
import type { Elsewhere, WrittenFor } from '../offers';
import type { Environment, PythonFacts } from '../types';
import { compareVersions, seriesOf } from '../versions';
import type { Candidate } from './candidates';
import { compare } from './choice';
import { isClosed } from './obstacles';
import type { Tried } from './search';
import { installable } from './wheels';

/** The oldest Python that uv installs packages for. */
const OF_UV = '3.8';

export interface Needed {
  readonly tried: readonly Tried[];
  /** Usages that fail at best in this kernel, whatever it can have installed. */
  readonly atBest: number;
  readonly environment: Environment;
  readonly written: WrittenFor | null;
  readonly atlas: Atlas;
  readonly say: Say;
}

/** The best install that only another Python takes; null where none clears more than one that this kernel takes. */
export function elsewhereOf(needed: Needed): Elsewhere | null {
  const { tried, atBest, environment, atlas, say } = needed;
  const closed = isClosed(environment);
  const found = tried
    .filter(
      ({ candidate, failing }) =>
        (closed || !candidate.installable) && failing.length < atBest
    )
    .sort((a, b) => compare(a, b, needed))
    .flatMap(each => {
      const pythons = pythonsOf(each.candidate, environment.python, atlas);
      return pythons.length === 0 ? [] : [{ ...each, pythons }];
    })[0];
  if (found === undefined) {
    return null;
  }
  const { candidate, failing, pythons } = found;
  const { tensorflow, distribution, install } = candidate;
  const own = seriesOf(environment.python.version) ?? '';
  const samePython = candidate.installable && pythons.includes(own);
  const python = samePython ? own : (pythons[pythons.length - 1] ?? '');
  const requirements = [...install.requirements, ...install.alone];
  return {
    title: say('%1 %2 on Python %3', distribution, tensorflow, python),
    samePython,
    tensorflow,
    pythons,
    requirements,
    failing: failing.length,
    commands: commandsFor(`tf${seriesOf(tensorflow)}`, {
      python,
      requirements,
      windows: environment.python.platform === 'win32'
    })
  };
}

/** The Pythons, oldest first, that the candidate's TensorFlow has wheels for on this machine. */
function pythonsOf(
  { tensorflow, distribution }: Candidate,
  facts: PythonFacts,
  atlas: Atlas
): readonly string[] {
  const release = atlas.release('tensorflow', tensorflow);
  const tags = release?.wheels[distribution] ?? [];
  const pythons = new Set(
    tags.flatMap(tag => /^cp(3)(\d+)-/.exec(tag)?.slice(1).join('.') ?? [])
  );
  return [...pythons]
    .filter(
      version =>
        release !== null &&
        installable(release, distribution, { ...facts, version }) === true
    )
    .sort(compareVersions);
}

interface Wanted {
  readonly python: string;
  readonly requirements: readonly string[];
  readonly windows: boolean;
}

/** Shell commands that make the kernel, one line each, by the tool that they are for. */
function commandsFor(
  name: string,
  { python, requirements, windows }: Wanted
): Elsewhere['commands'] {
  const quoted = [...requirements, 'ipykernel']
    .map(each => `"${each}"`)
    .join(' ');
  const own = windows ? `${name}\\Scripts\\python` : `${name}/bin/python`;
  const register = `-m ipykernel install --user --name ${name}`;
  const all = [
    {
      tool: 'uv',
      lines: [
        `uv venv --python ${python} ${name}`,
        `uv pip install --python ${name} ${quoted}`,
        `${own} ${register}`
      ]
    },
    {
      tool: 'conda',
      lines: [
        `conda create -y -n ${name} python=${python} pip`,
        `conda run -n ${name} python -m pip install ${quoted}`,
        `conda run -n ${name} python ${register}`
      ]
    },
    {
      tool: 'venv',
      lines: [
        windows
          ? `py -${python} -m venv ${name}`
          : `python${python} -m venv ${name}`,
        `${own} -m pip install ${quoted}`,
        `${own} ${register}`
      ]
    }
  ];
  return all.filter(
    ({ tool }) => tool !== 'uv' || compareVersions(python, OF_UV) >= 0
  );
}
