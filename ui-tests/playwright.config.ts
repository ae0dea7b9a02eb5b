/** Three hosts: today's JupyterLab with all tests; the oldest that is supported, and Notebook 7, with those of `tests/everywhere`. */
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

import type { HostOptions } from './hosts';

const root = resolve(__dirname, '..');
const place = join(root, '.environments', 'ui');
const logs = join(root, '.keras-doctor-cache', 'logs');
mkdirSync(logs, { recursive: true });

// Debian's Chromium where it is there; elsewhere Playwright's own.
const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** A JupyterLab that knows the kernels of the tests and nothing of the person's own settings. */
function server(environment: string, port: number, name: string) {
  return {
    name,
    // Its words go to a file: they would drown the tests' own.
    command: `exec ${join(root, environment, 'bin', 'python')} -m jupyterlab --config jupyter_server_test_config.py >${join(logs, name)}.log 2>&1`,
    url: `http://localhost:${port}/api`,
    timeout: 120_000,
    reuseExistingServer: false,
    env: {
      KERAS_DOCTOR_PORT: String(port),
      JUPYTER_PATH: join(place, 'share', 'jupyter'),
      JUPYTER_CONFIG_DIR: join(place, name, 'config'),
      JUPYTER_DATA_DIR: join(place, name, 'data'),
      JUPYTER_RUNTIME_DIR: join(place, name, 'runtime'),
      JUPYTER_PREFER_ENV_PATH: '1',
      IPYTHONDIR: join(place, name, 'ipython')
    },
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 10_000 }
  };
}

const port = Number(process.env.KERAS_DOCTOR_PORT ?? 18888);

export default defineConfig<HostOptions>({
  testDir: 'tests',
  globalSetup: require.resolve('./kernels'),
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 120_000,
  reporter: [
    ['list'],
    [
      'junit',
      { outputFile: join(root, '.keras-doctor-cache/results/ui-tests.xml') }
    ]
  ],
  use: {
    viewport: { width: 1280, height: 800 },
    video: 'off',
    // A trace of each test takes a fifth of the time: `--trace retain-on-failure` where one is needed.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: existsSync(chromium) ? chromium : undefined,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run'
      ]
    }
  },
  projects: [
    {
      name: 'lab',
      testIgnore: ['company/**', 'notebook7/**'],
      use: { baseURL: `http://localhost:${port}` }
    },
    {
      name: 'lab42',
      testMatch: 'everywhere/**',
      // This is what it does by default.
      grepInvert: /windowing mode full/,
      use: { baseURL: `http://localhost:${port + 1}`, host: 'lab42' }
    },
    {
      // With collaboration and jupyterlab-lsp.
      name: 'company',
      testMatch: 'company/**',
      use: { baseURL: `http://localhost:${port + 2}` }
    },
    {
      // The same server has it.
      name: 'notebook7',
      testMatch: ['everywhere/**', 'notebook7/**'],
      // Its cells are JupyterLab's of the same release.
      grepInvert: /windowing mode (full|defer|none)/,
      use: { baseURL: `http://localhost:${port}`, host: 'notebook7' }
    }
  ],
  webServer: [
    server('.venv', port, 'lab'),
    server('.environments/lab42', port + 1, 'lab42'),
    server('.environments/company', port + 2, 'company')
  ]
});
