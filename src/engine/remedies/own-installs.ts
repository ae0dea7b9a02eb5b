/** The notebook's own installs that would undo a repair, and what is to be written there instead. */

import { readRequirement } from '../requirements';
import { isOffered } from '../source/offered';
import type { Asked } from '../source/pins';
import type { Analysis } from '../source/usage';
import type { Say } from '../text';
import type { Remedy } from '../offers';
import type { Cell, Environment } from '../types';
import { normalizedName, satisfies } from '../versions';
import type { Candidate } from './candidates';
import { changesOf, wishOf, type Wanted } from './pin-changes';

/** What a notebook asks an installer for, and where it imports first. */
export interface OwnInstalls {
  readonly cells: readonly Cell[];
  readonly asked: readonly Asked[];
  /** Null where it imports nothing of ours. */
  readonly firstImport: { readonly cell: number; readonly from: number } | null;
}

export interface Around {
  readonly own: OwnInstalls;
  readonly environment: Environment;
  readonly say: Say;
}

export type Undoing = Pick<Remedy, 'pins' | 'place' | 'there' | 'warnings'>;

export function ownInstalls(
  { usages, asked }: Analysis,
  cells: readonly Cell[]
): OwnInstalls {
  const [firstImport = null] = usages
    .filter(({ kind }) => kind === 'import' || kind === 'from')
    .map(({ place }) => ({ cell: place.cell, from: place.statement.from }))
    .sort((a, b) => a.cell - b.cell || a.from - b.from);
  return { cells, asked, firstImport };
}

export function undoing(candidate: Candidate, around: Around): Undoing {
  const { install } = candidate;
  const { own, say } = around;
  const wanted = [...install.requirements, ...install.alone].flatMap(text => {
    const requirement = readRequirement(text);
    return requirement === null ? [] : [{ ...requirement, text }];
  });
  const adverse = own.asked.filter(each => undoes(each, wanted));
  const warnings = adverse
    .filter(({ command }) => command.tool === 'conda')
    .map(({ cell, written }) =>
      say(
        'Cell %1 asks conda for `%2`, which undoes this. Take it out of that line.',
        String(cell + 1),
        written.slice(0, 60)
      )
    );
  const pinned = adverse.filter(({ command }) => command.tool === 'pip');
  const commands = canBeOwn(candidate, around)
    ? own.asked.filter(each => isEarly(each, own)).map(({ command }) => command)
    : [];
  const there = commands
    .map(command => own.asked.filter(each => each.command === command))
    .find(each => saysAll(each, wanted))?.[0];
  if (adverse.length === 0 && there !== undefined) {
    const cellId = idOf(there.cell, own);
    return {
      pins: [],
      place: 'there',
      there: { cell: there.cell, cellId },
      warnings
    };
  }
  const carrier = pinned.find(({ command }) => commands.includes(command));
  return {
    pins: changesOf(pinned, { ...own, wanted, carrier: carrier ?? null, say }),
    place: carrier === undefined ? 'cell' : 'pins',
    there: null,
    warnings
  };
}

/** Whether one command of the notebook's can do all that the repair cell does; where there is one already, that is the place. */
function canBeOwn(
  { install }: Candidate,
  { own, environment }: Around
): boolean {
  return (
    install.removes.length === 0 &&
    install.alone.length === 0 &&
    Object.keys(install.variables).length === 0 &&
    environment.installer?.pip !== false &&
    !own.cells.some(({ kind, source }) => kind === 'code' && isOffered(source))
  );
}

/** Whether this kernel's pip may run the command, and before the first import. */
function isEarly(
  { cell, command: { tool, alone, head } }: Asked,
  { firstImport }: OwnInstalls
): boolean {
  return (
    tool === 'pip' &&
    !alone &&
    head !== null &&
    (firstImport === null ||
      cell < firstImport.cell ||
      (cell === firstImport.cell && head.from < firstImport.from))
  );
}

function saysAll(asked: readonly Asked[], wanted: readonly Wanted[]): boolean {
  const said = asked.map(({ written }) => plain(written));
  return (
    wanted.length > 0 && wanted.every(({ text }) => said.includes(plain(text)))
  );
}

const plain = (text: string): string => text.replace(/\s+/g, '').toLowerCase();

/** Whether a line that runs after the install, or again with it, leaves another release. */
function undoes(each: Asked, wanted: readonly Wanted[]): boolean {
  const wish = wishOf(each, wanted);
  if (wish === undefined) {
    return false;
  }
  const { specifier, command } = each;
  const own = exact(specifier);
  const version = exact(wish.specifier);
  if (version === null) {
    return own === null
      ? command.upgrades
      : satisfies(own, wish.specifier) === false;
  }
  return (
    normalizedName(wish.name) !== each.name ||
    (specifier !== '' && satisfies(version, specifier) === false) ||
    (command.upgrades && own === null)
  );
}

/** The one version that a specifier leaves. */
function exact(specifier: string): string | null {
  return /^={2,3}([^,*]+)$/.exec(specifier)?.[1] ?? null;
}

function idOf(index: number, { cells }: OwnInstalls): string | null {
  return cells.find(each => each.index === index)?.id ?? null;
}
