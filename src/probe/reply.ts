/** What a kernel or an interpreter answered to the probe → Environment. */
import type { Environment } from '../engine/types';
import { decodeBase64 } from './base64';
import { readEnvironment } from './environment';
import { isObject, oneLine } from './guards';
import { ProbeError } from './problem';

export { readEnvironment } from './environment';
export { ProbeError } from './problem';

/**
 * Longest answer that is read, in characters. The environment of 600 installed
 * packages is about 70,000 long.
 */
export const LONGEST_ANSWER = 2_000_000;

/** The key of the probe in `user_expressions`. */
export const PROBE_KEY = 'keras_doctor';

/**
 * The Environment in the content of an `execute_reply` whose user expression
 * `PROBE_KEY` was the probe.
 *
 * @throws ProbeError whatever else it is.
 */
export function readReply(reply: unknown): Environment {
  const answer = answerOf(reply);
  if (!isObject(answer)) {
    throw new ProbeError('The kernel does not answer questions of this kind.');
  }
  if (answer.status === 'error') {
    const cause = [answer.ename, answer.evalue].filter(
      part => typeof part === 'string' && part
    );
    throw new ProbeError(
      'The kernel could not answer: %1',
      oneLine(cause.join(': '))
    );
  }
  const text = isObject(answer.data) ? answer.data['text/plain'] : undefined;
  if (typeof text !== 'string') {
    throw new ProbeError("The kernel's answer holds no text.");
  }
  checkLength(text);
  return readOutput(text.replace(/^(['"])(.*)\1$/, '$2'));
}

/** Whether the user interrupted the kernel while it answered: no fault, ask again. */
export function isInterrupted(reply: unknown): boolean {
  const answer = answerOf(reply);
  return isObject(answer) && answer.ename === 'KeyboardInterrupt';
}

/**
 * The Environment that the probe printed when it was run as a script,
 * on the last line: an interpreter's own start-up files may print before it.
 *
 * @throws ProbeError where it printed something else.
 */
export function readOutput(printed: string): Environment {
  checkLength(printed);
  const json = decodeBase64(printed.trim().replace(/^[^]*[\r\n]/, ''));
  if (json === null) {
    throw new ProbeError("The kernel's answer is not what the probe prints.");
  }
  return readEnvironmentText(json);
}

/**
 * The Environment in a JSON document, as `keras-doctor probe` prints it.
 *
 * @throws ProbeError where it is too long, not JSON, or no Environment.
 */
export function readEnvironmentText(text: string): Environment {
  checkLength(text);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ProbeError('This is not an environment: it is not JSON.');
  }
  return readEnvironment(json);
}

function answerOf(reply: unknown): unknown {
  const answers = isObject(reply) ? reply.user_expressions : undefined;
  return isObject(answers) ? answers[PROBE_KEY] : undefined;
}

function checkLength(text: string): void {
  if (text.length > LONGEST_ANSWER) {
    const [size, most] = [text.length, LONGEST_ANSWER].map(
      length => `${Math.ceil(length / 1e6)} MB`
    );
    throw new ProbeError(
      'The environment is too long to be one: %1, at most %2.',
      String(size),
      String(most)
    );
  }
}
