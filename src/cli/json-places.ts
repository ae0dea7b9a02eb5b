/** Where the values of a JSON text stand in it, so that one can be changed and every other character stays. */

/** A string with its quotes. */
export interface TextNode {
  readonly kind: 'text';
  readonly from: number;
  readonly to: number;
}

/** From its bracket on. */
export interface ListNode {
  readonly kind: 'list';
  readonly from: number;
  readonly items: readonly JsonNode[];
}

/** With its braces. */
export interface RecordNode {
  readonly kind: 'record';
  readonly from: number;
  readonly to: number;
  readonly fields: ReadonlyMap<string, JsonNode>;
}

export type JsonNode =
  TextNode | ListNode | RecordNode | { readonly kind: 'other' };

/** One UTF-16 unit of a string's value, as it is written. */
export interface Unit {
  readonly from: number;
  readonly to: number;
}

/** @param json A text that JSON.parse takes. */
export function readPlaces(json: string): JsonNode {
  return new Reader(json).value();
}

/** The units of a string, in order: `\n` and `\u00e9` are one each. */
export function unitsOf(json: string, { from, to }: TextNode): readonly Unit[] {
  const units: Unit[] = [];
  let at = from + 1;
  while (at < to - 1) {
    const length = json[at] !== '\\' ? 1 : json[at + 1] === 'u' ? 6 : 2;
    units.push({ from: at, to: at + length });
    at += length;
  }
  return units;
}

class Reader {
  constructor(private readonly json: string) {}

  value(): JsonNode {
    this.skip();
    switch (this.json[this.at]) {
      case '{':
        return this.record();
      case '[':
        return this.list();
      case '"':
        return this.text();
      default:
        this.at +=
          /^[^\s,\]}]*/.exec(this.json.slice(this.at, this.at + 400))?.[0]
            .length ?? 0;
        return { kind: 'other' };
    }
  }

  private list(): JsonNode {
    const items: JsonNode[] = [];
    const from = this.at;
    this.at += 1;
    while (!this.takes(']')) {
      items.push(this.value());
      this.takes(',');
    }
    return { kind: 'list', from, items };
  }

  /** Of a key that stands twice the last one counts, as for JSON.parse. */
  private record(): JsonNode {
    const fields = new Map<string, JsonNode>();
    const from = this.at;
    this.at += 1;
    while (!this.takes('}')) {
      this.skip();
      const { from, to } = this.text();
      const key: unknown = JSON.parse(this.json.slice(from, to));
      this.takes(':');
      fields.set(String(key), this.value());
      this.takes(',');
    }
    return { kind: 'record', from, to: this.at, fields };
  }

  private text(): TextNode {
    const from = this.at;
    this.at += 1;
    while (this.at < this.json.length && this.json[this.at] !== '"') {
      this.at += this.json[this.at] === '\\' ? 2 : 1;
    }
    this.at += 1;
    return { kind: 'text', from, to: this.at };
  }

  /** Goes past the sign where it comes next; at the end everything is taken to come, so that no loop is left running. */
  private takes(sign: string): boolean {
    this.skip();
    if (this.json[this.at] === sign) {
      this.at += 1;
      return true;
    }
    return this.at >= this.json.length;
  }

  private skip(): void {
    while (/^[\s\uFEFF]$/.test(this.json[this.at] ?? '')) {
      this.at += 1;
    }
  }

  private at = 0;
}
