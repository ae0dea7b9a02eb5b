/**
 * Writes the message catalogue: every text that the sources and the schema show to people, for translators.
 * With --check it writes nothing, and fails where the committed catalogue is another.
 *
 * What a call can say is read from the type of its first argument, so that texts may stand in constants. A text that only the
 * running program knows cannot be translated: it is an error here.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

import { schemaMessages } from './schema-messages.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const DOMAIN = 'jupyterlab_keras_doctor';
const target = `${root}${DOMAIN}/locale/${DOMAIN}.pot`;

/** Methods of Jupyter's translation bundles: where the context, the text and its plural stand among the arguments. */
const METHODS = {
  __: { id: 0 },
  gettext: { id: 0 },
  _n: { id: 0, plural: 1 },
  ngettext: { id: 0, plural: 1 },
  _p: { context: 0, id: 1 },
  pgettext: { context: 0, id: 1 },
  _np: { context: 0, id: 1, plural: 2 },
  npgettext: { context: 0, id: 1, plural: 2 }
};

/** Types of functions that take a text and its values, as `__` does. */
const SAYING = ['Say', 'Tell', 'Doubt'];

/** Errors whose message is shown: a template and its values. */
const ERRORS = ['ProbeError', 'AtlasError'];

/** Messages that calls in the sources say, and calls whose text is not known. */
function sourceMessages() {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, file =>
    readFileSync(file, 'utf8')
  );
  const { fileNames, options } = ts.parseJsonConfigFileContent(
    config,
    ts.sys,
    root
  );
  const program = ts.createProgram(fileNames, options);
  const checker = program.getTypeChecker();
  const messages = [];
  const unknown = [];

  /** The texts that an expression can be; null where they are not known. */
  const texts = expression => {
    const type = checker.getTypeAtLocation(expression);
    const parts = type.isUnion() ? type.types : [type];
    return parts.every(part => part.isStringLiteral())
      ? parts.map(part => part.value)
      : null;
  };

  const visit = (node, source) => {
    const form = ts.isCallExpression(node)
      ? formOf(node.expression, checker)
      : ts.isNewExpression(node) && ERRORS.includes(node.expression.getText())
        ? METHODS.__
        : null;
    if (form) {
      const file = relative(root, source.fileName);
      const [contexts, ids, plurals] = [form.context, form.id, form.plural].map(
        at => (at === undefined ? [undefined] : texts(node.arguments[at]))
      );
      if (contexts && ids && plurals) {
        ids.forEach((id, index) =>
          messages.push({
            context: contexts[0],
            id,
            plural: plurals[index],
            file
          })
        );
      } else if (!passesOn(node, form, checker)) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        unknown.push(`${file}:${line + 1}: ${node.getText()}`);
      }
    }
    ts.forEachChild(node, child => visit(child, source));
  };

  for (const source of program.getSourceFiles()) {
    if (fileNames.includes(source.fileName)) {
      visit(source, source);
    }
  }
  return { messages, unknown };
}

/** How a call takes its texts; null where it says nothing to people. */
function formOf(callee, checker) {
  const type = checker.getTypeAtLocation(callee);
  if (SAYING.includes(type.aliasSymbol?.name)) {
    return METHODS.__;
  }
  if (!ts.isPropertyAccessExpression(callee)) {
    return null;
  }
  const of = checker.getTypeAtLocation(callee.expression);
  return (of.aliasSymbol ?? of.symbol)?.name === 'TranslationBundle'
    ? (METHODS[callee.name.text] ?? null)
    : null;
}

/** Whether a call only hands on what was given to it: to a `Say`, to an error, or as a message that is told elsewhere. */
function passesOn(call, { id }, checker) {
  const symbol = checker.getSymbolAtLocation(call.arguments[id]);
  const parameter = symbol?.valueDeclaration;
  if (parameter && ts.isBindingElement(parameter)) {
    const of = checker.getTypeAtLocation(parameter.parent);
    return of.symbol?.name === 'Told';
  }
  if (parameter === undefined || !ts.isParameter(parameter)) {
    return false;
  }
  if (ts.isConstructorDeclaration(parameter.parent)) {
    return ERRORS.includes(parameter.parent.parent.name?.text);
  }
  return (
    (ts.isArrowFunction(parameter.parent) ||
      ts.isFunctionExpression(parameter.parent)) &&
    SAYING.includes(
      checker.getContextualType(parameter.parent)?.aliasSymbol?.name
    )
  );
}

/** One entry for each text, with all places that say it. */
function merged(messages) {
  const entries = new Map();
  for (const { context, id, plural, file } of messages) {
    const key = JSON.stringify([context ?? '', id, plural ?? '']);
    const entry = entries.get(key) ?? { context, id, plural, files: new Set() };
    entry.files.add(file);
    entries.set(key, entry);
  }
  return [...entries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, each]) => each);
}

function rendered(entries) {
  const header = [
    '# Texts of Keras Doctor. Made by scripts/catalogue.mjs.',
    'msgid ""',
    'msgstr ""',
    `"Project-Id-Version: ${DOMAIN}\\n"`,
    '"MIME-Version: 1.0\\n"',
    '"Content-Type: text/plain; charset=UTF-8\\n"',
    '"Content-Transfer-Encoding: 8bit\\n"'
  ];
  const blocks = entries.map(({ context, id, plural, files }) => [
    ...[...files].sort().map(file => `#: ${file}`),
    ...(context === undefined ? [] : [`msgctxt ${quoted(context)}`]),
    `msgid ${quoted(id)}`,
    ...(plural === undefined
      ? ['msgstr ""']
      : [`msgid_plural ${quoted(plural)}`, 'msgstr[0] ""', 'msgstr[1] ""'])
  ]);
  return [header, ...blocks].map(lines => lines.join('\n') + '\n').join('\n');
}

/** As gettext writes a string: the escapes are those of JSON. */
function quoted(text) {
  return JSON.stringify(text);
}

const { messages, unknown } = sourceMessages();
if (unknown.length > 0) {
  console.error(`Texts that no translator can know:\n${unknown.join('\n')}`);
  process.exit(1);
}
const schema = 'schema/plugin.json';
const inSchema = schemaMessages(
  JSON.parse(readFileSync(`${root}${schema}`, 'utf8'))
).map(message => ({ ...message, file: schema }));
const text = rendered(merged([...messages, ...inSchema]));

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('The catalogue is old: node scripts/catalogue.mjs');
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
}
