/** The formats that a ledger is exported in, and what a file of each is called. */
export const exportFormats = {
  'rows-csv': { extension: 'csv', what: 'its rows as CSV' },
  'rows-ndjson': { extension: 'ndjson', what: 'its rows as NDJSON' },
  json: { extension: 'json', what: 'its rows as JSON, with head and versions' },
  invoices: { extension: 'csv', what: 'its invoice lines as CSV' },
  hledger: { extension: 'journal', what: 'a double-entry journal for hledger' },
  ledger: { extension: 'journal', what: 'a double-entry journal for ledger' },
  beancount: { extension: 'beancount', what: 'a double-entry journal for beancount' },
  focus: { extension: 'csv', what: 'FOCUS 1.2 cost and usage rows as CSV' },
  'roll-forward': { extension: 'csv', what: 'deferred revenue by lot and month as CSV' },
  xlsx: { extension: 'xlsx', what: 'a workbook: inputs, workings, outputs, checks' },
} as const;

export type LedgerExportFormat = keyof typeof exportFormats;

/** Whether a word names a format. */
export function isExportFormat(word: string): word is LedgerExportFormat {
  return Object.hasOwn(exportFormats, word);
}
