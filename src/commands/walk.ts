/** Commands that go from finding to finding. */

import type { TranslationBundle } from '@jupyterlab/translation';
import { caretDownIcon, caretUpIcon } from '@jupyterlab/ui-components';

import { CommandIDs } from '../tokens';
import { describe } from './args';
import { findingsOf } from './current';
import type { CommandsOptions } from './options';
import { stepFrom, stopsOf, type Stop } from './stops';

export function addWalkCommands(options: CommandsOptions): void {
  const { commands, diagnoses, trans } = options;
  const isEnabled = () => findingsOf(diagnoses).length > 0;
  commands.addCommand(CommandIDs.next, {
    label: trans.__('Next Finding'),
    caption: trans.__(
      'Select the next name in this notebook that Keras Doctor says something about'
    ),
    icon: caretDownIcon,
    isEnabled,
    describedBy: describe({}),
    execute: () => go(options, 1)
  });
  commands.addCommand(CommandIDs.previous, {
    label: trans.__('Previous Finding'),
    caption: trans.__(
      'Select the previous name in this notebook that Keras Doctor says something about'
    ),
    icon: caretUpIcon,
    isEnabled,
    describedBy: describe({}),
    execute: () => go(options, -1)
  });
}

/** Whether there was a finding to go to. */
async function go(
  { diagnoses, cursor, trans, announce }: CommandsOptions,
  direction: 1 | -1
): Promise<boolean> {
  const { current } = diagnoses;
  if (!current) {
    return false;
  }
  const stops = stopsOf(findingsOf(diagnoses), id => current.label(id));
  const place = cursor.active();
  const position = place && current.label(place.cellId)?.position;
  const index = stepFrom(
    stops,
    place && position != null ? { position, range: place.range } : null,
    direction
  );
  if (index === null) {
    return false;
  }
  const { finding, cellId } = stops[index];
  const { line, column, endLine, endColumn } = finding;
  const range = { line, column, endLine, endColumn };
  const isShown = await diagnoses.reveal({ cellId, range });
  if (isShown) {
    diagnoses.askFinding({ finding, focus: false });
    announce(whereabouts(stops, index, trans));
  }
  return isShown;
}

/** `2 of 5, error. Cell 4, line 3: …` */
function whereabouts(
  stops: readonly Stop[],
  index: number,
  trans: TranslationBundle
): string {
  const { finding, position } = stops[index];
  const values = [
    index + 1,
    stops.length,
    position,
    finding.line,
    finding.message.replace(/`/g, '')
  ];
  switch (finding.severity) {
    case 'error':
      return trans.__('%1 of %2, error. Cell %3, line %4: %5', ...values);
    case 'warning':
      return trans.__('%1 of %2, warning. Cell %3, line %4: %5', ...values);
    case 'info':
      return trans.__('%1 of %2, note. Cell %3, line %4: %5', ...values);
  }
}
