import { err, ok, type Result } from '../../base/result.ts';

/** A number as its own text, so that 64-bit integers stay whole. */
export class JsonNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A JSON value; objects are maps, for their keys come from the user. */
export type Json = null | boolean | string | JsonNumber | readonly Json[] | JsonObject;
export type JsonObject = ReadonlyMap<string, Json>;

/** How deep arrays and objects may lie in each other. */
export const depthLimit = 64;

const blank = /[ \t\r\n]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /true|false|null/y;

class Malformed extends Error {}

/** Reads one JSON value, strictly, numbers by their text; refuses twice-named members and nesting past `depthLimit`. */
export function readExactJson(source: string): Result<Json, string> {
  let at = 0;

  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  const skipTo = (expected: string): boolean => {
    match(blank);
    if (source[at] !== expected) return false;
    at += 1;
    return true;
  };
  const fail = (reason: string): never => {
    throw new Malformed(`${reason} at character ${at + 1}`);
  };

  const readString = (): string => {
    const end = source[at] === '"' ? closingQuote(source, at) : -1;
    if (end < 0) fail('expected a string');
    const value = parseString(source.slice(at, end + 1)) ?? fail('a string holds what JSON does not allow');
    at = end + 1;
    return value;
  };
  const readObject = (depth: number): Json => {
    const members = new Map<string, Json>();
    if (skipTo('}')) return members;
    do {
      match(blank);
      const name = readString();
      if (members.has(name)) fail('a member stands twice in one object');
      if (!skipTo(':')) fail('expected a colon');
      members.set(name, readValue(depth));
    } while (skipTo(','));
    return skipTo('}') ? members : fail('expected a comma or a closing brace');
  };
  const readArray = (depth: number): Json => {
    const elements: Json[] = [];
    if (skipTo(']')) return elements;
    do elements.push(readValue(depth));
    while (skipTo(','));
    return skipTo(']') ? elements : fail('expected a comma or a closing bracket');
  };
  const readValue = (depth: number): Json => {
    if (depth > depthLimit) fail(`nested deeper than ${depthLimit}`);
    if (skipTo('{')) return readObject(depth + 1);
    if (skipTo('[')) return readArray(depth + 1);
    if (source[at] === '"') return readString();
    const digits = match(number);
    if (digits !== null) return new JsonNumber(digits);
    const literal = match(word);
    return literal === null ? fail('expected a value') : literal === 'null' ? null : literal === 'true';
  };

  try {
    const value = readValue(1);
    match(blank);
    return at === source.length ? ok(value) : fail('more text after the value');
  } catch (error) {
    if (error instanceof Malformed) return err(error.message);
    throw error;
  }
}

/** Place of the quote that ends the string that begins at `start`, or -1. */
function closingQuote(source: string, start: number): number {
  for (let quote = source.indexOf('"', start + 1); quote >= 0; quote = source.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (source[quote - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return quote;
  }
  return -1;
}

/** A string literal has no numbers to lose, so the platform's own parser reads it. */
function parseString(literal: string): string | null {
  try {
    return JSON.parse(literal) as string;
  } catch {
    return null;
  }
}
