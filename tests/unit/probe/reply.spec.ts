import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isInterrupted,
  LONGEST_ANSWER,
  PROBE_KEY,
  ProbeError,
  readEnvironmentText,
  readOutput,
  readReply
} from '../../../src/probe/reply';

/** Contents of `execute_reply` messages, as the kernels named in the keys sent them. */
const RECORDED: Record<string, unknown> = JSON.parse(
  readFileSync(join(__dirname, 'replies.json'), 'utf8')
);

const LEAST = { schema: 1, python: { version: '3.8.18' } };

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64');
}

/** A reply whose answer reads `text`. */
function reply(text: unknown, mime = 'text/plain') {
  const answer = { status: 'ok', data: { [mime]: text }, metadata: {} };
  return { status: 'ok', user_expressions: { [PROBE_KEY]: answer } };
}

function problem(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof ProbeError) {
      return error.message;
    }
    throw error;
  }
  return 'it was read';
}

describe('recorded replies', () => {
  it('tensorflow 2.4.4', () => {
    const environment = readReply(
      RECORDED['tensorflow 2.4.4 on CPython 3.8, ipykernel 6.29']
    );
    expect(environment.python).toMatchObject({
      version: '3.8.18',
      abi: 'cp38'
    });
    expect(environment.installed.tensorflow).toMatchObject({
      version: '2.4.4',
      distribution: 'tensorflow-cpu'
    });
    expect(environment.installed.tensorflow?.requires).toContain(
      'numpy~=1.19.2'
    );
    expect(environment.installed.keras?.version).toBe('2.4.3');
    expect(environment.installed.tf_keras).toBeNull();
    expect(environment.loaded).toEqual({
      tensorflow: '2.4.4',
      numpy: '1.19.5',
      protobuf: '3.20.3',
      h5py: '2.10.0'
    });
    expect(environment.unreadable).toEqual([]);
  });

  it('tensorflow 2.21.0, which two distributions supply', () => {
    const environment = readReply(
      RECORDED['tensorflow 2.21.0 on CPython 3.12, ipykernel 7']
    );
    expect(environment.installed.tensorflow?.others).toEqual([
      { distribution: 'tensorflow-cpu', version: '2.21.0' }
    ]);
    expect(environment.loaded).toMatchObject({
      tensorflow: '2.21.0',
      keras: '3.15.1',
      backend: 'tensorflow'
    });
    expect(environment.unreadable).toEqual([]);
  });

  it('a notebook that shadowed __import__', () => {
    expect(problem(() => readReply(RECORDED['shadowed __import__']))).toBe(
      "The kernel could not answer: TypeError: 'NoneType' object is not callable"
    );
  });
});

test.each<[string, boolean]>([
  ['KeyboardInterrupt', true],
  ['NameError', false]
])('a %s while it answered is an interruption: %s', (ename, expected) => {
  const answer = { status: 'error', ename, evalue: '', traceback: [] };
  const content = { status: 'ok', user_expressions: { [PROBE_KEY]: answer } };
  expect(isInterrupted(content)).toBe(expected);
});

describe('replies that are none', () => {
  const NOT_OURS = 'The kernel does not answer questions of this kind.';
  const NO_TEXT = "The kernel's answer holds no text.";
  const NOT_PRINTED = "The kernel's answer is not what the probe prints.";
  test.each<[string, unknown, string]>([
    ['nothing', undefined, NOT_OURS],
    ['null', null, NOT_OURS],
    ['a list', [], NOT_OURS],
    ['no expressions', { status: 'ok' }, NOT_OURS],
    ['aborted', { status: 'aborted' }, NOT_OURS],
    ['other expressions', { user_expressions: { r: {} } }, NOT_OURS],
    ['a text as expressions', { user_expressions: 'x' }, NOT_OURS],
    ['no data', { user_expressions: { [PROBE_KEY]: {} } }, NO_TEXT],
    ['a number', reply(3), NO_TEXT],
    ['HTML', reply('<b>x</b>', 'text/html'), NO_TEXT],
    ['empty', reply(''), 'This is not an environment: it is not JSON.'],
    ['not base64', reply("'<script>'"), NOT_PRINTED],
    ['cut off', reply("'eyJzY2hlbWE'"), NOT_PRINTED],
    ['not UTF-8', reply("'//79'"), NOT_PRINTED],
    [
      'not JSON',
      reply("'bm90IEpTT04='"),
      'This is not an environment: it is not JSON.'
    ],
    [
      'a list',
      reply(encode([])),
      'This is not an environment: it is no JSON object.'
    ],
    [
      'no schema',
      reply(encode({})),
      'This is not an environment that this release reads: its schema is not 1.'
    ],
    [
      'another schema',
      reply(encode({ ...LEAST, schema: 2 })),
      'This is not an environment that this release reads: its schema is not 1.'
    ],
    [
      'no Python',
      reply(encode({ schema: 1 })),
      'This is not an environment: no Python version in it.'
    ],
    [
      '50 MB',
      reply('x'.repeat(50_000_000)),
      'The environment is too long to be one: 50 MB, at most 2 MB.'
    ]
  ])('%s', (_, content, message) => {
    expect(problem(() => readReply(content))).toBe(message);
  });

  it('an error of any length becomes one line', () => {
    const answer = {
      status: 'error',
      ename: 'Boom',
      evalue: `a\n\tb\u0000${'c'.repeat(1e6)}`
    };
    const message = problem(() =>
      readReply({ user_expressions: { [PROBE_KEY]: answer } })
    );
    expect(message).toMatch(/^The kernel could not answer: Boom: a b c+…$/);
    expect(message.length).toBeLessThan(240);
  });
});

describe('what a script printed', () => {
  it('is read with its line end', () => {
    expect(readOutput(`${encode(LEAST)}\r\n`).python.version).toBe('3.8.18');
  });

  it('comes after what start-up files printed', () => {
    expect(readOutput(`hello\nyou\n${encode(LEAST)}\n`)).toMatchObject(LEAST);
  });

  it('is JSON where a person asked for it', () => {
    expect(readEnvironmentText(JSON.stringify(LEAST)).python.version).toBe(
      '3.8.18'
    );
  });

  it('may be long but not endless', () => {
    expect(problem(() => readOutput('x'.repeat(LONGEST_ANSWER + 1)))).toMatch(
      /too long/
    );
  });
});
