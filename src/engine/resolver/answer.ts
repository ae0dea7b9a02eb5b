/** The answer to a question about a member or a keyword. */

import type { Told } from '../text';

export type Answer =
  | {
      readonly status: 'found';
      /** A keyword that is taken and has no effect. */
      readonly ignored?: boolean;
    }
  | {
      readonly status: 'missing';
      readonly exception: string;
      /** The whole text where it is not the plain one. */
      readonly text: string | null;
    }
  | { readonly status: 'unknown'; readonly why: Told };

export const FOUND: Answer = { status: 'found' };

export const unknownAnswer = (why: Told): Answer => ({
  status: 'unknown',
  why
});

export const missing = (
  exception: string,
  text: string | null = null
): Answer => ({ status: 'missing', exception, text });
