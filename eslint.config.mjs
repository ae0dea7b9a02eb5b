import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import prettierRecommended from 'eslint-plugin-prettier/recommended';
import globals from 'globals';
import jupyterPlugin from '@jupyter/eslint-plugin';
import importDirections from './scripts/import-directions.mjs';

const unsafe = [
  {
    selector:
      'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    message: 'Notebooks and kernels are untrusted: build nodes, not HTML.'
  },
  {
    selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
    message: 'Notebooks and kernels are untrusted: build nodes, not HTML.'
  },
  {
    selector: 'NewExpression[callee.name="Function"]',
    message: 'No code from text.'
  }
];

export default defineConfig([
  {
    ignores: [
      '**/node_modules',
      '**/*.js',
      '**/*.d.ts',
      'lib',
      'dist',
      'coverage',
      '.venv',
      '.environments',
      '.keras-doctor-cache',
      'jupyterlab_keras_doctor',
      'src/probe/source.ts',
      'ui-tests/playwright-report',
      'ui-tests/test-results'
    ]
  },
  js.configs.recommended,
  tseslint.configs.recommended,
  jupyterPlugin.configs.recommended,
  {
    plugins: {
      jupyter: jupyterPlugin,
      'keras-doctor': { rules: { 'import-directions': importDirections } }
    },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { args: 'none' }],
      '@typescript-eslint/no-use-before-define': 'off',
      curly: ['error', 'all'],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      // Kernel replies are cleaned of control characters on purpose.
      'no-control-regex': 'off',
      'no-eval': 'error',
      'no-restricted-syntax': ['error', ...unsafe],
      'prefer-arrow-callback': 'error'
    }
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: {
        projectService: true,
        tsconfigRootDir: dirname(fileURLToPath(import.meta.url))
      }
    }
  },
  {
    // The engine's messages go through `Say`, and the command line speaks English.
    files: ['src/engine/**', 'src/cli/**'],
    rules: { 'jupyter/no-untranslated-string': 'off' }
  },
  {
    files: ['src/**'],
    rules: {
      'keras-doctor/import-directions': 'error',
      'max-lines': ['error', 250],
      // Each plugin needs its parts at once, and all of them together are small: the atlas is what loads late.
      'jupyter/prefer-lazy-imports': 'off'
    }
  },
  {
    // What a test makes ends with the test, and nobody reads its texts.
    files: ['tests/**', 'ui-tests/**'],
    rules: {
      'jupyter/no-untranslated-string': 'off',
      'jupyter/require-disposable-ownership': 'off'
    }
  },
  {
    // They run in hosts that Galata does not know.
    files: ['ui-tests/tests/everywhere/**', 'ui-tests/tests/notebook7/**'],
    rules: { 'jupyter/galata-prefer-menu-helper': 'off' }
  },
  {
    // Programs that people run: their output is what they are for.
    files: ['**/*.mjs'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' }
  },
  prettierRecommended
]);
