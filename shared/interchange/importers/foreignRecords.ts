import { makeCsvSplitter, type CsvRecord, type CsvSplitter } from './csvRecords.ts';
import { JsonRecords } from './jsonRecords.ts';

/**
 * Splits a foreign table that comes in pieces into records, the first of which names the columns: a CSV, or lines of JSON, which are told
 * by the first character.
 */
export class ForeignRecords implements CsvSplitter {
  private readonly delimiter: string;
  private readonly wanted: readonly string[];
  private splitter: CsvSplitter | null = null;
  private start = '';

  /** `wanted` are the names that a map reads: lines of JSON may leave them out, and the first lines often do. */
  constructor(delimiter: string, wanted: readonly string[] = []) {
    this.delimiter = delimiter;
    this.wanted = wanted;
  }

  /** Whether the table is lines of JSON; false as long as nothing tells. */
  get isJson(): boolean {
    return this.splitter instanceof JsonRecords;
  }

  push(piece: string): CsvRecord[] {
    if (this.splitter) return this.splitter.push(piece);
    this.start += piece;
    if (!/[^\s\uFEFF]/.test(this.start)) return [];
    const text = this.start.replace(/^\uFEFF/, '');
    this.start = '';
    this.splitter = isJsonText(text) ? new JsonRecords(this.wanted) : makeCsvSplitter(this.delimiter);
    return this.splitter.push(text);
  }

  end(): CsvRecord[] {
    return this.splitter?.end() ?? [];
  }

  /** Of the names that are wanted those that no line of JSON has, once all were read; a CSV's header tells by itself. */
  unseen(): readonly string[] {
    return this.splitter instanceof JsonRecords ? this.splitter.unseen() : [];
  }
}

/** Whether a text begins as lines of JSON do. */
export function isJsonText(text: string): boolean {
  return /^[\s\uFEFF]*\{/.test(text);
}

/** Says that a file lacks columns that a map names; null where it lacks none. */
export function lacking(names: readonly string[]): string | null {
  return names.length === 0 ? null : `The file has no column ${names.join(', ')}, which the map names.`;
}
