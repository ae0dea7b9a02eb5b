/** The extra by which `tensorflow` brings CUDA along: kept where the kernel has it and the release offers it. */

import type { Environment, Installed } from '../types';
import { compareVersions } from '../versions';

const CUDA = 'and-cuda';
/** Its first release, by the releases' own metadata: 2.13.1 names no extra. */
const FIRST = '2.14';
/** That one requires tensorrt 8.5.3.1, which has no wheel for CPython 3.11; 2.15.1 and later require none. */
const WITH_TENSORRT = { before: '2.15', python: '3.11' };

/** `[and-cuda]` for a release that takes the place of one with it; else nothing. */
export function extraOf(pin: Installed, environment: Environment): string {
  return movesCuda(pin, environment) && offersCuda(pin, environment)
    ? `[${CUDA}]`
    : '';
}

/** Whether the kernel's TensorFlow brought CUDA along, and the release in its place cannot. */
export function losesCuda(pin: Installed, environment: Environment): boolean {
  return movesCuda(pin, environment) && !offersCuda(pin, environment);
}

/** A release that stays keeps what came with it, asked for or not. */
function movesCuda(pin: Installed, { installed }: Environment): boolean {
  const { tensorflow } = installed;
  return (
    tensorflow?.extras?.includes(CUDA) === true &&
    pin.distribution === 'tensorflow' &&
    (tensorflow.version !== pin.version ||
      tensorflow.distribution !== pin.distribution)
  );
}

function offersCuda({ version }: Installed, { python }: Environment): boolean {
  const { before, python: lacking } = WITH_TENSORRT;
  return (
    compareVersions(version, FIRST) >= 0 &&
    (compareVersions(version, before) >= 0 ||
      compareVersions(python.version, lacking) < 0)
  );
}
