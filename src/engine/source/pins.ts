/** Releases that the notebook itself asks an installer for: `%pip install tensorflow==2.4`. */

import type { Cell } from '../types';
import type { Blanked, Magic } from './magics';
import { isOffered } from './offered';
import { commandsOf, type Word } from './shell';
import type { Pin, Span } from './usage';

/** A distribution that the notebook asks an installer for, pinned or not: then its specifier is empty. */
export interface Asked extends Pin {
  readonly command: Command;
}

/** The command of an installer that stands in no block. */
export interface Command {
  readonly tool: 'pip' | 'conda';
  /** Whether it replaces an installed release that already meets what is asked for. */
  readonly upgrades: boolean;
  /** Whether it leaves out what the distributions require. */
  readonly alone: boolean;
  /** `!pip3`, `%pip` or `!python -m pip`: what runs the pip that this kernel's own may replace; null for any other. */
  readonly head: Span | null;
}

/** Cell magics whose body is a shell script. */
const SHELLS = ['bash', 'sh', '!', 'system', 'sx'];
/** Line magics that are the installer itself, or run the rest of the line in a shell. */
const MAGIC = /^(?:pip|conda|mamba|micromamba|uv)\b|^(?:system|sx)\b\s*/;

/** Options whose value is the next word; `-c` takes one of conda and pip alike. */
const VALUED =
  /^(?:-[rcefitpnC]|--(?:requirement|constraints?|editable|index|index-url|default-index|extra-index-url|find-links|python|trusted-host|progress-bar|timeout|retries|proxy|cache-dir|src|upgrade-strategy|log|only-binary|no-binary|config-settings?|global-option|report|exists-action|channel|file|index-strategy|python-version|platform|implementation|abi))$/;
/** Options that install elsewhere than into this kernel, or not at all. */
const ELSEWHERE =
  /^(?:-t|-n|--(?:target|prefix|root|name|dry-run|download|download-only|python-version|platform))(?:=|$)/;

/** Options by which pip replaces what is there already; several letters may stand together. */
const UPGRADES =
  /^(?:--upgrade|--force-reinstall|--ignore-installed|-[A-Za-z]*[UI][A-Za-z]*)$/;
/** What may stand before pip in a command that this kernel's own pip can run as well. */
const PLAIN =
  /^[!%]?\s*(?:(?:python[\d.]*|\{sys\.executable\})\s+-m\s+)?pip[\d.]*$/;

/** What one cell asks for, in order; what stands in a block, which may never run, is left out. */
export function askedIn(cell: Cell, blanked: Blanked): readonly Asked[] {
  const { source } = cell;
  // The cell that Keras Doctor has offered is no mistake of the notebook's.
  if (isOffered(source)) {
    return [];
  }
  const asked = (
    text: string,
    offset: number,
    magic: Span | null
  ): readonly Asked[] =>
    commandsOf(text, offset).flatMap((words, index) =>
      askedOfCommand(words, {
        source,
        cell: cell.index,
        magic: index === 0 ? magic : null
      })
    );
  if (blanked.foreign !== null) {
    const head = /^\s*%%[^\n]*\n?/.exec(source)?.[0].length ?? 0;
    return SHELLS.includes(blanked.foreign)
      ? asked(source.slice(head), head, null)
      : [];
  }
  return blanked.magics
    .filter(magic => isShell(magic) && isTop(magic, source))
    .flatMap(({ text, span }) => {
      const command = text.replace(/^!/, '');
      return asked(command, span.to - command.length, span);
    });
}

function isShell({ sign, text }: Magic): boolean {
  return sign === '!' || (sign === '%' && MAGIC.test(text));
}

/** Nothing but an assignment's target stands before it: it is in no block. */
function isTop({ span }: Magic, source: string): boolean {
  const line = source.slice(source.lastIndexOf('\n', span.from - 1) + 1);
  return /^\S/.test(line);
}

interface Around {
  readonly source: string;
  readonly cell: number;
  /** The magic that the command is the first of; null in a script. */
  readonly magic: Span | null;
}

function askedOfCommand(
  words: readonly Word[],
  { source, cell, magic }: Around
): readonly Asked[] {
  const texts = words.map(({ text }) => text);
  const tool = texts.findIndex(text =>
    /^(?:.*[/\\])?(?:pip[\d.]*|conda|mamba|micromamba)(?:\.exe)?$/.test(text)
  );
  const verb = texts.indexOf('install', tool + 1);
  const begun = texts
    .slice(0, Math.max(tool, 0))
    .every(
      text =>
        /^(?:uv|sudo|-m|-\w+|%?(?:system|sx)|\w+=\S*)$/.test(text) ||
        isPython(text)
    );
  const direct = texts
    .slice(tool + 1, Math.max(verb, 0))
    .every(text => text.startsWith('-'));
  if (tool < 0 || verb < 0 || !begun || !direct) {
    return [];
  }
  const asked = words.slice(verb + 1);
  const conda = /(?:conda|mamba)(?:\.exe)?$/.test(texts[tool]);
  const isElsewhere = (text: string) =>
    ELSEWHERE.test(text) || (conda && text === '-p');
  if (asked.some(({ text }) => isElsewhere(text))) {
    return [];
  }
  const head = magic && { from: magic.from, to: words[tool].span.to };
  const command: Command = {
    tool: conda ? 'conda' : 'pip',
    upgrades: asked.some(({ text }) => UPGRADES.test(text)),
    alone: asked.some(({ text }) => text === '--no-deps'),
    head:
      head && PLAIN.test(source.slice(head.from, head.to).trim()) ? head : null
  };
  return asked
    .filter(
      ({ text }, index) =>
        !/^[-<>&]|^\d>/.test(text) && !VALUED.test(asked[index - 1]?.text ?? '')
    )
    .flatMap(word => askedBy(word, conda))
    .map(each => ({ ...each, cell, command }));
}

/** `python`, `python3`, `{sys.executable}`, `$PYTHON`, or a path to one. */
function isPython(text: string): boolean {
  return /python[\d.]*(?:\.exe)?$/i.test(text) || /^[{$].*[}\w]$/.test(text);
}

/** `name[extra]specifier`, spaces allowed where it is quoted, or without one; conda's `name=2.4` too. */
function askedBy(word: Word, conda: boolean): readonly Omit<Pin, 'cell'>[] {
  const parts =
    /^(?:[\w.-]+::)?([A-Za-z0-9][\w.-]*?)\s*(?:\[[^\]]*\])?\s*((?:[<>=!~]=?|===)[^;@{}$`]+)?$/.exec(
      word.text
    );
  if (!parts) {
    return [];
  }
  const [, name, pinned] = parts;
  if (pinned === undefined) {
    return [written(word, name, '')];
  }
  const specifier = conda ? asPip(pinned) : pinned.replace(/\s+/g, '');
  const valid = specifier
    .split(',')
    .every(each => /^(?:={2,3}|[<>!~]=|[<>])[^<>=!~]/.test(each));
  return valid ? [written(word, name, specifier)] : [];
}

function written(
  { text, span }: Word,
  name: string,
  specifier: string
): Omit<Pin, 'cell'> {
  return {
    written: text,
    name: name.toLowerCase().replace(/[-_.]+/g, '_'),
    specifier,
    span
  };
}

/** conda's `=2.4` is any 2.4, its `=2.4=build` names a build, and a lone number is exact. */
function asPip(specifier: string): string {
  return specifier
    .split(',')
    .map(each => {
      const fuzzy = /^=([^=]+)(?:=.*)?$/.exec(each.trim());
      const exact = /^==([^=]+)=.*$/.exec(each.trim());
      return fuzzy
        ? `==${fuzzy[1].replace(/(?:\.\*|\*)$/, '')}.*`
        : exact
          ? `==${exact[1]}`
          : each.trim();
    })
    .join(',');
}
