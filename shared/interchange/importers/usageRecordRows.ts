import type { Diagnostic } from '../../base/diagnostic.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { zoneOf, type Zone } from '../../calendar/zone.ts';
import type { BadRow } from '../../ledger/badRow.ts';
import { usageFileReader } from '../../scenario/usageFile.ts';
import type { UsageFileRows } from '../../scenario/usageFileRows.ts';
import { formsOf, type AuditMapping } from '../auditMapping.ts';
import { MappedUsage } from './mappedUsage.ts';

/** A usage record as read for an audit: its rows, and those that could not be read. */
export interface UsageRecordRead {
  readonly rows: UsageFileRows;
  readonly badRows: readonly BadRow[];
  readonly badRowCount: number;
}

/** Reads a usage record from pieces of its text. */
export interface UsageRecordReader {
  push(text: string): void;
  /** The rows; or the faults of the header, or in plain words why a map does not fit the file. */
  end(): Result<UsageRecordRead, readonly Diagnostic[] | string>;
}

/** Faults of the file as a whole: with one of them no row has a meaning. */
const ofFile = new Set(['unknown-column', 'duplicate-column', 'missing-column', 'empty-file', 'line-length']);

/**
 * A reader of a usage record in our own format, or in a foreign form by a mapping. `path` is how faults name the file; times
 * without a zone are in `zone`, or the mapping's. A bad row is reported, and reading goes on.
 */
export function usageRecordReader(
  path: string,
  { zone, mapping }: { readonly zone: Zone; readonly mapping: AuditMapping | null },
): UsageRecordReader {
  const part = mapping?.usage;
  const timeZone = mapping && part ? formsOf(mapping, part).time.timeZone : undefined;
  const own = usageFileReader(path, timeZone === undefined ? zone : zoneOf(timeZone)!);
  const mapped = mapping && part ? new MappedUsage(mapping, part, (text) => own.push(text)) : null;
  return {
    push: (text) => (mapped ?? own).push(text),
    end() {
      const fault = mapped ? mapped.end() : null;
      if (fault !== null) return err(fault);
      const { rows, diagnostics } = own.end();
      const whole = diagnostics.filter(({ code }) => ofFile.has(code));
      if (whole.length > 0) return err(whole);
      const refused = diagnostics.flatMap(badRowOf);
      const badRows = [...(mapped?.badRows ?? []), ...refused].sort((a, b) => a.line - b.line);
      const badRowCount = (mapped?.badRowCount ?? 0) + refused.length + unlisted(diagnostics);
      return ok({ rows, badRows, badRowCount });
    },
  };
}

function badRowOf({ place, expected, actual }: Diagnostic): BadRow[] {
  if (!place) return [];
  const [column = '', reason = ''] = /^(\w+): (.*)$/.exec(expected ?? '')?.slice(1) ?? [
    '',
    `expected ${expected ?? ''}`,
  ];
  return [{ line: place.line, column, reason: column === '' ? reason : `expected ${reason}`, text: actual ?? '' }];
}

/** How many faults were counted and not listed. */
function unlisted(diagnostics: readonly Diagnostic[]): number {
  return Number(diagnostics.find(({ code }) => code === 'too-many-faults')?.actual ?? 0);
}
