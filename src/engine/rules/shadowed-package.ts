/** A file beside the notebook has the name of a package, and Python finds the file first. */

import { defineRule } from './rule';
import { titleOf } from './wording';

export const shadowedPackage = defineRule({
  about: 'environment',
  id: 'shadowed-package',
  severity: 'warning',
  summary: 'A file beside the notebook hides a package of the same name.',
  check({ environment, say }) {
    return (environment.shadowing ?? []).map(({ module, path }) =>
      environment.installed[module] == null
        ? say(
            '`import %1` takes `%2`, which is not the package %3. Rename it, then restart the kernel.',
            module,
            path,
            titleOf(module)
          )
        : say(
            '`%1` hides the installed %2: `import %3` takes that file. Rename it, then restart the kernel.',
            path,
            titleOf(module),
            module
          )
    );
  }
});
