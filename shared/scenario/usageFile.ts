import type { Diagnostic } from '../base/diagnostic.ts';
import type { Zone } from '../calendar/zone.ts';
import { usageCsv, type CsvTaker } from './usageCsv.ts';
import type { UsageFileRows } from './usageFileRows.ts';
import { takeUsageJson } from './usageNdjson.ts';
import { UsageSink } from './usageSink.ts';

/** Reads one usage file from pieces of its text. */
export interface UsageFileReader {
  push(text: string): void;
  /** The rows, and every fault found; with errors the rows are not to be used. */
  end(): { readonly rows: UsageFileRows; readonly diagnostics: readonly Diagnostic[] };
}

/** The longest line or quoted field, in UTF-16 units. */
const longestLine = 1_000_000;

/**
 * A reader of a usage file, CSV or NDJSON by its first character. `path` is as the scenario names it; times without zone
 * are local to `zone`. Any newline, an optional byte order mark; memory grows with rows, not with text.
 */
export function usageFileReader(path: string, zone: Zone): UsageFileReader {
  const sink = new UsageSink(path, zone);
  const lines = new Lines(sink);
  return {
    push: (text) => lines.push(text),
    end() {
      lines.end();
      return { rows: sink.rows(), diagnostics: sink.diagnostics };
    },
  };
}

/** Cuts text into records and hands them on. */
class Lines {
  private rest = '';
  private line = 1;
  private begun = false;
  private stopped = false;
  private csv: CsvTaker | null = null;
  private readonly sink: UsageSink;

  constructor(sink: UsageSink) {
    this.sink = sink;
  }

  push(text: string): void {
    if (this.stopped || text === '') return;
    let all = this.rest === '' ? text : this.rest + text;
    if (!this.begun) {
      if (all.startsWith('\uFEFF')) all = all.slice(1);
      const first = /\S/.exec(all);
      if (!first) {
        this.rest = all;
        return;
      }
      this.begun = true;
      this.csv = all[first.index] === '{' ? null : usageCsv(this.sink);
    }
    this.rest = all.slice(this.takeAll(all, false));
    if (this.rest.length > longestLine) this.stop('a line, or a closing quote, within a million characters');
  }

  end(): void {
    if (this.stopped) return;
    if (!this.begun) return this.stop('a header at,meter,quantity,id or at,credits,id, or one JSON object a line');
    if (this.rest !== '' && this.takeAll(this.rest, true) === 0) this.stop('a closing quote');
  }

  private stop(expected: string): void {
    this.stopped = true;
    this.sink.fault(this.line, this.begun ? 'line-length' : 'empty-file', this.rest.slice(0, 80), expected);
  }

  /** Takes every complete record and gives the offset of the first incomplete one. `last`: the end of the text ends it. */
  private takeAll(text: string, last: boolean): number {
    let from = 0;
    let quote = nextOf(text, '"', 0);
    let carriage = nextOf(text, '\r', 0);
    while (from < text.length) {
      if (carriage < from) carriage = nextOf(text, '\r', from);
      if (quote < from) quote = nextOf(text, '"', from);
      const feed = nextOf(text, '\n', from);
      const until = Math.min(feed, carriage);
      if (this.csv && quote < until) {
        const after = this.takeQuoted(text, from, last);
        if (after === null) return from;
        from = after;
        continue;
      }
      if (until >= text.length && !last) return from;
      if (until === carriage && until + 1 >= text.length && !last) return from;
      const end = Math.min(until, text.length);
      if (this.csv) this.csv.take(text.slice(from, end).split(','), this.line);
      else takeUsageJson(this.sink, text.slice(from, end), this.line);
      this.line += 1;
      from = end + (until === carriage && text.charCodeAt(until + 1) === 10 ? 2 : 1);
    }
    return text.length;
  }

  /** Takes one record with quoted fields; null where the text ends inside it. */
  private takeQuoted(text: string, from: number, last: boolean): number | null {
    const fields: string[] = [];
    let at = from;
    let newlines = 0;
    for (;;) {
      let value = '';
      if (text.charCodeAt(at) === 34) {
        const close = closingQuote(text, at + 1);
        if (close === null || (close + 1 >= text.length && !last)) return null;
        value = text.slice(at + 1, close).replaceAll('""', '"');
        newlines += value.match(/\r\n|\n|\r/g)?.length ?? 0;
        at = close + 1;
      }
      const rest = fieldEnd(text, at);
      if (rest === text.length && !last) return null;
      if (rest > at && (value !== '' || text.slice(at, rest).includes('"'))) {
        this.sink.fault(
          this.line,
          'bad-quote',
          text.slice(from, rest),
          'quotes around the whole field, doubled inside',
        );
      }
      fields.push(value + text.slice(at, rest));
      at = rest + 1;
      if (text.charCodeAt(rest) === 44) continue;
      if (text.charCodeAt(rest) === 13 && rest + 1 === text.length && !last) return null;
      this.csv!.take(fields, this.line);
      this.line += 1 + newlines;
      return text.charCodeAt(rest) === 13 && text.charCodeAt(at) === 10 ? at + 1 : at;
    }
  }
}

/** Offset of the next such character, or beyond the text. */
function nextOf(text: string, char: string, from: number): number {
  const at = text.indexOf(char, from);
  return at < 0 ? Infinity : at;
}

function closingQuote(text: string, from: number): number | null {
  for (let at = from; ;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    if (text.charCodeAt(quote + 1) !== 34) return quote;
    at = quote + 2;
  }
}

/** Offset of the comma or newline that ends an unquoted field, or the end of the text. */
function fieldEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 44 || code === 10 || code === 13) return at;
  }
  return text.length;
}
