/** One record of a CSV file. A record with a `fault` has no cells to be trusted. */
export interface CsvRecord {
  /** Line of the file on which the record begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault: string | null;
  /** The text of a faulty record, cut; empty otherwise. */
  readonly text: string;
}

/** Characters that one record may have, quoted line ends included. A quote left open cannot swallow more than that. */
export const recordLimit = 262_144;

/** Splits the text of a CSV file, which comes in pieces, into records. Holds one record and one piece at a time. */
export interface CsvSplitter {
  push(piece: string): CsvRecord[];
  /** The records left when the text has ended: the last line needs no line end. */
  end(): CsvRecord[];
}

type Scan = { readonly cells: string[]; readonly end: number } | { readonly fault: string } | 'more';

/**
 * A splitter at `delimiter`. Lines end with LF, CRLF or CR; cells may be quoted, with quotes doubled inside. Empty lines are
 * passed over. A record that cannot be read is given with its fault, and reading goes on at the line after its first.
 */
export function makeCsvSplitter(delimiter: string): CsvSplitter {
  const splitting = new Splitting(delimiter);
  return { push: (piece) => splitting.split(piece, false), end: () => splitting.split('', true) };
}

/** A split on its way through a text: `buffer` is what no record was made of yet, and begins on `line`. */
class Splitting {
  private readonly delimiter: string;
  private buffer = '';
  private line = 1;
  /** The rest of the line belongs to a record that was refused. */
  private skipping = false;
  private records: CsvRecord[] = [];

  constructor(delimiter: string) {
    this.delimiter = delimiter;
  }

  split(piece: string, last: boolean): CsvRecord[] {
    this.buffer += piece;
    this.records = [];
    const lineEnds = makeFinder(this.buffer, last);
    const quotes = makeQuoteFinder(this.buffer);
    let at = 0;
    while (at < this.buffer.length) {
      const lineEnd = lineEnds(at);
      const quote = this.skipping ? -1 : quotes(at);
      const plain = quote < 0 || (lineEnd >= 0 && quote > lineEnd);
      const next = plain ? this.takePlain(at, lineEnd) : this.takeQuoted(at, lineEnd, last);
      if (next === null) break;
      at = next;
    }
    this.buffer = this.buffer.slice(at);
    return this.records;
  }

  /** Takes a line without quotes, or the rest of one that is skipped. Gives where to go on; null where more text is needed. */
  private takePlain(at: number, lineEnd: number): number | null {
    const { buffer, skipping } = this;
    const length = (lineEnd < 0 ? buffer.length : lineEnd) - at;
    if (!skipping && length > recordLimit) return this.refuse(at, lineEnd, tooLong);
    if (lineEnd < 0) return skipping ? buffer.length : null;
    if (!skipping && length > 0) this.take(buffer.slice(at, lineEnd).split(this.delimiter));
    return this.nextLine(lineEnd);
  }

  private takeQuoted(at: number, lineEnd: number, last: boolean): number | null {
    const scan = scanQuoted(this.buffer, at, { delimiter: this.delimiter, last });
    if (scan === 'more' && last) return this.refuse(at, lineEnd, 'a quote is never closed');
    if (scan === 'more') return this.buffer.length - at > recordLimit ? this.refuse(at, lineEnd, notClosed) : null;
    if ('fault' in scan) return this.refuse(at, lineEnd, scan.fault);
    this.take(scan.cells);
    this.line += countLineEnds(this.buffer, at, scan.end);
    return scan.end;
  }

  private take(cells: string[]): void {
    this.records.push({ line: this.line, cells, fault: null, text: '' });
  }

  private refuse(at: number, lineEnd: number, fault: string): number {
    const until = Math.min(lineEnd < 0 ? this.buffer.length : lineEnd, at + 200);
    this.records.push({ line: this.line, cells: [], fault, text: this.buffer.slice(at, until) });
    this.skipping = true;
    return lineEnd < 0 ? this.buffer.length : this.nextLine(lineEnd);
  }

  private nextLine(lineEnd: number): number {
    this.skipping = false;
    this.line += 1;
    return afterLineEnd(this.buffer, lineEnd);
  }
}

const tooLong = `longer than ${recordLimit} characters`;
const notClosed = `a quote is not closed within ${recordLimit} characters`;

/** Records of a text that is in hand whole: for the head of a file. */
export function splitCsv(text: string, delimiter: string): CsvRecord[] {
  const splitter = makeCsvSplitter(delimiter);
  return [...splitter.push(text), ...splitter.end()];
}

/** Finds the next line end from a place on, -1 where there is none yet. A CR at the very end may be half a CRLF. */
function makeFinder(buffer: string, last: boolean): (from: number) => number {
  let lf = -2;
  let cr = -2;
  return (from) => {
    if (lf !== -1 && lf < from) lf = buffer.indexOf('\n', from);
    if (cr !== -1 && cr < from) cr = buffer.indexOf('\r', from);
    const found = lf < 0 ? cr : cr < 0 ? lf : Math.min(lf, cr);
    if (found < 0 || (found === cr && cr === buffer.length - 1 && !last)) return last ? buffer.length : -1;
    return found;
  };
}

function makeQuoteFinder(buffer: string): (from: number) => number {
  let quote = -2;
  return (from) => {
    if (quote !== -1 && quote < from) quote = buffer.indexOf('"', from);
    return quote;
  };
}

function afterLineEnd(buffer: string, at: number): number {
  return buffer[at] === '\r' && buffer[at + 1] === '\n' ? at + 2 : at + 1;
}

function countLineEnds(buffer: string, from: number, until: number): number {
  return buffer.slice(from, until).match(/\r\n|\r|\n/g)?.length ?? 0;
}

/** Reads one record cell by cell. `more` where the buffer ends before the record does. */
function scanQuoted(
  buffer: string,
  from: number,
  { delimiter, last }: { readonly delimiter: string; readonly last: boolean },
): Scan {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    const cell = buffer[at] === '"' ? readQuoted(buffer, at, last) : readBare(buffer, at, delimiter);
    if (cell === 'more') return 'more';
    cells.push(cell.text);
    at = cell.end;
    if (at - from > recordLimit) return { fault: tooLong };
    if (at >= buffer.length) return last ? { cells, end: at } : 'more';
    const next = buffer[at];
    if (next === '\r' && at + 1 === buffer.length && !last) return 'more';
    if (next === '\n' || next === '\r') return { cells, end: afterLineEnd(buffer, at) };
    if (next !== delimiter) return { fault: `text follows the closing quote of cell ${cells.length}` };
    at += 1;
  }
}

function readQuoted(buffer: string, from: number, last: boolean): { text: string; end: number } | 'more' {
  let text = '';
  let start = from + 1;
  for (;;) {
    const quote = buffer.indexOf('"', start);
    if (quote < 0 || (quote + 1 === buffer.length && !last)) return 'more';
    if (buffer[quote + 1] !== '"') return { text: text + buffer.slice(start, quote), end: quote + 1 };
    text += buffer.slice(start, quote + 1);
    start = quote + 2;
  }
}

function readBare(buffer: string, from: number, delimiter: string): { text: string; end: number } {
  let end = from;
  while (end < buffer.length && buffer[end] !== delimiter && buffer[end] !== '\n' && buffer[end] !== '\r') end += 1;
  return { text: buffer.slice(from, end), end };
}
