/** What stands in the way of an install in this kernel: told with the offer, each in one line. */

import type { Say } from '../text';
import type { Environment, Installer } from '../types';
import { compareVersions } from '../versions';
import type { Candidate } from './candidates';
import { losesCuda } from './extra';

/** The first pip that refuses: 22.3.1 installs into such a Python, 23.0 does not. */
const OBEYING = '23.0';

export interface Kernel {
  readonly environment: Environment;
  readonly say: Say;
}

export function obstaclesOf(
  { tensorflow, distribution, install }: Candidate,
  { environment, say }: Kernel
): readonly string[] {
  const pin = { version: tensorflow, distribution };
  return [
    ...kernelObstacles(install.removes, { environment, say }),
    ...(losesCuda(pin, environment)
      ? [
          say(
            'TensorFlow %1 cannot bring CUDA along on this Python, as %2 does: without a CUDA of the machine’s own it runs on the CPU.',
            tensorflow,
            environment.installed['tensorflow']?.version ?? ''
          )
        ]
      : [])
  ];
}

/** Whether an installer refuses this kernel whatever it is asked for. */
export function isClosed({ installer, installed }: Environment): boolean {
  return (
    installer !== undefined &&
    (isManaged(installer, installed) ||
      (!installer.writable && !usesOwnFolder(installer)))
  );
}

/** Managed by the system, and by a tool that obeys. */
function isManaged(
  { pip, externallyManaged }: Installer,
  installed: Environment['installed']
): boolean {
  const release = pip ? installed['pip']?.version : undefined;
  return (
    externallyManaged &&
    (release === undefined || compareVersions(release, OBEYING) >= 0)
  );
}

/** Measured: pip goes to the person's own folder if the kernel reads it, uv never does. */
function usesOwnFolder({ pip, uv, userSite }: Installer): boolean {
  return (pip || uv === null) && userSite !== false;
}

function kernelObstacles(
  removes: readonly string[],
  { environment, say }: Kernel
): readonly string[] {
  const { installer, installed } = environment;
  if (installer === undefined) {
    return [];
  }
  const tool = installer.pip || installer.uv === null ? 'pip' : 'uv';
  if (isManaged(installer, installed)) {
    return [
      say(
        '%1 refuses to install into this Python, which the system manages (`externally-managed-environment`). Choose a kernel in a virtual environment.',
        tool
      )
    ];
  }
  if (installer.writable) {
    return [];
  }
  // What stands in site-packages is not taken away from there.
  if (usesOwnFolder(installer) && removes.length === 0) {
    return [
      say(
        'You cannot write to this kernel’s site-packages: pip installs into your own folder, where every kernel of this Python finds it.'
      )
    ];
  }
  return [
    say(
      'You cannot write to this kernel’s site-packages, so %1 fails there. Choose a kernel in a virtual environment of your own.',
      tool
    )
  ];
}
