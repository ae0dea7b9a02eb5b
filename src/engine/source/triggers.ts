/** What running a cell may change, so that hosts know when to look again. */

import type { SyntaxNode } from '@lezer/common';

import type { Cell } from '../types';
import { analyze } from './analyze';
import { chainOf } from './chain';
import { literalOf } from './literal';
import { blankMagics } from './magics';
import { readSyntax, type Syntax } from './syntax';
import { ROOTS } from './usage';

export interface Triggers {
  /** Runs pip, conda, mamba or uv in a way that changes what is installed. */
  readonly installs: boolean;
  /** Imports one of the packages that the engine judges. */
  readonly imports: boolean;
  /** Sets an environment variable. */
  readonly setsVariable: boolean;
}

/** A shell command that changes what is installed. */
const INSTALLER =
  /(?:^|[\s;&|(/\\'"}])(?:(?:pip[\d.]*|(?:micro)?mamba|conda|uv)(?:\.exe)?['"]?\s[^;&|\n]*\b(?:install|uninstall|update|upgrade|remove|add|sync)\b|easy_install\b)/;
/** Magics whose text is a command line, or names the installer itself. */
const COMMAND = /^%?(?:pip|(?:micro)?mamba|conda|uv|system|sx|sc|bash|sh)\b/;
/** Cell magics whose body is a shell script. */
const SHELLS = ['bash', 'sh', 'script', 'system', 'sx', '!', 'cmd', 'pip'];
/** Functions that run the command, or import the module, in their literals. */
const RUNNERS =
  /^(run|call|check_call|check_output|Popen|popen|system|getoutput|getstatusoutput|main|magic|run_line_magic|run_cell_magic)$/;
const IMPORTERS = ['import_module', '__import__'];

/** Every plain string literal under `node`. */
function literalsUnder(node: SyntaxNode, syntax: Syntax): readonly string[] {
  const literals: string[] = [];
  node.cursor().iterate(ref => {
    const literal = ref.name.endsWith('String')
      ? literalOf(ref.node, syntax)
      : null;
    if (literal !== null) {
      literals.push(literal);
    }
    return literal === null;
  });
  return literals;
}

function isJudged(module: string): boolean {
  return ROOTS.includes(module.split('.')[0]);
}

/** Root names that an import statement loads. */
function rootsOf(node: SyntaxNode, syntax: Syntax): readonly string[] {
  const parts = syntax.children(node);
  const roots = parts.filter(
    (part, index) =>
      part.name === 'VariableName' &&
      ['import', 'from', ','].includes(parts[index - 1]?.name)
  );
  return (parts[0]?.name === 'from' ? roots.slice(0, 1) : roots)
    .filter(root => parts[0]?.name !== 'from' || parts[1]?.from === root.from)
    .map(root => syntax.text(root));
}

function triggersOfCode(source: string): Omit<Triggers, 'setsVariable'> {
  const blanked = blankMagics(source);
  if (blanked.foreign !== null) {
    const installs = SHELLS.includes(blanked.foreign) && INSTALLER.test(source);
    return { installs, imports: false };
  }
  let installs = blanked.magics.some(
    ({ sign, text }) =>
      (sign === '!' || (sign === '%' && COMMAND.test(text))) &&
      INSTALLER.test(text)
  );
  let imports = false;
  const syntax = readSyntax(blanked);
  syntax.top.cursor().iterate(ref => {
    if (ref.name === 'ImportStatement') {
      imports = imports || rootsOf(ref.node, syntax).some(isJudged);
    }
    const callee = ref.name === 'CallExpression' && ref.node.firstChild;
    const name =
      callee && (callee.name === 'VariableName' ? callee : callee.lastChild);
    if (!callee || !name) {
      return;
    }
    const called = syntax.text(name);
    const args = ref.node.getChild('ArgList');
    if (args && RUNNERS.test(called)) {
      const root = chainOf(callee, syntax)?.base.name === 'pip' ? ['pip'] : [];
      const command = [...root, ...literalsUnder(args, syntax)].join(' ');
      installs = installs || INSTALLER.test(command);
    } else if (args && IMPORTERS.includes(called)) {
      imports = imports || literalsUnder(args, syntax).some(isJudged);
    }
  });
  return { installs, imports };
}

/** What running a cell with this source may change. */
export function cellTriggers(source: string): Triggers {
  const cell: Cell = { index: 0, id: null, kind: 'code', source };
  return {
    ...triggersOfCode(source),
    setsVariable: analyze([cell]).usages.some(({ kind }) => kind === 'variable')
  };
}

/** Indices of the cells that run an installer: the repair belongs after them. */
export function ownInstallCells(cells: readonly Cell[]): readonly number[] {
  return cells
    .filter(
      ({ kind, source }) => kind === 'code' && triggersOfCode(source).installs
    )
    .map(({ index }) => index);
}
