/** What a kernel is: its language, and by which names people know it. */
import type { Kernel } from '@jupyterlab/services';

export interface KernelNature {
  /** In lower case; `unknown` where it cannot be found out. */
  readonly language: string;
  /** The name of its specification, and the one that people see. */
  readonly names: readonly string[];
}

/**
 * From the kernel's specification, which the server has, so that it can be
 * read while the kernel is busy; the language otherwise from the kernel's
 * greeting. Never rejects.
 */
export async function kernelNature(
  kernel: Kernel.IKernelConnection
): Promise<KernelNature> {
  const spec = await kernel.spec.catch(() => undefined);
  const language =
    spec?.language ??
    (await kernel.info.then(
      info => info.language_info.name,
      () => ''
    ));
  return {
    language: language.toLowerCase() || 'unknown',
    names: spec ? [kernel.name, spec.display_name] : [kernel.name]
  };
}
