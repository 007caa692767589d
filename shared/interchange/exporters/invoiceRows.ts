import { csvDecimal, csvText } from './csvCell.ts';

/** The columns of exported invoices: one row a line. */
export const invoiceColumns = ['number', 'issuedAt', 'kind', 'credits', 'unitPrice', 'amount'] as const;

/** One invoice line as exported. Amounts are decimal text; `credits` is empty where the line has none. */
export interface InvoiceRow {
  readonly number: number;
  readonly issuedAt: string;
  readonly kind: string;
  readonly credits: string;
  readonly unitPrice: string;
  readonly amount: string;
}

/** An invoice as the result document has it. */
export interface StatedInvoice {
  readonly number: number;
  readonly issuedAt: string;
  readonly lines: readonly {
    readonly kind: string;
    readonly credits: string | null;
    readonly unitPrice: string;
    readonly amount: string;
  }[];
}

/** The lines of invoices, in order. */
export function invoiceRows(invoices: readonly StatedInvoice[]): InvoiceRow[] {
  return invoices.flatMap(({ number, issuedAt, lines }) =>
    lines.map(({ kind, credits, unitPrice, amount }) => ({
      number,
      issuedAt,
      kind,
      credits: credits ?? '',
      unitPrice,
      amount,
    })),
  );
}

/** Invoices as CSV with the header of the format, formulas neutralised. */
export function invoicesCsv(invoices: readonly StatedInvoice[]): string {
  const lines = invoiceRows(invoices).map(({ number, issuedAt, kind, credits, unitPrice, amount }) =>
    [number, csvText(issuedAt), csvText(kind), csvDecimal(credits), csvDecimal(unitPrice), csvDecimal(amount)].join(
      ',',
    ),
  );
  return `${[invoiceColumns.join(','), ...lines].join('\n')}\n`;
}

/** Invoices as NDJSON, one line of an invoice each, text exact. */
export function invoicesNdjson(invoices: readonly StatedInvoice[]): string {
  return invoiceRows(invoices)
    .map((row) => `${JSON.stringify(row)}\n`)
    .join('');
}

/** Invoices as one JSON list of lines, text exact. */
export function invoicesJson(invoices: readonly StatedInvoice[]): string {
  return `${JSON.stringify(invoiceRows(invoices), null, 2)}\n`;
}
