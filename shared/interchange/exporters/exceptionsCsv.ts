import { csvDecimal, csvText } from './csvCell.ts';

/** An exception of an audit as exported. Amounts are decimal text. */
export interface ExceptionRow {
  readonly code: string;
  readonly rule: string;
  readonly severity: string;
  readonly row: number | null;
  readonly invoice: number | null;
  readonly at: string | null;
  readonly credits: string;
  readonly money: string;
  readonly mark: string | null;
  readonly status: string;
  readonly owner: string | null;
  readonly due: string | null;
  readonly notes: number;
  readonly latest: string | null;
  readonly message: string;
}

/** The columns of exported exceptions. `due` is a local date, `notes` counts the notes, `latest` is what the last one says. */
export const exceptionColumns = [
  'code',
  'rule',
  'severity',
  'row',
  'invoice',
  'at',
  'credits',
  'money',
  'mark',
  'status',
  'owner',
  'due',
  'notes',
  'latest',
  'message',
] as const;

const decimals: ReadonlySet<string> = new Set(['credits', 'money']);

/** Exceptions as CSV, formulas neutralised. */
export function exceptionsCsv(exceptions: readonly ExceptionRow[]): string {
  const lines = exceptions.map((exception) =>
    exceptionColumns
      .map((column) => {
        const cell = exception[column];
        if (typeof cell === 'number') return String(cell);
        return decimals.has(column) ? csvDecimal(cell ?? '') : csvText(cell ?? '');
      })
      .join(','),
  );
  return `${[exceptionColumns.join(','), ...lines].join('\n')}\n`;
}
