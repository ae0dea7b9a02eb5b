/** Parts of a message: plain words, and code between backticks. */

export interface MessageSpan {
  readonly text: string;
  readonly code: boolean;
}

/** Splits at backticks. An unpaired backtick is an ordinary character. */
export function messageSpans(message: string): readonly MessageSpan[] {
  const spans: MessageSpan[] = [];
  let rest = 0;
  for (const match of message.matchAll(/`([^`]+)`/g)) {
    if (match.index > rest) {
      spans.push({ text: message.slice(rest, match.index), code: false });
    }
    spans.push({ text: match[1], code: true });
    rest = match.index + match[0].length;
  }
  if (rest < message.length) {
    spans.push({ text: message.slice(rest), code: false });
  }
  return spans;
}
