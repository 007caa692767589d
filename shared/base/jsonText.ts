import type { Diagnostic, Place } from './diagnostic.ts';
import type { JsonMember, JsonNode } from './jsonNode.ts';
import { formatPath, nodeAt, type PathSteps } from './jsonPath.ts';
import { JsonScanner, type TokenFault } from './jsonScanner.ts';
import { lineTable } from './lineTable.ts';

/** What a JSON text holds: its tree, every fault found, and where anything stands. */
export interface JsonText {
  /** Null where there is nothing that could be read. */
  readonly root: JsonNode | null;
  readonly faults: readonly Diagnostic[];
  /** The structure itself is broken, so what the tree lacks proves nothing. */
  readonly broken: boolean;
  /** Values of all kinds together, as far as it was read. */
  readonly values: number;
  /** The place of offsets `[from, until)`. */
  place(from: number, until: number): Place;
  /** The place of the value (or the key) at a path, or of the deepest thing on the way to it. */
  placeAt(steps: PathSteps, on?: 'key' | 'value'): Place | null;
}

/** How much a reader takes in before it refuses. */
export interface JsonLimits {
  /** UTF-16 units of text. */
  readonly length: number;
  readonly depth: number;
  /** Values of all kinds together. */
  readonly values: number;
  /** Faults that are listed; a last one then says that there are more. */
  readonly faults: number;
}

export const defaultJsonLimits: JsonLimits = { length: 20_000_000, depth: 100, values: 1_000_000, faults: 500 };

/** Keys of one object: what is made to be read has dozens. */
const mostKeys = 100_000;

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads JSON text strictly: no comments, no trailing commas, no key twice, no key that reaches a prototype, no NUL, no
 * lone surrogate. A byte order mark is accepted. Reports every fault with its place and goes on where it can; depth costs
 * no stack. Numbers stay text.
 */
export function readJsonText(text: string, limits: JsonLimits = defaultJsonLimits): JsonText {
  const lines = lineTable(text);
  const reading = new Reading(text, limits, (from, until) => lines.place(from, until));
  if (text.length > limits.length) {
    reading.fault('json-size', 0, 0, `The text is too long to read.`, {
      expected: `at most ${limits.length} characters`,
      actual: `${text.length} characters`,
    });
  } else reading.read();
  const { root, faults, broken, values } = reading;
  return {
    root,
    faults,
    broken,
    values,
    place: (from, until) => lines.place(from, until),
    placeAt(steps, on = 'value') {
      if (!root) return null;
      const key = on === 'key' ? keyPlace(root, steps) : null;
      if (key) return lines.place(key.keyFrom, key.keyUntil);
      const { node, exact } = nodeAt(root, steps);
      return lines.place(node.from, exact ? node.until : Math.min(node.from + 1, node.until));
    },
  };
}

function keyPlace(root: JsonNode, steps: PathSteps): JsonMember | null {
  const { node, exact } = nodeAt(root, steps.slice(0, -1));
  if (!exact || node.kind !== 'object') return null;
  return node.members.find(({ key }) => key === steps.at(-1)) ?? null;
}

/** An object or array that is still open. */
interface Frame {
  readonly kind: 'object' | 'array';
  readonly from: number;
  readonly members: JsonMember[];
  readonly items: JsonNode[];
  /** The members by key, once there are many. */
  known: Map<string, JsonMember> | null;
  key: { readonly text: string; readonly from: number; readonly until: number; readonly refused: boolean } | null;
  awaits: 'first' | 'next' | 'colon' | 'value' | 'comma';
}

/** The member of an open object with that key: by search while there are few, then by a map. */
function knownMember(frame: Frame, key: string): JsonMember | undefined {
  const { members } = frame;
  if (members.length < 16) return members.find((member) => member.key === key);
  frame.known ??= new Map(members.map((member) => [member.key, member]));
  return frame.known.get(key);
}

const faultWords: Readonly<Record<TokenFault, string>> = {
  unfinished: 'This text has no closing quote.',
  'control-character': 'This text holds a control character that is not escaped.',
  escape: 'This text holds an escape that JSON does not know.',
  surrogate: 'This text holds half of a surrogate pair.',
  nul: 'This text holds a NUL character.',
  number: 'This is not a number as JSON writes it.',
};

class Reading {
  root: JsonNode | null = null;
  readonly faults: Diagnostic[] = [];
  broken = false;
  values = 0;
  private readonly stack: Frame[] = [];
  private more = false;
  /** It holds more than is read: the rest is not looked at. */
  private full = false;
  private readonly text: string;
  private readonly limits: JsonLimits;
  private readonly place: (from: number, until: number) => Place;

  constructor(text: string, limits: JsonLimits, place: (from: number, until: number) => Place) {
    this.text = text;
    this.limits = limits;
    this.place = place;
  }

  read(): void {
    const scanner = new JsonScanner();
    scanner.begin(this.text, this.text.startsWith('\uFEFF') ? 1 : 0);
    while (!this.full) {
      const kind = scanner.next();
      const { from, until } = scanner;
      if (kind === 'end') return this.finish(from);
      if (kind === 'comment') {
        this.fault('json-comment', from, until, 'JSON has no comments.');
        continue;
      }
      if (this.root && this.stack.length === 0) {
        return this.breakAt('json-after-end', from, until, 'There is more text after the end of the document.');
      }
      if (scanner.fault !== null) this.faultInToken(scanner.fault, from, until, scanner.value);
      if (kind === '{' || kind === '[') {
        if (!this.open(kind === '{' ? 'object' : 'array', from)) return;
      } else if (kind === '}' || kind === ']') this.close(kind === '}' ? 'object' : 'array', from, until);
      else if (kind === ',' || kind === ':') this.separate(kind, from, until);
      else if (kind === 'string') this.takeString(scanner.value, from, until, scanner.fault !== null);
      else this.take(this.scalar(kind, scanner.value, from, until, scanner.fault !== null));
    }
  }

  fault(code: string, from: number, until: number, message: string, more: Partial<Diagnostic> = {}): void {
    if (this.faults.length < this.limits.faults) {
      const place = this.place(from, until);
      this.faults.push({ code, severity: 'error', path: formatPath(this.steps()), place, message, ...more });
    } else if (!this.more) {
      this.more = true;
      const message = `There are more than ${this.limits.faults} faults; the rest are not listed.`;
      this.faults.push({
        code: 'too-many-faults',
        severity: 'error',
        path: '',
        place: this.place(from, until),
        message,
      });
    }
  }

  private breakAt(code: string, from: number, until: number, message: string, more: Partial<Diagnostic> = {}): void {
    this.fault(code, from, until, message, more);
    this.broken = true;
  }

  private steps(): (string | number)[] {
    const steps: (string | number)[] = [];
    for (const frame of this.stack) {
      if (frame.kind === 'array') steps.push(frame.items.length);
      else if (frame.key) steps.push(frame.key.text);
    }
    return steps;
  }

  private faultInToken(fault: TokenFault, from: number, until: number, value: string): void {
    const code = fault === 'number' ? 'json-number' : fault === 'unfinished' ? 'json-unfinished' : 'json-character';
    this.fault(code, from, until, faultWords[fault], fault === 'number' ? { actual: value.slice(0, 60) } : {});
    if (fault === 'unfinished') this.broken = true;
  }

  private scalar(kind: string, value: string, from: number, until: number, faulty: boolean): JsonNode {
    if (faulty) return { kind: 'invalid', from, until };
    if (kind === 'number') return { kind: 'number', text: value, from, until };
    if (kind === 'true' || kind === 'false') return { kind: 'boolean', value: kind === 'true', from, until };
    if (kind === 'null') return { kind: 'null', from, until };
    this.fault('json-token', from, until, 'This is not a value of JSON.', {
      expected: 'an object, an array, text in double quotes, a number, true, false or null',
      actual: this.text.slice(from, Math.min(until, from + 60)),
    });
    return { kind: 'invalid', from, until };
  }

  private open(kind: 'object' | 'array', from: number): boolean {
    if (this.stack.length >= this.limits.depth) {
      const more = { expected: `at most ${this.limits.depth} levels` };
      this.breakAt('json-depth', from, from + 1, 'Objects and arrays are nested too deep.', more);
      return false;
    }
    this.beforeValue(from);
    this.stack.push({ kind, from, members: [], items: [], known: null, key: null, awaits: 'first' });
    return true;
  }

  private close(kind: 'object' | 'array', from: number, until: number): void {
    const frame = this.stack.at(-1);
    if (!frame || frame.kind !== kind) return this.closeWrongly(kind, from, until);
    if (frame.awaits === 'next') this.fault('json-trailing-comma', from, until, 'A comma stands before this end.');
    if (frame.awaits === 'colon' || frame.awaits === 'value') {
      this.breakAt('json-value-missing', from, until, 'The key before this end has no value.');
    }
    this.pop(until);
  }

  private closeWrongly(kind: 'object' | 'array', from: number, until: number): void {
    this.breakAt('json-bracket', from, until, 'This bracket closes nothing that is open.');
    if (!this.stack.some((frame) => frame.kind === kind)) return;
    while (this.stack.at(-1)!.kind !== kind) this.pop(from);
    this.pop(until);
  }

  private pop(until: number): void {
    const { kind, from, members, items } = this.stack.pop()!;
    this.put(kind === 'object' ? { kind, from, until, members } : { kind, from, until, items });
  }

  private separate(kind: ',' | ':', from: number, until: number): void {
    const frame = this.stack.at(-1);
    if (frame?.awaits === 'comma' && kind === ',') frame.awaits = 'next';
    else if (frame?.awaits === 'colon' && kind === ':') frame.awaits = 'value';
    else {
      this.breakAt('json-separator', from, until, `This ${kind === ',' ? 'comma' : 'colon'} separates nothing.`);
      if (frame && kind === ',' && frame.kind === 'object') frame.awaits = 'next';
    }
  }

  private takeString(value: string, from: number, until: number, faulty: boolean): void {
    const frame = this.stack.at(-1);
    if (frame?.kind !== 'object' || frame.awaits === 'value' || frame.awaits === 'colon') {
      return this.take(faulty ? { kind: 'invalid', from, until } : { kind: 'string', value, from, until });
    }
    if (frame.awaits === 'comma') this.breakAt('json-comma-missing', from, from, 'A comma is missing before this key.');
    frame.key = { text: value, from, until, refused: faulty || this.refuseKey(frame, value, from, until) };
    frame.awaits = 'colon';
  }

  private refuseKey(frame: Frame, key: string, from: number, until: number): boolean {
    const first = knownMember(frame, key)?.keyFrom;
    frame.key = { text: key, from, until, refused: false };
    if (forbiddenKeys.has(key)) {
      this.fault('json-key', from, until, `The key ${key} is not allowed anywhere.`, { actual: key });
      return true;
    }
    if (first === undefined) return false;
    const line = this.place(first, first).line;
    this.fault('json-duplicate-key', from, until, `The key ${key} stands twice in one object, first in line ${line}.`, {
      actual: key,
    });
    return true;
  }

  private take(node: JsonNode): void {
    this.beforeValue(node.from);
    this.put(node);
  }

  /** Reports what is missing between the token before and a value that begins here. */
  private beforeValue(from: number): void {
    const frame = this.stack.at(-1);
    if (!frame) return;
    if (frame.kind === 'array') {
      if (frame.awaits === 'comma') this.breakAt('json-comma-missing', from, from, 'A comma is missing here.');
    } else if (frame.awaits === 'colon') this.breakAt('json-colon-missing', from, from, 'A colon is missing here.');
    else if (frame.awaits !== 'value') {
      this.breakAt('json-key-missing', from, from, 'A key in double quotes is missing here.');
      frame.key = null;
    }
  }

  private refuseMore(from: number, expected: string): void {
    if (this.full) return;
    this.breakAt('json-size', from, from, 'There is too much in this text.', { expected });
    this.full = true;
    this.root = null;
  }

  private put(node: JsonNode): void {
    const frame = this.stack.at(-1);
    this.values += 1;
    if (this.values > this.limits.values) this.refuseMore(node.from, `at most ${this.limits.values} values`);
    if (!frame) this.root = node;
    else {
      if (frame.kind === 'array') frame.items.push(node);
      else if (frame.key && !frame.key.refused) {
        const { text: key, from: keyFrom, until: keyUntil } = frame.key;
        const member = { key, keyFrom, keyUntil, value: node };
        frame.members.push(member);
        frame.known?.set(key, member);
        if (frame.members.length > mostKeys) this.refuseMore(keyFrom, `at most ${mostKeys} keys in one object`);
      }
      frame.key = null;
      frame.awaits = 'comma';
    }
  }

  private finish(from: number): void {
    if (this.stack.length > 0) {
      this.breakAt('json-unfinished', from, from, 'The text ends before the document does.');
      while (this.stack.length > 0) this.pop(from);
    } else if (!this.root) this.breakAt('json-empty', from, from, 'The text is empty.', { expected: 'an object' });
  }
}
