/** Kinds of JSON tokens; `comment` and `unknown` are faults that a reader reports and steps over. */
export type TokenKind =
  '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'number' | 'true' | 'false' | 'null' | 'comment' | 'unknown' | 'end';

/** A fault inside a token. */
export type TokenFault = 'unfinished' | 'control-character' | 'escape' | 'surrogate' | 'nul' | 'number';

/** Reads one token after another; the fields tell of the latest. */
export interface JsonScanner {
  kind: TokenKind;
  from: number;
  until: number;
  /** The value of a string, the text of a number. */
  value: string;
  fault: TokenFault | null;
  next(): void;
}

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

/** A scanner over JSON text, from offset `start`. Never throws; numbers stay text. */
export function jsonScanner(text: string, start: number): JsonScanner {
  const scanner: JsonScanner = { kind: 'end', from: start, until: start, value: '', fault: null, next };
  return scanner;

  function next(): void {
    scanner.fault = null;
    scanner.value = '';
    const from = skipSpace(text, scanner.until);
    scanner.from = from;
    const char = text[from];
    if (char === undefined) return take('end', from);
    if ('{}[]:,'.includes(char)) return take(char as TokenKind, from + 1);
    if (char === '"') return takeString(from);
    if (char === '/') return takeComment(from);
    if (char === '-' || (char >= '0' && char <= '9')) return takeNumber(from);
    return takeWord(from);
  }

  function take(kind: TokenKind, until: number): void {
    scanner.kind = kind;
    scanner.until = until;
  }

  function takeNumber(from: number): void {
    number.lastIndex = from;
    const match = number.exec(text);
    const until = wordEnd(text, from);
    scanner.value = text.slice(from, until);
    if (!match || from + match[0].length !== until) scanner.fault = 'number';
    take('number', until);
  }

  function takeWord(from: number): void {
    const until = Math.max(wordEnd(text, from), from + 1);
    const value = text.slice(from, until);
    scanner.value = value;
    take(value === 'true' || value === 'false' || value === 'null' ? value : 'unknown', until);
  }

  function takeComment(from: number): void {
    if (text[from + 1] === '/') return take('comment', lineEnd(text, from));
    if (text[from + 1] !== '*') return takeWord(from);
    const close = text.indexOf('*/', from + 2);
    take('comment', close < 0 ? text.length : close + 2);
  }

  function takeString(from: number): void {
    let plainFrom = from + 1;
    let value = '';
    let at = plainFrom;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === 34) break;
      if (Number.isNaN(code) || code === 10 || code === 13) {
        scanner.fault = 'unfinished';
        break;
      }
      if (code === 92) {
        value += text.slice(plainFrom, at);
        const [char, length] = readEscape(at);
        value += char;
        at += length;
        plainFrom = at;
        continue;
      }
      if (code < 32) scanner.fault ??= 'control-character';
      at += 1;
    }
    scanner.value = value + text.slice(plainFrom, at);
    scanner.fault ??= characterFault(scanner.value);
    take('string', Math.min(at + 1, text.length));
  }

  function readEscape(at: number): readonly [string, number] {
    const char = text[at + 1] ?? '';
    const plain = escapes.get(char);
    if (plain !== undefined) return [plain, 2];
    const hex = char === 'u' ? text.slice(at + 2, at + 6) : '';
    if (/^[0-9A-Fa-f]{4}$/.test(hex)) return [String.fromCharCode(parseInt(hex, 16)), 6];
    scanner.fault ??= 'escape';
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
