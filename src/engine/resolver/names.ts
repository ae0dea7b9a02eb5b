/** Names that need no atlas. */

import type { Root } from './judged';

/** Every module has these; they are not recorded. */
export const STANDARD = new Set(
  '__name__ __doc__ __file__ __path__ __package__ __loader__ __spec__ __builtins__ __cached__ __dict__ __class__ __dir__ __getattribute__ __repr__ __str__ __hash__ __init__ __module__'.split(
    ' '
  )
);

/** A lazily loaded module may still be its loader, which has these: tensorflow/python/util/lazy_loader.py. */
export const OF_LOADERS = new Set(['_parent_module_globals', '_local_name']);

export function isRoot(name: string): name is Root {
  return name === 'tensorflow' || name === 'keras' || name === 'tf_keras';
}
