import { formatCredits } from '../../../../shared/base/credits.ts';
import { formatScaled } from '../../../../shared/base/decimal.ts';
import { formatMoney } from '../../../../shared/base/money.ts';
import type { ControlTotals } from '../../../../shared/audit/controlTotals.ts';
import { rowCells, shownColumns } from '../../../../shared/audit/rowCells.ts';
import { formatInstant } from '../../../../shared/calendar/instant.ts';
import type { Zone } from '../../../../shared/calendar/zone.ts';
import { mapsLedger, type AuditMapping } from '../../../../shared/interchange/auditMapping.ts';
import { readInvoiceLines, type InvoicesRead } from '../../../../shared/interchange/importers/invoiceLines.ts';
import { ledgerRowsReader } from '../../../../shared/interchange/importers/ledgerRows.ts';
import { mappingFault } from '../../../../shared/interchange/importers/mappedLedger.ts';
import { usageRecordReader } from '../../../../shared/interchange/importers/usageRecordRows.ts';
import type { MappedRole } from '../../../../shared/interchange/importers/guessAuditMapping.ts';
import type { BadRow } from '../../../../shared/ledger/badRow.ts';
import type { UsageFileRows } from '../../../../shared/scenario/usageFileRows.ts';
import { threadsFor, type Where } from '../../threads/whereItFits.ts';
import { invoiceControl, ledgerControl, usageControl } from '../controlTotals.ts';

/** What a file gives, read in a role: the first rows as they are read, and all of them counted. */
export interface RowsAsRead {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly refused: readonly BadRow[];
  readonly refusedCount: number;
  readonly control: ControlTotals;
}

/** Reads a file in a role from pieces of its text, by the very readers of an audit. The error says why it cannot be read at all. */
export interface RoleReader {
  push(text: string): void;
  end(): Promise<RowsAsRead | string> | RowsAsRead | string;
}

/** What times and money mean, as the terms have it, and how a foreign file is read; null for our own format. */
export interface HowRead extends Where {
  readonly zone: Zone;
  readonly minorDigits: number;
  readonly mapping: AuditMapping | null;
}

const shownRows = 50;
const shownRefused = 200;

/** The reader of a role. */
export function roleReader(role: MappedRole, how: HowRead): RoleReader {
  const fault = how.mapping && mappingFault(how.mapping);
  if (fault) return { push: () => undefined, end: () => fault };
  if (role === 'ledger') return ledgerReader(how);
  return role === 'usage' ? usageReader(how) : invoiceReader(how);
}

function ledgerReader({ zone, mapping }: HowRead): RoleReader {
  const reader = ledgerRowsReader(zone, mapping && mapsLedger(mapping) ? mapping : null);
  return {
    push: (text) => reader.push(text),
    end() {
      const read = reader.end();
      if (!read.ok) return read.error;
      const { rows, badRows, badRowCount } = read.value;
      const shown = Array.from({ length: Math.min(rows.count, shownRows) }, (_, row) => {
        return { line: rows.line[row]!, cells: rowCells(rows, row) };
      });
      return {
        columns: shownColumns,
        rows: shown,
        refused: badRows.slice(0, shownRefused),
        refusedCount: badRowCount,
        control: ledgerControl(rows),
      };
    },
  };
}

function usageReader({ zone, mapping }: HowRead): RoleReader {
  const reader = usageRecordReader('the file', { zone, mapping });
  return {
    push: (text) => reader.push(text),
    end() {
      const read = reader.end();
      if (!read.ok)
        return typeof read.error === 'string' ? read.error : read.error.map(({ message }) => message).join(' ');
      const { rows, badRows, badRowCount } = read.value;
      const shown = Array.from({ length: Math.min(rows.count, shownRows) }, (_, row) => {
        return { line: rows.line[row]!, cells: usageCells(rows, row) };
      });
      return {
        columns: ['at', 'meter', 'quantity', 'credits', 'id'],
        rows: shown,
        refused: badRows.slice(0, shownRefused),
        refusedCount: badRowCount,
        control: usageControl(rows),
      };
    },
  };
}

function usageCells({ at, meter, meterIds, mantissa, scale, ids }: UsageFileRows, row: number): string[] {
  const amount = formatScaled(BigInt(mantissa[row]!), scale[row]!);
  const isCredits = meter[row]! < 0;
  const named = isCredits ? '' : meterIds[meter[row]!]!;
  return [formatInstant(at[row]!), named, isCredits ? '' : amount, isCredits ? amount : '', ids[row] ?? ''];
}

function invoiceReader({ zone, minorDigits, mapping, ...where }: HowRead): RoleReader {
  const pieces: string[] = [];
  return {
    push: (text) => void pieces.push(text),
    async end() {
      const text = pieces.join('');
      const threads = threadsFor(text, where);
      const read = threads
        ? await threads.invoices({ text, zone: zone.id, minorDigits, mapping })
        : readInvoiceLines(text, { zone, minorDigits }, mapping);
      if (!read) return 'The preview was given up.';
      return read.ok ? invoiceRows(read.value, minorDigits) : read.error;
    },
  };
}

function invoiceRows({ lines, badRows }: InvoicesRead, digits: number): RowsAsRead {
  const rows = lines.slice(0, shownRows).map(({ line, number, issuedAt, kind, credits, unitPrice, amount }) => {
    const credited = credits === null ? '' : formatCredits(credits);
    return {
      line,
      cells: [String(number), formatInstant(issuedAt), kind, credited, unitPrice, formatMoney(amount, digits)],
    };
  });
  return {
    columns: ['number', 'issuedAt', 'kind', 'credits', 'unitPrice', 'amount'],
    rows,
    refused: badRows.slice(0, shownRefused),
    refusedCount: badRows.length,
    control: invoiceControl(lines, digits),
  };
}
