import type { BadRow } from '../../../shared/ledger/badRow.ts';
import type { AuditedFile } from './readText.ts';

/** A row that could not be read, with its file. */
export interface BadRowOfFile extends BadRow {
  readonly file: string;
}

export function badRowsOf(file: AuditedFile | null, rows: readonly BadRow[] | undefined): BadRowOfFile[] {
  return (rows ?? []).map((row) => ({ file: file!.shown, ...row }));
}

/** Says what was not read, by the number of rows that could not be, in all and of the usage record, and the columns beside a ledger's own. */
export function unreadOf({
  badRows,
  ofRecord,
  otherColumns,
}: {
  readonly badRows: number;
  readonly ofRecord: number;
  readonly otherColumns: readonly string[];
}): string[] {
  const unread: string[] = [];
  if (badRows > 0) unread.push(`${badRows} rows could not be read: they are no part of the audit.`);
  if (ofRecord > 0) {
    unread.push(`${ofRecord} of them are of the usage record: what they record counts as not recorded.`);
  }
  const others = otherColumns.filter((name) => name !== 'hash');
  if (others.length > 0) unread.push(`Columns that are none of a ledger's were not read: ${others.join(', ')}.`);
  return unread;
}
