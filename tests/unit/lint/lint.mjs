/** Lints texts with the project's own ESLint rules: [{path, text}] on stdin, the rule ids of each on stdout. */
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';

// Without types: the paths need not exist.
const withoutTypes = {
  files: ['**/*.ts', '**/*.tsx'],
  languageOptions: { parserOptions: { projectService: false } }
};
const eslint = new ESLint({ overrideConfig: [withoutTypes] });

const found = [];
for (const file of JSON.parse(await text(process.stdin))) {
  const [result] = await eslint.lintText(file.text, { filePath: file.path });
  found.push(
    result.messages.map(message => message.messageId ?? message.ruleId)
  );
}
process.stdout.write(JSON.stringify(found));
