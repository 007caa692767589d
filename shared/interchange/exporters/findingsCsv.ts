import { csvDecimal, csvText } from './csvCell.ts';

/** A finding of an audit as exported. Amounts are decimal text. */
export interface FindingRow {
  readonly code: string;
  readonly rule: string;
  readonly severity: string;
  readonly row: number | null;
  readonly invoice: number | null;
  readonly at: string | null;
  readonly expected: string;
  readonly actual: string;
  readonly credits: string;
  readonly money: string;
  readonly message: string;
}

/** The columns of exported findings. `mark` is `trivial`, `tolerated`, `above`, `material` or empty. */
export const findingColumns = [
  'code',
  'rule',
  'severity',
  'row',
  'invoice',
  'at',
  'expected',
  'actual',
  'credits',
  'money',
  'mark',
  'message',
] as const;

/** Findings as CSV, formulas neutralised; `marks` are in the order of the findings. */
export function findingsCsv(findings: readonly FindingRow[], marks: readonly (string | null)[]): string {
  const lines = findings.map(
    ({ code, rule, severity, row, invoice, at, expected, actual, credits, money, message }, index) =>
      [
        csvText(code),
        csvText(rule),
        csvText(severity),
        row ?? '',
        invoice ?? '',
        csvText(at ?? ''),
        csvDecimal(expected),
        csvDecimal(actual),
        csvDecimal(credits),
        csvDecimal(money),
        csvText(marks[index] ?? ''),
        csvText(message),
      ].join(','),
  );
  return `${[findingColumns.join(','), ...lines].join('\n')}\n`;
}
