import { JsonScanner } from '../base/jsonScanner.ts';
import { nearest } from './nearest.ts';
import { emptyCells } from './usageCsv.ts';
import { usageFields, type UsageField, type UsageSink } from './usageSink.ts';

const known: ReadonlySet<string> = new Set(usageFields);
const numeric: ReadonlySet<string> = new Set(['quantity', 'credits', 'calls']);
const logical: ReadonlySet<string> = new Set(['whole', 'billable']);

/** One scanner for all lines: each line begins it anew. */
const scanner = new JsonScanner();

/** Reads one line of a usage NDJSON file: a flat object with the names of the CSV header. Numbers keep their text. */
export function takeUsageJson(sink: UsageSink, text: string, line: number): void {
  if (text.trim() === '') return;
  scanner.begin(text, 0);
  const cells = emptyCells();
  let seen = 0;
  const refuse = (expected: string): void => sink.fault(line, 'bad-record', text.slice(scanner.from), expected);
  if (scanner.next() !== '{') return refuse('one JSON object a line');
  for (;;) {
    const kind = scanner.next();
    if (kind === '}' && seen === 0) break;
    const key = scanner.value;
    if (kind !== 'string' || scanner.fault) return refuse('a key in double quotes');
    const bit = 1 << usageFields.indexOf(key as UsageField);
    if (!known.has(key)) {
      sink.fault(line, 'unknown-key', key, `one of ${usageFields.join(', ')}`, nearest(key, usageFields));
      return;
    }
    if ((seen & bit) !== 0) return sink.fault(line, 'json-duplicate-key', key, 'each key once');
    seen |= bit;
    if (scanner.next() !== ':') return refuse('a colon');
    scanner.next();
    const value = valueOf(key, scanner);
    if (value === null || scanner.fault) return refuse(`a value of ${key}`);
    cells[key as UsageField] = value;
    const after = scanner.next();
    if (after === '}') break;
    if (after !== ',') return refuse('a comma or the end of the object');
  }
  if (scanner.next() !== 'end') return refuse('nothing after the object');
  sink.add(cells, line);
}

/** The value as a cell's text, or null where its kind does not fit the key. */
function valueOf(key: string, { kind, value }: { readonly kind: string; readonly value: string }): string | null {
  if (kind === 'null') return key === 'id' ? '' : null;
  if (kind === 'string') return logical.has(key) || key === 'calls' ? null : value;
  if (kind === 'number') return numeric.has(key) ? plainNumber(value) : null;
  return (kind === 'true' || kind === 'false') && logical.has(key) ? kind : null;
}

/** A JSON number without its exponent, where it has one. */
function plainNumber(text: string): string | null {
  if (!/[eE]/.test(text)) return text;
  const match = /^(-?)(\d+)(?:\.(\d+))?[eE]([+-]?\d{1,2})$/.exec(text);
  if (!match) return null;
  const [, sign, whole = '', fraction = '', exponent] = match;
  const shift = Number(exponent);
  const digits = whole + fraction;
  const point = whole.length + shift;
  const padded = digits.padStart(digits.length + Math.max(0, 1 - point), '0').padEnd(point, '0');
  const at = Math.max(point, 1);
  const integer = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  return `${sign}${integer}${at < padded.length ? `.${padded.slice(at)}` : ''}`;
}
