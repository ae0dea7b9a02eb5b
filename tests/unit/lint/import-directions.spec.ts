/** The lint rules that keep the layers apart must bite, through the configuration that `make lint` uses. */
import { execFileSync } from 'node:child_process';
import * as path from 'node:path';

const root = path.resolve(__dirname, '../../..');

const value = (specifier: string) => `export { a } from '${specifier}';\n`;
const type = (specifier: string) => `export type { A } from '${specifier}';\n`;

interface Case {
  readonly path: string;
  readonly text: string;
  /** Message id of the direction rule, or null where the import is allowed. */
  readonly found: string | null;
}

function line(file: string, text: string, found: string | null): Case {
  return { path: `src/${file}`, text, found };
}

const cases: readonly Case[] = [
  line('engine/rules/a.ts', value('../types'), null),
  line('engine/rules/a.ts', value('@lezer/python'), null),
  line('engine/rules/a.ts', value('@renovatebot/pep440'), null),
  line('engine/rules/a.ts', value('../../kernel/watcher'), 'direction'),
  line('engine/rules/a.ts', type('../../tokens'), 'direction'),
  line('engine/a.ts', type('@jupyterlab/services'), 'direction'),
  line('engine/a.ts', value('node:fs'), 'direction'),
  line('engine/a.ts', "import 'react';\n", 'direction'),
  line('engine/a.ts', "export const a = import('fs');\n", 'direction'),
  line('probe/a.ts', type('../engine/types'), null),
  line('probe/a.ts', value('../engine/check'), 'typesOnly'),
  line('kernel/a.ts', value('../probe/reply'), null),
  line('kernel/a.ts', type('../notebook/cells'), 'direction'),
  line('notebook/marks/a.ts', value('@codemirror/lint'), null),
  line('notebook/marks/a.ts', value('../../kernel/watcher'), null),
  line('notebook/a.ts', value('../panel/panel'), 'direction'),
  line('notebook/a.ts', value('react'), 'direction'),
  line('panel/a.tsx', value('react'), null),
  line('panel/a.tsx', value('../tokens'), null),
  line('panel/a.tsx', value('../status/item'), 'direction'),
  line('panel/a.tsx', value('../kernel/watcher'), 'direction'),
  line('panel/a.tsx', value('@codemirror/view'), 'direction'),
  line('status/a.tsx', value('../commands/commands'), 'direction'),
  line('commands/a.ts', value('../notebook/tracker'), 'direction'),
  line('commands/a.ts', value('react'), 'direction'),
  line('cli/a.ts', value('node:fs'), null),
  line('cli/a.ts', value('../engine/check'), null),
  line('cli/a.ts', value('@jupyterlab/services'), 'direction'),
  line('cli/a.ts', value('../tokens'), 'direction'),
  line('elsewhere/a.ts', value('react'), 'unplaced')
];

describe('import directions', () => {
  const answers: string[][] = JSON.parse(
    execFileSync(process.execPath, [path.join(__dirname, 'lint.mjs')], {
      cwd: root,
      input: JSON.stringify(cases),
      encoding: 'utf8'
    })
  );

  it.each(cases.map((one, i) => ({ ...one, answer: answers[i] })))(
    '$path: $text',
    ({ found, answer }) => {
      expect(answer).toEqual(found === null ? [] : [found]);
    }
  );
});
