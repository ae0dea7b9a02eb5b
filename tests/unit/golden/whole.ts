/** The environments that the golden reports and what is checked beside them are made in. */

import type { Environment } from '../../../src/engine/types';
import { environmentOf } from '../conformance/truth';

/** What the probe tells of a machine on which pip can install; the recorded environments say what is installed. */
export function whole(id: string): Environment {
  const environment = environmentOf(id);
  return {
    ...environment,
    installed: { jax: null, torch: null, ...environment.installed },
    python: {
      ...environment.python,
      implementation: 'CPython',
      platform: 'linux',
      machine: 'x86_64',
      libc: 'glibc 2.36'
    },
    installer: {
      pip: true,
      uv: null,
      conda: null,
      writable: true,
      externallyManaged: false
    }
  };
}
