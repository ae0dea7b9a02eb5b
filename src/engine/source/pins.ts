/** Releases that the notebook itself asks an installer for: `%pip install tensorflow==2.4`. */

import type { Cell } from '../types';
import type { Blanked, Magic } from './magics';
import { isOffered } from './offered';
import { commandsOf, type Word } from './shell';
import type { Pin } from './usage';

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

/** Pins of one cell in order; those in a block, which may never run, are left out. */
export function pinsOf(cell: Cell, blanked: Blanked): readonly Pin[] {
  const { source } = cell;
  // The cell that Keras Doctor has offered is no mistake of the notebook's.
  if (isOffered(source)) {
    return [];
  }
  const pins = (text: string, offset: number): readonly Pin[] =>
    commandsOf(text, offset).flatMap(words =>
      pinsOfCommand(words).map(pin => ({ ...pin, cell: cell.index }))
    );
  if (blanked.foreign !== null) {
    const head = /^\s*%%[^\n]*\n?/.exec(source)?.[0].length ?? 0;
    return SHELLS.includes(blanked.foreign)
      ? pins(source.slice(head), head)
      : [];
  }
  return blanked.magics
    .filter(magic => isShell(magic) && isTop(magic, source))
    .flatMap(({ text, span }) => {
      const command = text.replace(/^!/, '');
      return pins(command, span.to - command.length);
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

function pinsOfCommand(words: readonly Word[]): readonly Omit<Pin, 'cell'>[] {
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
  return asked
    .filter(
      ({ text }, index) =>
        !/^[-<>&]|^\d>/.test(text) && !VALUED.test(asked[index - 1]?.text ?? '')
    )
    .flatMap(word => pinOf(word, conda));
}

/** `python`, `python3`, `{sys.executable}`, `$PYTHON`, or a path to one. */
function isPython(text: string): boolean {
  return /python[\d.]*(?:\.exe)?$/i.test(text) || /^[{$].*[}\w]$/.test(text);
}

/** `name[extra]specifier`, spaces allowed where it is quoted; conda's `name=2.4` too. */
function pinOf(word: Word, conda: boolean): readonly Omit<Pin, 'cell'>[] {
  const parts =
    /^(?:[\w.-]+::)?([A-Za-z0-9][\w.-]*?)\s*(?:\[[^\]]*\])?\s*((?:[<>=!~]=?|===)[^;@{}$`]+)$/.exec(
      word.text
    );
  if (!parts) {
    return [];
  }
  const specifier = conda ? asPip(parts[2]) : parts[2].replace(/\s+/g, '');
  const valid = specifier
    .split(',')
    .every(each => /^(?:={2,3}|[<>!~]=|[<>])[^<>=!~]/.test(each));
  if (!valid) {
    return [];
  }
  return [
    {
      written: word.text,
      name: parts[1].toLowerCase().replace(/[-_.]+/g, '_'),
      specifier,
      span: word.span
    }
  ];
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
