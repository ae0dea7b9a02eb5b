/** A real Jupyter server for tests, from the `jupyter-server` on PATH. */
import { ServerConnection } from '@jupyterlab/services';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TOKEN = 'keras-doctor';

/** Whether there is a server to start. */
export const HAS_SERVER =
  spawnSync('jupyter-server', ['--version']).status === 0;

export class Server {
  /** The folder of notebooks; kernels work in it. */
  readonly folder = mkdtempSync(join(tmpdir(), 'keras-doctor-'));

  constructor() {
    // A Python kernel under a specification that says something else.
    const other = join(this.folder, 'jupyter', 'kernels', 'other');
    mkdirSync(other, { recursive: true });
    writeFileSync(
      join(other, 'kernel.json'),
      JSON.stringify({
        argv: [
          'python3',
          '-m',
          'ipykernel_launcher',
          '-f',
          '{connection_file}'
        ],
        display_name: 'Other',
        language: 'Klingon'
      })
    );
  }

  /** Starts it; resolves with the settings to talk to it. */
  start(): Promise<ServerConnection.ISettings> {
    this._process = spawn(
      'jupyter-server',
      [
        '--no-browser',
        '--allow-root',
        '--port=0',
        `--IdentityProvider.token=${TOKEN}`,
        `--ServerApp.root_dir=${this.folder}`,
        '--ServerApp.allow_origin=*',
        '--ServerApp.disable_check_xsrf=True'
      ],
      {
        env: {
          ...process.env,
          IPYTHONDIR: join(this.folder, 'ipython'),
          JUPYTER_PATH: join(this.folder, 'jupyter')
        }
      }
    );
    return new Promise((resolve, reject) => {
      let log = '';
      this._process?.once('exit', () => reject(new Error(log)));
      this._process?.stderr?.on('data', chunk => {
        log += String(chunk);
        const [, port] = /http:\/\/127\.0\.0\.1:(\d+)/.exec(log) ?? [];
        if (port) {
          resolve(
            ServerConnection.makeSettings({
              baseUrl: `http://127.0.0.1:${port}/`,
              wsUrl: `ws://127.0.0.1:${port}/`,
              token: TOKEN,
              appendToken: true
            })
          );
        }
      });
    });
  }

  /** Ends the server and its kernels. */
  stop(): Promise<void> {
    return new Promise(resolve => {
      this._process?.once('exit', () => {
        rmSync(this.folder, { recursive: true, force: true });
        resolve();
      });
      this._process?.kill();
    });
  }

  private _process: ChildProcess | null = null;
}
