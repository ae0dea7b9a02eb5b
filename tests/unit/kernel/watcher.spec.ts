/** The watcher on real kernels of a real server. */
import type { ServerConnection } from '@jupyterlab/services';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KernelState } from '../../../src/kernel/state';
import { Scene } from './scene';
import { HAS_SERVER, Server } from './server';

const server = new Server();
const scenes: Scene[] = [];
let settings: ServerConnection.ISettings;

async function scene(
  name = 'python3',
  path = `${scenes.length}-${Date.now()}.ipynb`
): Promise<Scene> {
  const opened = await Scene.open(settings, name, path);
  scenes.push(opened);
  return opened;
}

const fresh = (state: KernelState) => state.kind === 'ready' && !state.stale;

function variables(state: KernelState) {
  return state.kind === 'ready' ? state.environment.variables : state.kind;
}

/** Long enough for a question that should not be there. */
const pause = () => new Promise(resolve => setTimeout(resolve, 1200));

(HAS_SERVER ? describe : describe.skip)('on a real kernel', () => {
  jest.setTimeout(60000);

  beforeAll(async () => {
    jest.spyOn(console, 'debug').mockImplementation();
    jest.spyOn(console, 'warn').mockImplementation();
    settings = await server.start();
  });

  afterEach(async () => {
    for (const { context, watcher } of scenes.splice(0)) {
      watcher.dispose();
      await context.shutdown().catch(() => undefined);
      context.dispose();
    }
  });

  afterAll(() => server.stop());

  it('asks once when the kernel is there, and never per execution', async () => {
    const one = await scene();
    expect(one.watcher.state).toEqual({ kind: 'none' });
    await one.context.initialize();
    const state = await one.until(fresh);
    expect(state).toMatchObject({
      kind: 'ready',
      busy: false,
      environment: { python: { implementation: 'CPython' } }
    });
    expect(one.told.length).toBeGreaterThan(0);
    for (let cell = 0; cell < 10; cell++) {
      await one.run(`x = ${cell}`);
    }
    await pause();
    expect(one.questions.size).toBe(1);
    expect(one.cells.size).toBe(10);
  });

  it('asks after cells that may have changed the answer', async () => {
    const one = await scene();
    await one.context.initialize();
    await one.until(fresh);
    await one.run('import os; os.environ["KERAS_BACKEND"] = "jax"');
    expect(one.watcher.state).toMatchObject({ kind: 'ready', stale: true });
    expect(variables(await one.until(fresh))).toEqual({ KERAS_BACKEND: 'jax' });
    expect(one.questions.size).toBe(2);
    // Nothing of the family is installed here, so no import can load any.
    await one.run('import math');
    await pause();
    expect(one.questions.size).toBe(2);
    await one.run('# pip');
    await one.until(fresh);
    one.watcher.probeNow();
    await one.until(fresh);
    expect(one.questions.size).toBe(4);
  });

  it('waits while the kernel is busy and keeps what it knew', async () => {
    const one = await scene();
    await one.context.initialize();
    await one.until(fresh);
    const running = one.run('import time; time.sleep(2)');
    one.watcher.probeNow();
    await one.until(state => state.kind === 'ready' && state.busy);
    await running;
    expect(one.questions.size).toBe(1);
    await one.until(fresh);
    expect(one.questions.size).toBe(2);
  });

  it('survives Run All and a failing cell', async () => {
    const one = await scene();
    await one.context.initialize();
    await one.until(fresh);
    const kernel = one.context.session?.kernel;
    const cells = [
      'import os; os.environ["KERAS_BACKEND"] = "torch"',
      '1 / 0',
      '2'
    ];
    const done = cells.map(code =>
      kernel
        ?.requestExecute({ code, stop_on_error: true })
        .done.then(() => one.watcher.executed(code))
    );
    await Promise.all(done);
    expect(variables(await one.until(fresh))).toEqual({
      KERAS_BACKEND: 'torch'
    });
    expect(one.questions.size).toBe(2);
  });

  it('asks again after a restart', async () => {
    const one = await scene();
    await one.context.initialize();
    await one.until(fresh);
    await one.run('import os; os.environ["KERAS_BACKEND"] = "jax"');
    await one.until(fresh);
    await one.context.restartKernel();
    expect(one.watcher.state).toMatchObject({ kind: 'ready', stale: true });
    expect(variables(await one.until(fresh))).toEqual({});
    await pause();
    const answers = one.told.map(state => state.kind === 'ready' && +state.at);
    expect(new Set(answers.filter(Boolean)).size).toBe(3);
    expect(one.kinds.lastIndexOf('starting')).toBeLessThan(
      one.kinds.indexOf('ready')
    );
  });

  it('asks again when the kernel died and was started again', async () => {
    const one = await scene();
    await one.context.initialize();
    await one.until(fresh);
    await one.run('import os; os.environ["KERAS_BACKEND"] = "jax"');
    await one.until(fresh);
    one.context.session?.kernel?.requestExecute({ code: 'os._exit(1)' });
    await one.until(state => !fresh(state));
    expect(variables(await one.until(fresh))).toEqual({});
  });

  it('asks the new kernel, and nobody where there is none', async () => {
    const one = await scene();
    await one.context.initialize();
    await one.until(fresh);
    const connection = one.context.session?.kernel;
    await one.context.changeKernel({ name: 'python3' });
    await one.until(fresh);
    expect(one.context.session?.kernel).not.toBe(connection);
    expect(one.kinds).toContain('starting');
    await one.context.shutdown();
    expect(one.watcher.state).toEqual({ kind: 'none' });
  });

  it('asks nothing while it is off, and at once when it is switched on', async () => {
    const one = await scene();
    one.wishes.choose({ enabled: false });
    await one.context.initialize();
    await one.run('# pip');
    one.watcher.probeNow();
    await pause();
    expect(one.questions.size).toBe(0);
    expect(one.watcher.state).toEqual({ kind: 'off' });
    one.wishes.choose({ enabled: true });
    await one.until(fresh);
    expect(one.questions.size).toBe(1);
    one.wishes.choose({ enabled: false });
    expect(one.watcher.state).toEqual({ kind: 'off' });
    one.wishes.choose({ enabled: true });
    expect(fresh(one.watcher.state)).toBe(true);
    one.wishes.choose({ enabled: false });
    await one.run('import os; os.environ["KERAS_BACKEND"] = "jax"');
    await pause();
    expect(one.questions.size).toBe(1);
    one.wishes.choose({ enabled: true });
    expect(variables(await one.until(fresh))).toEqual({ KERAS_BACKEND: 'jax' });
    expect(one.questions.size).toBe(2);
  });

  it('asks on demand only, and forgets with the process', async () => {
    const one = await scene();
    one.wishes.choose({ probe: 'on-demand' });
    await one.context.initialize();
    expect(await one.until(({ kind }) => kind === 'unasked')).toEqual({
      kind: 'unasked'
    });
    await one.run('# pip');
    await pause();
    expect(one.questions.size).toBe(0);
    one.watcher.probeNow();
    expect(await one.until(fresh)).toMatchObject({ waits: false });
    await one.run('import os; os.environ["KERAS_BACKEND"] = "jax"');
    await pause();
    expect(one.questions.size).toBe(1);
    expect(one.watcher.state).toMatchObject({
      kind: 'ready',
      stale: true,
      waits: true
    });
    one.watcher.probeNow();
    expect(variables(await one.until(fresh))).toEqual({ KERAS_BACKEND: 'jax' });
    await one.context.session?.kernel?.restart();
    await one.until(({ kind }) => kind === 'unasked');
    await pause();
    expect(one.questions.size).toBe(2);
    one.wishes.choose({ probe: 'automatic' });
    await one.until(fresh);
    expect(one.questions.size).toBe(3);
  });

  it('leaves a kernel alone whose name is on the list', async () => {
    const one = await scene();
    one.wishes.choose({ kernelsLeftAlone: ['nothing', 'PYTHON*'] });
    await one.context.initialize();
    expect(await one.until(({ kind }) => kind === 'left-alone')).toEqual({
      kind: 'left-alone',
      pattern: 'PYTHON*'
    });
    one.watcher.probeNow();
    await one.run('# pip');
    await pause();
    expect(one.questions.size).toBe(0);
    one.wishes.choose({ kernelsLeftAlone: ['nothing'] });
    await one.until(fresh);
  });

  it('asks no kernel of another language', async () => {
    const one = await scene('other');
    await one.context.initialize();
    expect(await one.until(state => state.kind === 'foreign')).toEqual({
      kind: 'foreign',
      language: 'klingon'
    });
    await pause();
    one.watcher.probeNow();
    await pause();
    expect(one.questions.size).toBe(0);
  });

  it('waits where the kernel was busy when the notebook was opened', async () => {
    const one = await scene();
    await one.context.initialize();
    await one.until(fresh);
    const running = one.run('import time; time.sleep(4)');
    const two = await scene('python3', one.context.path);
    await two.context.initialize();
    expect(two.context.session?.kernel?.id).toBe(
      one.context.session?.kernel?.id
    );
    await running;
    expect(two.watcher.state.kind).toBe('starting');
    expect(one.questions.size).toBe(1);
    await two.until(fresh);
    expect(one.questions.size).toBe(2);
  });

  it('says what went wrong, and recovers', async () => {
    const one = await scene();
    await one.context.initialize();
    await one.until(fresh);
    await one.run('__import__ = 3  # pip');
    expect(await one.until(state => state.kind === 'failed')).toEqual({
      kind: 'failed',
      message: {
        template: 'The kernel could not answer: %1',
        values: ["TypeError: 'int' object is not callable"]
      }
    });
    await one.run('del __import__  # pip');
    await one.until(fresh);
  });

  it('sees a file that hides keras', async () => {
    writeFileSync(join(server.folder, 'keras.py'), '');
    const one = await scene();
    await one.context.initialize();
    expect(await one.until(fresh)).toMatchObject({
      environment: { shadowing: [{ module: 'keras', path: 'keras.py' }] }
    });
  });

  it('is silent once disposed', async () => {
    const one = await scene();
    await one.context.initialize();
    one.watcher.dispose();
    const told = one.told.length;
    await pause();
    one.watcher.probeNow();
    one.watcher.executed('# pip');
    await pause();
    expect(one.told).toHaveLength(told);
    expect(one.questions.size).toBe(0);
  });
});
