/** Commands about the notebook's kernel. */

import { kernelIcon, refreshIcon } from '@jupyterlab/ui-components';

import { CommandIDs, type Diagnoses } from '../tokens';
import { describe } from './args';
import type { CommandsOptions } from './options';

export function addKernelCommands(options: CommandsOptions): void {
  const { commands, diagnoses, trans } = options;
  commands.addCommand(CommandIDs.probe, {
    label: trans.__('Check the Kernel’s TensorFlow and Keras Again'),
    caption: trans.__('Read the kernel’s TensorFlow and Keras again'),
    icon: refreshIcon,
    isEnabled: () => canAsk(diagnoses),
    describedBy: describe({}),
    execute: () => diagnoses.probe()
  });
  commands.addCommand(CommandIDs.restart, {
    label: trans.__('Restart the Kernel to Load What Is Installed'),
    caption: trans.__('Restart the kernel, so that it loads what is installed'),
    icon: refreshIcon,
    isEnabled: () => typeof diagnoses.current?.kernelId === 'string',
    describedBy: describe({}),
    execute: () => diagnoses.restart()
  });
  commands.addCommand(CommandIDs.chooseKernel, {
    label: trans.__('Choose a Kernel for This Notebook'),
    caption: trans.__('Choose the kernel that this notebook runs in'),
    icon: kernelIcon,
    isEnabled: () => diagnoses.current !== null,
    describedBy: describe({}),
    execute: () => diagnoses.chooseKernel()
  });
}

function canAsk({ current }: Diagnoses): boolean {
  const kind = current?.state.kind;
  return kind === 'judged' || kind === 'failed' || kind === 'starting';
}
