/** Refused values as the atlas has them, and the guard that lets them in. The format: atlas/README.md. */

/** A literal that an argument may be written as. */
export type ValueLiteral = string | number | boolean | null;

/** One argument and the classes that its values fall into; exactly one of `ends`, `has`, `types`, `values` is there. */
export interface ValueArgument {
  readonly name?: string;
  /** Its position, where it may be given by position. */
  readonly at?: number;
  /** That it is not given is one more class. */
  readonly absent?: boolean;
  readonly ends?: readonly string[];
  readonly has?: readonly string[];
  readonly types?: readonly string[];
  readonly values?: readonly ValueLiteral[];
  /** Values that do the same as others. */
  readonly like?: Readonly<Record<string, string>>;
}

/** Callables that never contradict each other. */
export interface ValueGroup {
  readonly records: readonly number[];
  /** The set of columns in which the calls were tried. */
  readonly tried: number;
  /** Set, text (-1 where it is not known), classes of calls. */
  readonly rows: readonly (readonly number[])[];
}

export interface ValueProbe {
  readonly member?: string;
  /** A notebook that has one of these names may make files that are taken, or give a value a meaning of its own. */
  readonly unless?: readonly string[];
  /** Its first argument names what is there already. */
  readonly reads?: boolean;
  readonly arguments: readonly ValueArgument[];
  readonly groups: readonly ValueGroup[];
}

export interface ValuesData {
  readonly sets: readonly string[];
  /** `Type: message`, `{}` in the place of the value. */
  readonly texts: readonly string[];
  readonly probes: readonly ValueProbe[];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText);
}

function areNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every(Number.isInteger);
}

function isOptional(
  value: unknown,
  is: (value: unknown) => boolean
): value is undefined {
  return value === undefined || is(value);
}

function isLiteral(value: unknown): value is ValueLiteral {
  return (
    value === null || ['string', 'number', 'boolean'].includes(typeof value)
  );
}

function isArgument(value: unknown): value is ValueArgument {
  return (
    isRecord(value) &&
    isOptional(value.name, isText) &&
    isOptional(value.at, Number.isInteger) &&
    isOptional(value.absent, each => typeof each === 'boolean') &&
    [value.ends, value.has, value.types].every(each =>
      isOptional(each, isTexts)
    ) &&
    isOptional(
      value.values,
      each => Array.isArray(each) && each.every(isLiteral)
    ) &&
    isOptional(
      value.like,
      each => isRecord(each) && Object.values(each).every(isText)
    )
  );
}

function isGroup(value: unknown): value is ValueGroup {
  return (
    isRecord(value) &&
    areNumbers(value.records) &&
    Number.isInteger(value.tried) &&
    Array.isArray(value.rows) &&
    value.rows.every(areNumbers)
  );
}

function isProbe(value: unknown): value is ValueProbe {
  return (
    isRecord(value) &&
    isOptional(value.member, isText) &&
    isOptional(value.unless, isTexts) &&
    isOptional(value.reads, each => typeof each === 'boolean') &&
    Array.isArray(value.arguments) &&
    value.arguments.length > 0 &&
    value.arguments.every(isArgument) &&
    Array.isArray(value.groups) &&
    value.groups.every(isGroup)
  );
}

export function isValues(value: unknown): value is ValuesData {
  return (
    isRecord(value) &&
    isTexts(value.sets) &&
    isTexts(value.texts) &&
    Array.isArray(value.probes) &&
    value.probes.every(isProbe)
  );
}
