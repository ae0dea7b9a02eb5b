/** Attributes of values whose type is Python's own: the same under CPython 3.6 to 3.13. */

const PLAIN: readonly (readonly [RegExp, ReadonlySet<string>])[] = [
  [/\.__dict__$/, new Set(['copy', 'get', 'items', 'keys', 'values'])],
  [
    /\._TF_MODULE_IGNORED_PROPERTIES$/,
    new Set([
      'copy',
      'difference',
      'intersection',
      'isdisjoint',
      'issubset',
      'issuperset',
      'symmetric_difference',
      'union'
    ])
  ],
  [
    /\.mock\.patch$/,
    new Set(['dict', 'multiple', 'object', 'stopall', 'TEST_PREFIX'])
  ]
];

/** Whether what the path leads to has the attribute, as far as that can be told from the path. */
export function isPlain(shown: string, name: string): boolean {
  return PLAIN.some(([path, names]) => path.test(shown) && names.has(name));
}
