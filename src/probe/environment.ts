/** JSON of unknown origin (a kernel, a file) → Environment. */
import type {
  Environment,
  Installed,
  Installer,
  PythonFacts
} from '../engine/types';
import { emptyRecord, isObject, Reading } from './guards';
import { ProbeError } from './problem';

/** Keys of `installed` and `loaded`: normalised names, which no prototype key is. */
const KEY = /^[a-z0-9](?:[a-z0-9_]*[a-z0-9])?$/;
/** PEP 508 names; they end up in pip cells, so nothing else may pass. */
const DISTRIBUTION = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/;
const VERSION = /^[A-Za-z0-9][A-Za-z0-9._+!-]*$/;
const VARIABLE = /^[A-Z][A-Z0-9_]*$/;

/**
 * The Environment in `json`. Fields of a wrong type are dropped and named in
 * `unreadable`, fields it does not know are ignored.
 *
 * @throws ProbeError where it is no Environment of schema 1, or has no Python version.
 */
export function readEnvironment(json: unknown): Environment {
  if (!isObject(json)) {
    throw new ProbeError('This is not an environment: it is no JSON object.');
  }
  if (json.schema !== 1) {
    throw new ProbeError(
      'This is not an environment that this release reads: its schema is not 1.'
    );
  }
  const reading = new Reading();
  for (const item of reading.items(json.unreadable, 'unreadable') ?? []) {
    if (isObject(item) && typeof item.what === 'string') {
      reading.drop(item.what, typeof item.why === 'string' ? item.why : '');
    }
  }
  return {
    schema: 1,
    python: python(json.python, reading),
    installed: installed(json.installed, reading),
    loaded: texts(json.loaded, 'loaded', KEY, reading),
    variables: texts(json.variables, 'variables', VARIABLE, reading),
    ...kerasConfig(json.kerasConfig, reading),
    ...shadowing(json.shadowing, reading),
    ...installer(json.installer, reading),
    unreadable: reading.unreadable
  };
}

function python(json: unknown, reading: Reading): PythonFacts {
  const facts = isObject(json) ? json : {};
  const version = reading.text(facts.version, 'Python version', VERSION);
  if (version === undefined) {
    throw new ProbeError(
      'This is not an environment: no Python version in it.'
    );
  }
  const text = (key: string) => reading.text(facts[key], `python ${key}`);
  return {
    version,
    implementation: text('implementation'),
    abi: text('abi'),
    executable: text('executable'),
    platform: text('platform'),
    machine: text('machine'),
    libc: facts.libc === null ? null : text('libc'),
    macos: facts.macos === null ? null : text('macos')
  };
}

function installed(
  json: unknown,
  reading: Reading
): Record<string, Installed | null> {
  const all = emptyRecord<Installed | null>();
  for (const [name, value] of reading.entries(json, 'installed')) {
    if (!KEY.test(name)) {
      reading.drop(`installed ${name}`, 'it is not a package name');
    } else if (value === null) {
      all[name] = null;
    } else {
      const one = distribution(name, value, reading);
      if (one) {
        all[name] = one;
      }
    }
  }
  return all;
}

function distribution(
  name: string,
  json: unknown,
  reading: Reading
): Installed | undefined {
  const entry = isObject(json) ? json : {};
  const supplier = release(json, name, reading);
  if (!supplier) {
    return undefined;
  }
  const location = reading.text(entry.location, `location of ${name}`);
  const requires = reading.items(entry.requires, `requirements of ${name}`);
  const extras = reading.items(entry.extras, `extras of ${name}`);
  const others = reading.items(entry.others, `other suppliers of ${name}`);
  return {
    ...supplier,
    ...(location !== undefined && { location }),
    ...(requires && {
      requires: requires.flatMap(
        item => reading.text(item, `a requirement of ${name}`) ?? []
      )
    }),
    ...(extras && {
      extras: extras.flatMap(
        item => reading.text(item, `an extra of ${name}`, DISTRIBUTION) ?? []
      )
    }),
    ...(others && {
      others: others.flatMap(item => other(item, name, reading))
    })
  };
}

function other(
  json: unknown,
  name: string,
  reading: Reading
): NonNullable<Installed['others']> {
  const supplier = release(json, name, reading);
  const location = isObject(json)
    ? reading.text(json.location, `location of another ${name}`)
    : undefined;
  return supplier === undefined
    ? []
    : [{ ...supplier, ...(location !== undefined && { location }) }];
}

function release(
  json: unknown,
  name: string,
  reading: Reading
): { readonly distribution: string; readonly version: string } | undefined {
  if (!isObject(json)) {
    reading.drop(name, 'it is not an object');
    return undefined;
  }
  const version = reading.text(json.version, `version of ${name}`, VERSION);
  const supplier =
    json.distribution === undefined
      ? name.replace(/_/g, '-')
      : reading.text(json.distribution, `supplier of ${name}`, DISTRIBUTION);
  if (version === undefined || supplier === undefined) {
    reading.drop(name, 'it has no version or no distribution');
    return undefined;
  }
  return { version, distribution: supplier };
}

function texts(
  json: unknown,
  what: string,
  key: RegExp,
  reading: Reading
): Record<string, string> {
  const all = emptyRecord<string>();
  for (const [name, value] of reading.entries(json, what)) {
    const text = key.test(name)
      ? reading.text(value, `${what} ${name}`)
      : reading.drop(`${what} ${name}`, 'it is not a name');
    if (typeof text === 'string') {
      all[name] = text;
    }
  }
  return all;
}

function kerasConfig(
  json: unknown,
  reading: Reading
): Pick<Environment, 'kerasConfig'> {
  if (json === null) {
    return { kerasConfig: null };
  }
  if (!isObject(json)) {
    reading.entries(json, 'keras.json');
    return {};
  }
  const backend = reading.text(json.backend, 'backend of keras.json');
  return { kerasConfig: backend === undefined ? {} : { backend } };
}

function shadowing(
  json: unknown,
  reading: Reading
): Pick<Environment, 'shadowing'> {
  const items = reading.items(json, 'shadowing');
  return items
    ? {
        shadowing: items.flatMap(item => {
          const entry = isObject(item) ? item : {};
          const module = reading.text(entry.module, 'a shadowed module', KEY);
          const path = reading.text(entry.path, 'a shadowing file');
          return module !== undefined && path !== undefined
            ? [{ module, path }]
            : [];
        })
      }
    : {};
}

function installer(
  json: unknown,
  reading: Reading
): { readonly installer?: Installer } {
  if (!isObject(json)) {
    reading.entries(json, 'installer');
    return {};
  }
  return {
    installer: {
      pip: reading.flag(json.pip, 'installer pip'),
      uv: reading.text(json.uv, 'installer uv') ?? null,
      conda: reading.text(json.conda, 'installer conda') ?? null,
      writable: reading.flag(json.writable, 'installer writable'),
      ...(json.userSite !== undefined && {
        userSite: reading.flag(json.userSite, 'installer userSite')
      }),
      externallyManaged: reading.flag(
        json.externallyManaged,
        'installer externallyManaged'
      )
    }
  };
}
