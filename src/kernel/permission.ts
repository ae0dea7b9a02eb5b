/** Whether a kernel may be asked, and by whom. */
import type { ISignal } from '@lumino/signaling';

/** What the person wishes about questions to kernels, and when that changes. */
export interface AskingWishes {
  /** Whether anything is done at all. */
  readonly enabled: boolean;
  /** Asked whenever the answer may be another, or only when the person says so. */
  readonly probe: 'automatic' | 'on-demand';
  /** Names of kernels, or the names that people see; `*` stands for any text. */
  readonly kernelsLeftAlone: readonly string[];
  readonly changed: ISignal<unknown, void>;
}

/**
 * - `free`: asked when the answer may have changed. `on-demand`: when the
 *   person wants to know.
 * - `off`, `left-alone`: never; `pattern` is the entry of the list.
 */
export type Permission =
  | { readonly kind: 'free' }
  | { readonly kind: 'on-demand' }
  | { readonly kind: 'off' }
  | { readonly kind: 'left-alone'; readonly pattern: string };

/** For a kernel with these names. */
export function permissionFor(
  wishes: Omit<AskingWishes, 'changed'>,
  names: readonly string[]
): Permission {
  if (!wishes.enabled) {
    return { kind: 'off' };
  }
  const pattern = wishes.kernelsLeftAlone.find(each =>
    names.some(name => matches(each, name))
  );
  if (pattern !== undefined) {
    return { kind: 'left-alone', pattern };
  }
  return { kind: wishes.probe === 'on-demand' ? 'on-demand' : 'free' };
}

/** Upper and lower case are the same: people see "Python 3", and the name is "python3". */
function matches(pattern: string, name: string): boolean {
  const source = pattern
    .trim()
    .split('*')
    .map(text => text.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${source}$`, 'is').test(name);
}
