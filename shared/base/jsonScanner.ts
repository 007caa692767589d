/** Kinds of JSON tokens; `comment` and `unknown` are faults that a reader reports and steps over. */
export type TokenKind =
  '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'number' | 'true' | 'false' | 'null' | 'comment' | 'unknown' | 'end';

/** A fault inside a token. */
export type TokenFault = 'unfinished' | 'control-character' | 'escape' | 'surrogate' | 'nul' | 'number';

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /[\w$.+-]+/y;
const loneSurrogate = /\p{Surrogate}/u;
const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Reads one token of JSON text after another; the fields tell of the latest. Never throws; numbers stay text. */
export class JsonScanner {
  kind: TokenKind = 'end';
  /** Offsets of the token, `[from, until)`. */
  from = 0;
  until = 0;
  /** The value of a string, the text of a number or an unknown word. */
  value = '';
  fault: TokenFault | null = null;
  private text = '';

  /** Starts anew, at offset `start` of a text. */
  begin(text: string, start: number): void {
    this.text = text;
    this.until = start;
  }

  next(): TokenKind {
    this.fault = null;
    this.value = '';
    const from = skipSpace(this.text, this.until);
    this.from = from;
    const char = this.text[from];
    if (char === undefined) return this.take('end', from);
    if (char === '"') return this.takeString(from);
    if (char === '-' || (char >= '0' && char <= '9')) return this.takeNumber(from);
    if ('{}[]:,'.includes(char)) return this.take(char as TokenKind, from + 1);
    return char === '/' ? this.takeComment(from) : this.takeWord(from);
  }

  private take(kind: TokenKind, until: number): TokenKind {
    this.kind = kind;
    this.until = until;
    return kind;
  }

  private takeNumber(from: number): TokenKind {
    number.lastIndex = from;
    const match = number.exec(this.text);
    const until = wordEnd(this.text, from);
    this.value = this.text.slice(from, until);
    if (!match || from + match[0].length !== until) this.fault = 'number';
    return this.take('number', until);
  }

  private takeWord(from: number): TokenKind {
    const until = Math.max(wordEnd(this.text, from), from + 1);
    const value = this.text.slice(from, until);
    this.value = value;
    return this.take(value === 'true' || value === 'false' || value === 'null' ? value : 'unknown', until);
  }

  private takeComment(from: number): TokenKind {
    const { text } = this;
    if (text[from + 1] === '/') return this.take('comment', lineEnd(text, from));
    if (text[from + 1] !== '*') return this.takeWord(from);
    const close = text.indexOf('*/', from + 2);
    return this.take('comment', close < 0 ? text.length : close + 2);
  }

  private takeString(from: number): TokenKind {
    const { text } = this;
    let plainFrom = from + 1;
    let value = '';
    let doubtful = false;
    let at = plainFrom;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === 34) break;
      if (Number.isNaN(code) || code === 10 || code === 13) {
        this.fault = 'unfinished';
        break;
      }
      if (code === 92) {
        doubtful = true;
        value += text.slice(plainFrom, at);
        const [char, length] = this.readEscape(at);
        value += char;
        at += length;
        plainFrom = at;
        continue;
      }
      if (code < 32) this.fault ??= 'control-character';
      doubtful ||= code >= 0xd800 && code <= 0xdfff;
      at += 1;
    }
    this.value = value + text.slice(plainFrom, at);
    if (doubtful) this.fault ??= characterFault(this.value);
    return this.take('string', Math.min(at + 1, text.length));
  }

  private readEscape(at: number): readonly [string, number] {
    const char = this.text[at + 1] ?? '';
    const plain = escapes.get(char);
    if (plain !== undefined) return [plain, 2];
    const hex = char === 'u' ? this.text.slice(at + 2, at + 6) : '';
    if (/^[0-9A-Fa-f]{4}$/.test(hex)) return [String.fromCharCode(parseInt(hex, 16)), 6];
    this.fault ??= 'escape';
    return ['', 1];
  }
}

function characterFault(value: string): TokenFault | null {
  if (value.includes('\0')) return 'nul';
  return loneSurrogate.test(value) ? 'surrogate' : null;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) break;
  }
  return at;
}

function wordEnd(text: string, from: number): number {
  word.lastIndex = from;
  const match = word.exec(text);
  return match ? from + match[0].length : from;
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}
