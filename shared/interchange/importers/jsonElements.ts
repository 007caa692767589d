import { ImportStop } from './importFault.ts';
import { depthLimit, elementLimit } from './exactJson.ts';

/** One JSON value of a stream, as text. */
export interface JsonElement {
  /** Line on which it begins, from 1. */
  readonly line: number;
  readonly text: string;
}

/** The lines of newline-delimited JSON that hold something. Holds one line at a time. */
export async function* ndjsonElements(pieces: AsyncIterable<string>): AsyncGenerator<JsonElement> {
  let rest = '';
  let line = 1;
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop()!;
    if (rest.length > elementLimit) throw new ImportStop({ code: 'json-too-large', line, limit: elementLimit });
    for (const text of lines) {
      if (text.trim() !== '') yield { line, text };
      line += 1;
    }
  }
  if (rest.trim() !== '') yield { line, text: rest };
}

/**
 * The elements of one top-level array, or the one value of another kind. Holds one element at a time. Only brackets,
 * strings and commas are looked at here; the elements are read and checked by who takes them.
 */
export async function* jsonElements(pieces: AsyncIterable<string>): AsyncGenerator<JsonElement> {
  const scan = new Scan();
  for await (const piece of pieces) yield* scan.push(piece);
  yield* scan.end();
}

type Awaited = 'start' | 'element-or-end' | 'element' | 'comma-or-end' | 'nothing';

/** A scan on its way through a text. `open` is what is known of the element that is being collected. */
class Scan {
  private awaited: Awaited = 'start';
  private inArray = false;
  private line = 1;
  private open: { readonly line: number; readonly scalar: boolean; text: string } | null = null;
  private depth = 0;
  private inString = false;
  private escaped = false;

  push(piece: string): JsonElement[] {
    const elements: JsonElement[] = [];
    let from = 0;
    for (let at = 0; at < piece.length; at++) {
      const char = piece[at]!;
      if (this.open?.scalar && endsScalar.has(char)) {
        elements.push(this.close(piece.slice(from, at)));
        this.between(char);
      } else if (this.open && !this.open.scalar) {
        if (this.endsWith(char)) elements.push(this.close(piece.slice(from, at + 1)));
      } else if (!this.open && this.between(char)) from = at;
      if (char === '\n') this.line += 1;
    }
    if (this.open) this.keep(piece.slice(from));
    return elements;
  }

  end(): JsonElement[] {
    const elements = this.open?.scalar && !this.inArray ? [this.close('')] : [];
    if (this.open || (this.inArray && this.awaited !== 'nothing')) this.stop('the text ends too early');
    if (this.awaited === 'start') throw new ImportStop({ code: 'empty-file' });
    return elements;
  }

  /** Takes one character that stands between elements; true where an element begins with it. */
  private between(char: string): boolean {
    if (blank.has(char)) return false;
    if (this.awaited === 'start' && char === '[') {
      this.inArray = true;
      this.awaited = 'element-or-end';
    } else if (char === ']' && (this.awaited === 'element-or-end' || this.awaited === 'comma-or-end')) {
      this.awaited = 'nothing';
    } else if (char === ',' && this.awaited === 'comma-or-end') {
      this.awaited = 'element';
    } else {
      this.begin(char);
      return true;
    }
    return false;
  }

  private begin(char: string): void {
    if (this.awaited === 'nothing') this.stop('more text after the end');
    if (this.awaited === 'comma-or-end') this.stop('expected a comma or the closing bracket');
    if (char === ',' || char === ']' || char === '}') this.stop('expected a value');
    const nested = char === '{' || char === '[';
    this.inString = char === '"';
    this.depth = nested ? 1 : 0;
    this.open = { line: this.line, scalar: !nested && !this.inString, text: '' };
  }

  /** Takes one character of an element that is no scalar; true where the element ends with it. */
  private endsWith(char: string): boolean {
    if (this.inString) {
      if (this.escaped) this.escaped = false;
      else if (char === '\\') this.escaped = true;
      else if (char === '"') this.inString = false;
      return !this.inString && this.depth === 0;
    }
    if (char === '"') this.inString = true;
    else if (char === '{' || char === '[') this.depth += 1;
    else if (char === '}' || char === ']') this.depth -= 1;
    if (this.depth > depthLimit) this.stop(`nested deeper than ${depthLimit}`);
    return this.depth === 0;
  }

  private keep(text: string): void {
    const { open } = this;
    if (!open) return;
    open.text += text;
    if (open.text.length > elementLimit) {
      throw new ImportStop({ code: 'json-too-large', line: open.line, limit: elementLimit });
    }
  }

  private close(text: string): JsonElement {
    this.keep(text);
    const element = { line: this.open?.line ?? this.line, text: this.open?.text ?? '' };
    this.open = null;
    this.awaited = this.inArray ? 'comma-or-end' : 'nothing';
    return element;
  }

  private stop(reason: string): never {
    throw new ImportStop({ code: 'json-malformed', line: this.line, reason });
  }
}

const blank: ReadonlySet<string> = new Set([' ', '\t', '\r', '\n']);
const endsScalar: ReadonlySet<string> = new Set([...blank, ',', ']']);
