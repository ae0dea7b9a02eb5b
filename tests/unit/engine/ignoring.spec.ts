/** The comment that silences a finding stands where Python and the engine both read it. */

import { replaced, replacementsOf } from '../../../src/engine/edits';
import { ignoringFix } from '../../../src/engine/ignoring';

const R = 'missing-symbol';
const HERE = '# keras-doctor: ignore[missing-symbol]';
const CELL = '# keras-doctor: ignore-cell[missing-symbol]';

/** Line of the name, first line of its statement, cell before, cell after. */
const cases: [string, number, number, string, string][] = [
  ['the end of the line', 1, 1, 'tf.Session', `tf.Session  ${HERE}`],
  [
    'one line of several',
    2,
    2,
    'import a\nimport b\nimport c',
    `import a\nimport b  ${HERE}\nimport c`
  ],
  ['spaces at the end', 1, 1, 'tf.Session \t', `tf.Session  ${HERE}`],
  ['a comment there', 1, 1, 'tf.a  # why', `tf.a  # why  ${HERE}`],
  [
    'a list of rules there',
    1,
    1,
    'tf.a  # keras-doctor: ignore[broken-pair]',
    'tf.a  # keras-doctor: ignore[broken-pair, missing-symbol]'
  ],
  [
    'a list in a text',
    1,
    1,
    'tf.a("# keras-doctor: ignore[x]")',
    `tf.a("# keras-doctor: ignore[x]")  ${HERE}`
  ],
  [
    'a name within brackets',
    2,
    1,
    'from tf.keras import (\n    a,\n    b)',
    `from tf.keras import (\n    a,  ${HERE}\n    b)`
  ],
  [
    'a line that a string goes on from',
    1,
    1,
    'tf.foo("""\ntext\n""")',
    `${CELL}\ntf.foo("""\ntext\n""")`
  ],
  [
    'a name after a string of several lines',
    2,
    1,
    'f("""\n""", tf.foo)',
    `f("""\n""", tf.foo)  ${HERE}`
  ],
  [
    'the first line of a statement, where the own goes on',
    2,
    1,
    'f(\n  tf.foo + \\\n  1)',
    `f(  ${HERE}\n  tf.foo + \\\n  1)`
  ],
  [
    'a line that goes on after a backslash',
    1,
    1,
    'from tf.keras import \\\n  a',
    `${CELL}\nfrom tf.keras import \\\n  a`
  ],
  [
    'a command',
    2,
    2,
    'x = 1\n!pip install keras==2',
    `${CELL}\nx = 1\n!pip install keras==2`
  ],
  [
    'a command below a cell magic',
    2,
    2,
    '%%time\n!pip install keras==2',
    `%%time\n${CELL}\n!pip install keras==2`
  ],
  [
    'a command below a cell magic below empty lines',
    3,
    3,
    '\n%%time\n!pip install keras==2',
    `\n%%time\n${CELL}\n!pip install keras==2`
  ],
  ['CRLF', 1, 1, 'tf.a\r\ntf.b', `tf.a  ${HERE}\r\ntf.b`],
  [
    'a magic that runs Python',
    1,
    1,
    '%time tf.foo()',
    `%time tf.foo()  ${HERE}`
  ]
];

it.each(cases)('%s', (_, line, statementLine, before, after) => {
  const fix = ignoringFix(before, { rule: R, line, statementLine });
  const made = replaced(before, replacementsOf(before, fix ? [fix] : []));
  expect(made).toBe(after);
});

it('there is none in a cell that is not Python', () => {
  expect(
    ignoringFix('%%bash\nls', { rule: R, line: 2, statementLine: 2 })
  ).toBeNull();
});
