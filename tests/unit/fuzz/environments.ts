/** Environments whose mechanisms differ: plain keras, a re-export, a lazy loader, legacy Keras, Keras 3, none at all. */

import type { Environment } from '../../../src/engine/types';

function environment(
  python: string,
  installed: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string>> = {}
): Environment {
  const packages = Object.entries(installed).map(([distribution, version]) => [
    distribution.replace(/-/g, '_'),
    { version, distribution }
  ]);
  return {
    schema: 1,
    python: { version: python },
    installed: {
      tensorflow: null,
      keras: null,
      tf_keras: null,
      ...Object.fromEntries(packages)
    },
    loaded: {},
    variables,
    unreadable: []
  };
}

export const ENVIRONMENTS: Readonly<Record<string, Environment>> = {
  'tf1.15': environment('3.7.16', { tensorflow: '1.15.5', keras: '2.3.1' }),
  'tf2.4': environment('3.8.18', { tensorflow: '2.4.4' }),
  'tf2.8': environment('3.8.18', { tensorflow: '2.8.4', keras: '2.8.0' }),
  'tf2.15+legacy': environment(
    '3.11.7',
    { tensorflow: '2.15.1', keras: '2.15.0', 'tf-keras': '2.15.1' },
    { TF_USE_LEGACY_KERAS: '1' }
  ),
  'tf2.21': environment('3.12.1', { tensorflow: '2.21.0', keras: '3.15.1' }),
  none: environment('3.11.7', {})
};
