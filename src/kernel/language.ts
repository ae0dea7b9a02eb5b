/** Which language a kernel speaks. */
import type { Kernel } from '@jupyterlab/services';

/**
 * The language in lower case, from the kernel's specification, which can be
 * read while the kernel is busy, otherwise from the kernel itself. Never
 * rejects: an unknown language is "unknown".
 */
export async function kernelLanguage(
  kernel: Kernel.IKernelConnection
): Promise<string> {
  const spec = await kernel.spec.catch(() => undefined);
  if (spec?.language) {
    return spec.language.toLowerCase();
  }
  return kernel.info.then(
    info => info.language_info.name.toLowerCase(),
    () => 'unknown'
  );
}
