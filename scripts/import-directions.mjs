/**
 * ESLint rule: which folder of src/ may import what. The picture is in docs/architecture.md.
 *
 * An entry names a folder or file of src/ (`engine`, `tokens`), a package (`@lumino/*`), or, after `type `, something
 * of which only types may be imported: they leave nothing in the built program.
 */
import path from 'node:path';

const SHARED = [
  'tokens',
  'settings',
  'icon',
  'spans',
  'counts',
  'severity',
  'keys',
  'pins',
  'show-panel',
  'translation'
];
const VIEW = [...SHARED, 'type engine', '@jupyterlab/*', '@lumino/*'];
const REACT = ['react', '@jupyter/react-components'];

export const DIRECTIONS = {
  engine: ['@lezer/*', '@renovatebot/pep440'],
  probe: ['type engine'],
  kernel: [
    'probe',
    'type engine',
    '@jupyterlab/services',
    '@jupyterlab/apputils',
    '@lumino/*'
  ],
  notebook: [
    ...SHARED,
    'kernel',
    'engine',
    'probe',
    'atlas.json',
    '@codemirror/*',
    '@jupyterlab/*',
    '@lumino/*'
  ],
  panel: [...VIEW, ...REACT],
  status: [...VIEW, ...REACT],
  commands: [...VIEW, 'markdown', 'version'],
  pages: [...VIEW, 'pages.json'],
  cli: ['engine', 'probe', 'node:*'],
  tokens: VIEW,
  settings: VIEW,
  icon: VIEW,
  spans: VIEW,
  severity: VIEW,
  counts: VIEW,
  keys: ['@lumino/*'],
  pins: VIEW,
  'show-panel': VIEW,
  translation: ['@jupyterlab/translation'],
  markdown: VIEW,
  version: [],
  index: [
    ...SHARED,
    'kernel',
    'notebook',
    'panel',
    'status',
    'commands',
    'pages',
    'engine',
    '@jupyterlab/*'
  ]
};

const withoutExtension = name => name.replace(/\.d?\.?tsx?$/, '');

/** `engine` for `src/engine/rules/index.ts`, `tokens` for `src/tokens.ts`, null outside src/. */
function partOf(file, sources) {
  const relative = path.relative(sources, file);
  return relative.startsWith('..')
    ? null
    : withoutExtension(relative.split(path.sep)[0]);
}

function matches(entry, target) {
  return entry.endsWith('*')
    ? target.startsWith(entry.slice(0, -1))
    : target === entry || target.startsWith(`${entry}/`);
}

/** The folder or file of src/ that an import leads to, or the package's name. */
function targetOf(specifier, file, sources) {
  return specifier.startsWith('.')
    ? (partOf(path.resolve(path.dirname(file), specifier), sources) ??
        specifier)
    : specifier;
}

export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      direction:
        '{{from}} must not import {{to}} (scripts/import-directions.mjs).',
      typesOnly:
        '{{from}} may import only types from {{to}}: write `import type`.',
      unplaced:
        'src/{{from}} has no place among the layers yet: add it to scripts/import-directions.mjs.'
    }
  },
  create(context) {
    const sources = path.join(context.cwd, 'src');
    const from = partOf(context.filename, sources);

    function report(node, to, typesOnly) {
      const allowed = DIRECTIONS[from];
      const data = { from, to };
      if (!allowed) {
        context.report({ node, messageId: 'unplaced', data });
      } else if (allowed.some(entry => matches(entry, to))) {
        return;
      } else if (!allowed.some(entry => matches(entry, `type ${to}`))) {
        context.report({ node, messageId: 'direction', data });
      } else if (!typesOnly) {
        context.report({ node, messageId: 'typesOnly', data });
      }
    }

    function check(node) {
      if (typeof node.source?.value !== 'string') {
        return;
      }
      const to = targetOf(node.source.value, context.filename, sources);
      if (to !== from) {
        report(node, to, [node.importKind, node.exportKind].includes('type'));
      }
    }

    return from === null
      ? {}
      : {
          ImportDeclaration: check,
          ImportExpression: check,
          ExportAllDeclaration: check,
          ExportNamedDeclaration: check,
          TSImportType: node => {
            const { value } = node.argument?.literal ?? node.source ?? {};
            check({ ...node, source: { value }, importKind: 'type' });
          }
        };
  }
};
