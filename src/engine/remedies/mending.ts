/** What is wrong with an environment, in the words of the offer that ends it. */

import type { Fault } from '../resolver/faults';
import type { Say } from '../text';
import type { Environment } from '../types';

export interface Mended {
  readonly environment: Environment;
  readonly say: Say;
}

export function mendsOf(fault: Fault, { environment, say }: Mended): string {
  const { installed } = environment;
  const tensorflow = installed['tensorflow']?.version ?? '';
  switch (fault.kind) {
    case 'stopped':
      return say(
        'TensorFlow can be imported again. Now %2 %3 stops TensorFlow %1.',
        tensorflow,
        fault.stop.key,
        fault.stop.version
      );
    case 'refused': {
      const has = installed[fault.by]?.version;
      return has === undefined
        ? say(
            '`import %1` works again. Now %2 is missing, which it needs.',
            fault.name,
            fault.by
          )
        : say(
            '`import %1` works again. Now %2 %3 does not work with TensorFlow %4.',
            fault.name,
            fault.by,
            has,
            tensorflow
          );
    }
    case 'doubled':
      return say(
        'One TensorFlow is left. Now these lie over each other: %1.',
        fault.all.map(each => `${each.distribution} ${each.version}`).join(', ')
      );
  }
}
