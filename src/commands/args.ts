/** Arguments of the commands: their schemas, and reading them. */

import type { TranslationBundle } from '@jupyterlab/translation';
import type {
  ReadonlyJSONObject,
  ReadonlyPartialJSONObject
} from '@lumino/coreutils';

import type { Finding, Range } from '../engine/types';
import type { Place, ReleaseName } from '../tokens';

type Properties = Readonly<Record<string, ReadonlyJSONObject>>;

/** `describedBy` of a command with these arguments. */
export function describe(properties: Properties): {
  readonly args: ReadonlyJSONObject;
} {
  return { args: { type: 'object', properties } };
}

export function placeArgs(trans: TranslationBundle): Properties {
  const count = { type: 'integer', minimum: 1 };
  return {
    cellId: { type: 'string', description: trans.__('The id of the cell') },
    range: {
      type: 'object',
      description: trans.__('The range in the cell, counted from 1'),
      properties: {
        line: count,
        column: count,
        endLine: count,
        endColumn: count
      }
    }
  };
}

export function remedyArgs(trans: TranslationBundle): Properties {
  return {
    remedy: {
      type: 'integer',
      minimum: 0,
      description: trans.__(
        'Which of the proposed repairs; the first by default'
      )
    },
    release: {
      type: 'object',
      description: trans.__(
        'A release of the list instead: its TensorFlow, and its keras or null'
      ),
      properties: {
        tensorflow: { type: 'string' },
        keras: { type: ['string', 'null'] }
      }
    }
  };
}

export function fixArgs(trans: TranslationBundle): Properties {
  return {
    finding: {
      type: 'string',
      description: trans.__('The key of the finding')
    },
    fix: {
      type: 'integer',
      minimum: 0,
      description: trans.__('Which of its fixes; the first by default')
    }
  };
}

/** Whether a command is about the cell of the context menu instead of the active one. */
export function whereArgs(trans: TranslationBundle): Properties {
  return {
    isContextMenu: {
      type: 'boolean',
      description: trans.__(
        'About the finding or the cell in which the context menu was opened; hidden where there is nothing to do'
      )
    }
  };
}

/** The context menu has only what can be done there; everywhere else all is listed. */
export function isShownFor(
  finding: Finding | null,
  { isContextMenu }: ReadonlyPartialJSONObject
): boolean {
  return isContextMenu !== true || finding !== null;
}

/** Null where no number is given. */
export function readNumber(
  value: ReadonlyPartialJSONObject[string]
): number | null {
  return typeof value === 'number' ? value : null;
}

/** Null where the arguments name no cell. */
export function readPlace(args: ReadonlyPartialJSONObject): Place | null {
  const { cellId, range } = args;
  return typeof cellId === 'string'
    ? { cellId, range: isRange(range) ? range : null }
    : null;
}

/** Null where the arguments name no release. */
export function readRelease({
  release
}: ReadonlyPartialJSONObject): ReleaseName | null {
  if (typeof release !== 'object' || release === null) {
    return null;
  }
  const tensorflow: unknown = Reflect.get(release, 'tensorflow');
  const keras: unknown = Reflect.get(release, 'keras') ?? null;
  return typeof tensorflow === 'string' &&
    (keras === null || typeof keras === 'string')
    ? { tensorflow, keras }
    : null;
}

function isRange(value: unknown): value is Range {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['line', 'column', 'endLine', 'endColumn'].every(
      key => typeof Reflect.get(value, key) === 'number'
    )
  );
}
