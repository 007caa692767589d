import { formatDecimal, readDecimal } from '../../base/decimal.ts';
import { columnLimit } from './csvHeader.ts';
import { recordLimit, type CsvRecord, type CsvSplitter } from './csvRecords.ts';
import { JsonNumber, readExactJson, type Json } from './exactJson.ts';

/** Lines whose members name the columns. */
const headLines = 200;

type Members = ReadonlyMap<string, string>;

/**
 * Splits lines of JSON into records as a CSV would have them: first the names, then one record a line, with an empty cell for a member that
 * a line lacks. Names are those of the first 200 lines, and those that are wanted. A member of a member is named with a point between, an
 * element of a list by its number from 0. Numbers keep their text, exponents apart.
 */
export class JsonRecords implements CsvSplitter {
  private readonly wanted: readonly string[];
  private readonly seen = new Set<string>();
  private names: readonly string[] | null = null;
  /** Lines that were read before the names are known: their members, or the record of a line that cannot be read. */
  private readonly head: { readonly line: number; readonly read: Members | CsvRecord }[] = [];
  private rest = '';
  private line = 0;
  /** The rest of the line belongs to a record that was refused. */
  private skipping = false;

  constructor(wanted: readonly string[]) {
    this.wanted = wanted;
  }

  push(piece: string): CsvRecord[] {
    const lines = (this.rest + piece).split('\n');
    this.rest = lines.pop()!;
    if (this.skipping && lines.length > 0) {
      lines.shift();
      this.skipping = false;
    }
    const records = lines.flatMap((text) => this.take(text));
    if (this.skipping) this.rest = '';
    else if (this.rest.length > recordLimit) {
      records.push(...this.take(this.rest));
      this.rest = '';
      this.skipping = true;
    }
    return records;
  }

  end(): CsvRecord[] {
    const records = this.take(this.rest);
    this.rest = '';
    return [...records, ...(this.names ? [] : this.begin())];
  }

  /** Of the names that are wanted those that no line has. */
  unseen(): readonly string[] {
    return this.wanted.filter((name) => !this.seen.has(name));
  }

  private take(text: string): CsvRecord[] {
    this.line += 1;
    if (text.trim() === '') return [];
    const { line } = this;
    const read = membersOf(text);
    if (read instanceof Map) for (const name of read.keys()) this.seen.add(name);
    const taken = typeof read === 'string' ? { line, cells: [], fault: read, text: text.slice(0, 200) } : read;
    if (this.names) return [this.recordOf(line, taken)];
    this.head.push({ line, read: taken });
    return this.head.length < headLines ? [] : this.begin();
  }

  private begin(): CsvRecord[] {
    if (this.head.length === 0) return [];
    this.names = [...new Set([...this.seen, ...this.wanted])];
    const header = { line: this.head[0]!.line, cells: this.names, fault: null, text: '' };
    return [header, ...this.head.splice(0).map(({ line, read }) => this.recordOf(line, read))];
  }

  private recordOf(line: number, read: Members | CsvRecord): CsvRecord {
    if ('fault' in read) return read;
    return { line, cells: this.names!.map((name) => read.get(name) ?? ''), fault: null, text: '' };
  }
}

/** The members of a line by name, or why it cannot be read. */
function membersOf(text: string): Members | string {
  if (text.length > recordLimit) return `longer than ${recordLimit} characters`;
  const read = readExactJson(text);
  if (!read.ok) return `not JSON: ${read.error}`;
  if (!(read.value instanceof Map)) return 'not a JSON object';
  const members = new Map<string, string>();
  const fault = addMembers(members, '', read.value);
  return fault ?? members;
}

function addMembers(members: Map<string, string>, name: string, value: Json): string | null {
  if (Array.isArray(value)) return addEach(members, name, value.entries());
  if (value instanceof Map) return addEach(members, name, value.entries());
  if (members.has(name)) return `two members are named ${name}`;
  members.set(name, cellOf(value as Exclude<Json, readonly Json[] | ReadonlyMap<string, Json>>));
  return members.size > columnLimit ? `more than ${columnLimit} members` : null;
}

function addEach(
  members: Map<string, string>,
  name: string,
  values: Iterable<readonly [string | number, Json]>,
): string | null {
  for (const [key, value] of values) {
    const fault = addMembers(members, name === '' ? String(key) : `${name}.${key}`, value);
    if (fault !== null) return fault;
  }
  return null;
}

function cellOf(value: null | boolean | string | JsonNumber): string {
  if (!(value instanceof JsonNumber)) return value === null ? '' : String(value);
  if (!/[eE]/.test(value.text)) return value.text;
  const exact = readDecimal(value.text);
  return (exact && formatDecimal(exact)) ?? value.text;
}
