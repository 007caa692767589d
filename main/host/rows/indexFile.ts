import type { CellKind } from '../../../shared/base/rows/cellKind.ts';
import { plainDecimal } from '../../../shared/base/rows/compareDecimals.ts';
import { err, ok, type Result } from '../../../shared/base/result.ts';
import { makeCsvSplitter, type CsvRecord, type CsvSplitter } from '../../../shared/interchange/importers/csvRecords.ts';
import { isJsonText } from '../../../shared/interchange/importers/foreignRecords.ts';
import { guessDelimiter } from '../../../shared/interchange/importers/guessCsv.ts';
import { JsonRecords } from '../../../shared/interchange/importers/jsonRecords.ts';
import { isSecretName } from '../../../shared/interchange/importers/redact.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { Fs } from '../../platform/fs.ts';
import { indexLines, type LineIndex } from '../../store/lineIndex.ts';
import { readChunks, type FileToRead } from '../../store/readBytes.ts';
import { textStream } from '../../store/textStream.ts';

/** A file of rows as it was looked through: what its columns are, and where each row begins. */
export interface IndexedFile {
  readonly file: FileToRead;
  /** The names of its columns as they stand there, and as each has one of its own. */
  readonly header: readonly string[];
  readonly names: readonly string[];
  readonly kinds: readonly CellKind[];
  /** Null: lines of JSON. */
  readonly delimiter: string | null;
  readonly lines: LineIndex;
  /** The line on which each row begins, from 1. */
  readonly begins: Uint32Array;
}

const headLength = 65_536;
const mostColumns = 499;
const longestName = 120;

/** The records of a file in pieces, the header among them. Throws what the store throws. */
export async function* recordsOf(
  fs: Fs,
  file: FileToRead,
  begin: (head: string, whole: boolean) => CsvSplitter,
  look: (text: string) => void = () => undefined,
): AsyncGenerator<readonly CsvRecord[]> {
  const decode = textStream(file.shown);
  let splitter: CsvSplitter | null = null;
  for await (const chunk of readChunks(fs, file)) {
    const text = splitter ? decode(chunk) : decode(chunk).replace(/^\uFEFF/, '');
    splitter ??= begin(text.slice(0, headLength), text.length < headLength);
    look(text);
    yield splitter.push(text);
  }
  decode();
  if (splitter) yield splitter.end();
}

/** A splitter of the format that an index found. */
export function splitterOf({ delimiter, header }: Pick<IndexedFile, 'delimiter' | 'header'>): CsvSplitter {
  return delimiter === null ? new JsonRecords(header) : makeCsvSplitter(delimiter);
}

/** Looks through a file of rows. Its first record names the columns. */
export async function indexFile(fs: Fs, file: FileToRead): Promise<Result<IndexedFile, RpcError>> {
  let delimiter: string | null = null;
  const begin = (head: string, whole: boolean): CsvSplitter => {
    delimiter = isJsonText(head) ? null : guessDelimiter(head, whole);
    return splitterOf({ delimiter, header: [] });
  };
  let header: readonly string[] | null = null;
  const returns = new LoneReturns();
  let guesses: KindGuess[] = [];
  const begins: number[] = [];
  for await (const records of recordsOf(fs, file, begin, (text) => returns.look(text))) {
    for (const { line, cells } of records) {
      if (header) begins.push(line);
      else {
        header = cells.slice(0, mostColumns);
        guesses = header.map((name) => new KindGuess(isSecretName(name)));
        continue;
      }
      for (let at = 0; at < guesses.length; at++) guesses[at]!.look(cells[at] ?? '');
    }
  }
  if (!header) return err({ code: 'empty-file', message: `${file.shown} has no rows.` });
  if (returns.found && delimiter !== null) {
    const message = `${file.shown} has lines that end with a carriage return alone: look at it as text.`;
    return err({ code: 'line-ends', message });
  }
  return ok({
    file,
    header,
    names: uniqueNames(header),
    kinds: guesses.map((guess) => guess.kind),
    delimiter,
    lines: await indexLines(fs, file),
    begins: Uint32Array.from(begins),
  });
}

/** Names that tell columns apart, none empty; the grid's own column of lines is named Line. */
function uniqueNames(header: readonly string[]): readonly string[] {
  const taken = new Set(['Line']);
  return header.map((cell, at) => {
    const name = cell.trim().slice(0, longestName) || `Column ${at + 1}`;
    let unique = name;
    for (let next = 2; taken.has(unique); next++) unique = `${name} (${next})`;
    taken.add(unique);
    return unique;
  });
}

/** Looks for carriage returns without a line feed: by them the lines of a file cannot be found again. */
class LoneReturns {
  found = false;
  private carry = '';

  look(text: string): void {
    if (this.found || (this.carry === '' && !text.includes('\r'))) return;
    const whole = this.carry + text;
    this.found = /\r(?!\n|$)/.test(whole);
    this.carry = whole.endsWith('\r') ? '\r' : '';
  }
}

const utc = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/;

/** What the cells of a column are, by those that are not empty. */
class KindGuess {
  kind: CellKind = 'text';
  private seen: boolean;

  constructor(isText: boolean) {
    this.seen = isText;
  }

  look(cell: string): void {
    if (cell === '' || (this.seen && this.kind === 'text')) return;
    const kind = plainDecimal.test(cell) ? 'number' : utc.test(cell) ? 'instant' : 'text';
    this.kind = this.seen && kind !== this.kind ? 'text' : kind;
    this.seen = true;
  }
}
