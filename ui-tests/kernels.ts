/**
 * Before the first test: the kernels, made by make/kernels.py. Those that a test installs into are made afresh;
 * `KEEP_KERNELS=1` takes what is there, for somebody who runs one other test again and again.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..');

/** True where the kernel could be made on this machine. */
export function hasKernel(name: string): boolean {
  return existsSync(
    join(root, '.environments/ui/share/jupyter/kernels', name, 'kernel.json')
  );
}

export default function provideKernels(): void {
  if (!process.env.KEEP_KERNELS) {
    execFileSync(join(root, '.venv/bin/python'), ['make/kernels.py'], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit']
    });
  }
}
