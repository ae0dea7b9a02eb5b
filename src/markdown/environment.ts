/** What the kernel has, told in a report: nothing of the person's machine. */

import type { TranslationBundle } from '@jupyterlab/translation';

import type { EnvironmentSummary } from '../engine/summary';
import type { Environment, Installed } from '../engine/types';
import { plainText } from './text';

/** What the kernel has, one item a line. */
export function environmentLines(
  { rows, companions }: EnvironmentSummary,
  { python }: Environment,
  version: string,
  trans: TranslationBundle
): readonly string[] {
  const system = [python.implementation, python.platform, python.machine];
  return [
    `- Keras Doctor ${version}`,
    `- ${plainText(
      [
        trans.__('Python %1', python.version),
        ...system.filter(each => each !== undefined)
      ].join(', ')
    )}`,
    ...rows.map(({ label, version, afterRestart, note }) => {
      const after =
        afterRestart === null
          ? ''
          : ` ${trans.__('→ %1 after restart', afterRestart)}`;
      const parts = [version ?? '', note].filter(part => part !== '');
      return `- ${plainText(`${label}: ${parts.join(', ')}${after}`)}`;
    }),
    ...(companions.length === 0
      ? []
      : [
          `- ${plainText(companions.map(({ name, version }) => `${name} ${version}`).join(', '))}`
        ])
  ];
}

/** The environment without folders of the machine: they tell nothing of the fault, and may name a person. */
export function shared(environment: Environment): object {
  const { schema, python, installed, loaded, variables, kerasConfig } =
    environment;
  return {
    schema,
    python: without(python, 'executable'),
    installed: Object.fromEntries(
      Object.entries(installed).map(([name, each]) => [
        name,
        each && placeless(each)
      ])
    ),
    loaded,
    variables: without(variables, 'KERAS_HOME'),
    kerasConfig,
    unreadable: []
  };
}

function placeless(installed: Installed): object {
  const others = installed.others?.map(each => without(each, 'location'));
  return { ...without(installed, 'location'), ...(others && { others }) };
}

function without(object: object, name: string): object {
  return Object.fromEntries(
    Object.entries(object).filter(([key]) => key !== name)
  );
}
