/** The Python that saved the notebook: which releases of TensorFlow have wheels for it. */

import type { Atlas } from '../atlas/atlas';
import type { Evidence, Kept } from './evidence';

export function language({ saved, atlas, say }: Kept): readonly Evidence[] {
  const python = /^([23]\.\d{1,2})(?:\.|$)/.exec(saved.language ?? '')?.[1];
  return python === undefined
    ? []
    : [
        {
          kind: 'python',
          says: say('it was saved with Python %1', python),
          fits: madeFor(python, atlas)
        }
      ];
}

/** Whether the index has, or had, a file of the release for this Python. */
export function madeFor(python: string, atlas: Atlas): Evidence['fits'] {
  const tag = `cp${python.replace('.', '')}`;
  return tensorflow =>
    (atlas.pythons('tensorflow', tensorflow) ?? '').split(' ').includes(tag);
}
