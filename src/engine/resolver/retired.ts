/** Private methods of models that notebooks call, and that have gone. */

import type { Usage } from '../source/usage';

/**
 * TensorFlow 2.2 gave models `make_predict_function` in the place of these three. Of all measured environments, from
 * TensorFlow 1.13 with Keras 2.0 to 2.21 with Keras 3, none has a model with both it and one of them, and none with neither.
 */
const RETIRED: ReadonlySet<string> = new Set([
  '_make_predict_function',
  '_make_test_function',
  '_make_train_function'
]);

/** The public method that models have since the private one is gone; null where nothing is known of the name. */
export function successorOf(name: string): string | null {
  return RETIRED.has(name) ? 'make_predict_function' : null;
}

/** What makes a graph or a session, within which Keras 2 makes models that have both (measured in 2.8 and 2.15). */
const GRAPHS: ReadonlySet<string> = new Set([
  'Graph',
  'InteractiveSession',
  'Session',
  'as_default',
  'get_default_graph'
]);

/** Whether a notebook may make models within a graph of its own. */
export function mentionsGraphs(usage: Usage): boolean {
  switch (usage.kind) {
    case 'from':
      return usage.name !== null && GRAPHS.has(usage.name.name);
    case 'attribute':
      return usage.path.some(({ name }) => GRAPHS.has(name));
    default:
      return false;
  }
}
