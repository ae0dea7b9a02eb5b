/** Whether a notebook turns TensorFlow 2 into TensorFlow 1. */

import type { Usage } from '../source/usage';

/** After these, `keras.Model` is a class of its own with other methods: `keras.engine.training_v1` of Keras 2.4 to 2.15. */
const SWITCHES: ReadonlySet<string> = new Set([
  'disable_eager_execution',
  'disable_v2_behavior'
]);

export function switchesToGraphs(usage: Usage): boolean {
  switch (usage.kind) {
    case 'from':
      return usage.name !== null && SWITCHES.has(usage.name.name);
    case 'attribute':
      return usage.path.some(({ name }) => SWITCHES.has(name));
    default:
      return false;
  }
}
