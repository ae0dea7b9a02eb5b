const jestJupyterLab = require('@jupyterlab/testutils/lib/jest-config');

const esModules = [
  '@codemirror',
  '@jupyter/',
  '@jupyterlab/',
  '@lezer',
  '@marijn',
  '@microsoft/',
  '@rjsf',
  'crelt',
  'exenv-es6',
  'lib0',
  'nanoid',
  'style-mod',
  'vscode-ws-jsonrpc',
  'w3c-keyname',
  'y-protocols',
  'y-websocket',
  'yjs'
].join('|');

const baseConfig = jestJupyterLab(__dirname);

module.exports = {
  ...baseConfig,
  automock: false,
  // By itself Jest leaves one core of a machine idle.
  maxWorkers: '100%',
  collectCoverageFrom: ['src/**/*.{ts,tsx}', '!src/**/*.d.ts'],
  coverageReporters: ['lcov', 'text'],
  // Only the project's own folders: .venv and .environments hold JupyterLab's packages a second time.
  roots: ['<rootDir>/src', '<rootDir>/tests'],
  reporters: ['default'],
  testRegex: 'tests/unit/.*\\.spec\\.tsx?$',
  transform: {
    ...baseConfig.transform,
    // Types are checked by `jlpm typecheck`, not a second time here.
    '^.+\\.tsx?$': [
      'ts-jest/legacy',
      { tsconfig: 'tests/unit/tsconfig.json', isolatedModules: true }
    ]
  },
  transformIgnorePatterns: [`/node_modules/(?!${esModules}).+`]
};
