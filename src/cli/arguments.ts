/** The command line, read into typed options. */

import { parseArgs } from 'node:util';
import { RULES } from '../engine/rules';
import { CommandFailure } from './failure';

export const USAGE = `Usage:
  keras-doctor check [--env FILE | --python EXE | [--with NAME==VERSION …] --python-version X.Y]
                     [--variable NAME=VALUE …] [--select RULE …] [--ignore RULE …]
                     [--format text|json] INPUT …
  keras-doctor fix [--write] (the same target, variables and rules) INPUT …
  keras-doctor releases [--format text|json] (the same target and variables) INPUT …
  keras-doctor probe [--python EXE] [--format json|text]

check  says which TensorFlow and Keras names of the notebooks (.ipynb, .py, or folders of
       them) the environment does not have. It never writes.
       Without a target it asks the python3 on PATH.
fix    prints as a unified diff what the safe fixes change, and the repair cell that installs
       what is still wanting; with --write it changes the files, and nothing else in them.
releases
       lists the releases of TensorFlow and Keras with how many uses of each notebook fail there.
probe  prints the environment of a Python as JSON, for --env.

Exit code 0: no finding of severity error (left). 1: at least one. 2: could not check.
`;

export type Target =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'python'; readonly executable: string }
  | {
      readonly kind: 'releases';
      readonly releases: readonly (readonly [string, string])[];
      readonly pythonVersion: string;
    };

export type Command =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'probe';
      readonly executable: string;
      readonly format: 'text' | 'json';
    }
  | (Job & { readonly kind: 'check'; readonly format: 'text' | 'json' })
  | (Job & { readonly kind: 'releases'; readonly format: 'text' | 'json' })
  | (Job & { readonly kind: 'fix'; readonly write: boolean });

/** What is judged, and by what. */
export interface Job {
  readonly target: Target;
  readonly variables: Readonly<Record<string, string>>;
  /** Rules that are not to be judged by. */
  readonly severities: Readonly<Record<string, 'off'>>;
  readonly inputs: readonly string[];
}

const OPTIONS = {
  env: { type: 'string' },
  python: { type: 'string' },
  with: { type: 'string', multiple: true },
  'python-version': { type: 'string' },
  variable: { type: 'string', multiple: true },
  select: { type: 'string', multiple: true },
  ignore: { type: 'string', multiple: true },
  format: { type: 'string' },
  write: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' }
} as const;

type Values = ReturnType<typeof parse>['values'];

/** Throws CommandFailure where the words are off. */
export function readArguments(argv: readonly string[]): Command {
  const { values, positionals } = parse(argv);
  const [name, ...inputs] = positionals;
  if (values.help === true || name === undefined || name === 'help') {
    return { kind: 'help' };
  }
  if (name === 'probe') {
    return {
      kind: 'probe',
      executable: values.python ?? 'python3',
      format: formatOf(values.format ?? 'json')
    };
  }
  if (name !== 'check' && name !== 'fix' && name !== 'releases') {
    throw new CommandFailure(
      `There is no command “${name}”; there are check, fix, releases and probe.`
    );
  }
  if (name !== 'fix' && values.write === true) {
    throw new CommandFailure(`${name} never writes; fix --write does.`);
  }
  if (inputs.length === 0) {
    throw new CommandFailure('Name at least one notebook, .py file or folder.');
  }
  const job = {
    target: targetOf(values),
    variables: Object.fromEntries((values.variable ?? []).map(pairOf('='))),
    severities: severitiesOf(values),
    inputs
  };
  return name === 'fix'
    ? { kind: 'fix', ...job, write: values.write === true }
    : { kind: name, ...job, format: formatOf(values.format ?? 'text') };
}

/** Rules that `--select` leaves out, or `--ignore` names, are off. */
function severitiesOf({
  select = [],
  ignore = []
}: Values): Readonly<Record<string, 'off'>> {
  const rules = RULES.map(rule => rule.id);
  const unknown = [...select, ...ignore].find(each => !rules.includes(each));
  if (unknown !== undefined) {
    throw new CommandFailure(
      `There is no rule “${unknown}”; there are ${rules.join(', ')}.`
    );
  }
  return Object.fromEntries(
    rules
      .filter(
        rule =>
          (select.length > 0 && !select.includes(rule)) || ignore.includes(rule)
      )
      .map(rule => [rule, 'off'])
  );
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: OPTIONS,
      allowPositionals: true
    });
  } catch (error) {
    throw new CommandFailure(
      error instanceof Error ? error.message.split('\n')[0] : String(error)
    );
  }
}

function targetOf(values: Values): Target {
  const version = values['python-version'];
  const given = [values.env, values.python, values.with ?? version].filter(
    value => value !== undefined
  );
  if (given.length > 1) {
    throw new CommandFailure('Give one of --env, --python and --with.');
  }
  if (values.env !== undefined) {
    return { kind: 'file', path: values.env };
  }
  if (version !== undefined) {
    return {
      kind: 'releases',
      releases: (values.with ?? []).map(pairOf('==')),
      pythonVersion: version
    };
  }
  if (values.with !== undefined) {
    throw new CommandFailure('--with needs --python-version X.Y.');
  }
  return { kind: 'python', executable: values.python ?? 'python3' };
}

function formatOf(text: string): 'text' | 'json' {
  if (text !== 'text' && text !== 'json') {
    throw new CommandFailure(
      `There is no format “${text}”; there are text and json.`
    );
  }
  return text;
}

function pairOf(separator: string): (text: string) => [string, string] {
  return text => {
    const cut = text.indexOf(separator);
    if (cut <= 0 || cut + separator.length >= text.length) {
      throw new CommandFailure(`“${text}” should read NAME${separator}VALUE.`);
    }
    return [text.slice(0, cut), text.slice(cut + separator.length)];
  };
}
