import type { Finding } from '../../shared/audit/finding.ts';
import type { AuditReport } from '../../shared/audit/report.ts';
import type { BadRowOfFile } from '../host/audit/unreadRows.ts';
import { plainText, table } from './plainText.ts';

const shownFindings = 100;

/** A row that could not be read, in one line. */
export function badRowLine({ file, line, column, reason, text }: BadRowOfFile): string {
  const where = column === '' ? `${file}:${line}` : `${file}:${line}: ${column}`;
  return `${where}: ${reason}${text === '' ? '' : ` ("${text}")`}`;
}

/** An audit as an auditor reads it: the verdict, where it first differs, the money, what explains it, then each finding. */
export function auditText(report: AuditReport): string {
  const parts = [
    verdict(report),
    totals(report),
    reconciliation(report),
    explanations(report),
    findings(report),
    unchecked(report),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function verdict({ status, rows, invoiceLines, findingCounts, firstDivergence, differingRows }: AuditReport): string {
  const counts = Object.entries(findingCounts).map(([code, count]) => `${count} ${code}`);
  const lines = [
    `${status === 'clean' ? 'Clean' : 'Findings'}: ${rows} rows, ${invoiceLines} invoice lines${counts.length > 0 ? `; ${counts.join(', ')}` : ''}`,
  ];
  if (firstDivergence) lines.push(`First divergence: row ${firstDivergence.row}, ${firstDivergence.code}`);
  else if (differingRows) lines.push(`No row of the file differs: ${differingRows} are missing at its end`);
  return `${lines.join('\n')}\n`;
}

function totals({ totals: { expected, actual, difference } }: AuditReport): string {
  const kinds = ['subscription', 'prepaid', 'flex', 'total'] as const;
  const rows = kinds.map((kind) => [kind, expected[kind], actual[kind], difference[kind]]);
  return table([['money', 'by the terms', 'charged', 'difference'], ...rows], [1, 2, 3]);
}

/** From what is due to what was charged, by finding. */
function reconciliation({ reconciliation: { byFinding, expected, actual } }: AuditReport): string {
  const { causes, unexplained } = byFinding;
  if (causes.length === 0 && expected === actual) return '';
  const rows = causes.map(({ code, rule, count, credits, money }) => [code, rule, String(count), credits, money]);
  const ends = (title: string, amount: string) => [title, '', '', '', amount];
  const all = [ends('by the terms', expected), ...rows, ends('not explained', unexplained), ends('charged', actual)];
  return table([['cause', 'rule', 'count', 'credits', 'money'], ...all], [2, 3, 4]);
}

function explanations({ explanations: found, explained, residual }: AuditReport): string {
  if (explained === null && found.length === 0) return '';
  const heading =
    explained === false
      ? /[1-9]/.test(residual)
        ? `No hypothesis explains the difference of ${residual} over the invoice lines.`
        : 'No hypothesis explains the rows that differ; the bill is as it should be.'
      : 'What may explain the difference, best first:';
  if (found.length === 0) return `${heading}\n`;
  const rows = found.map(({ hypothesis, parameters, residual: left, differingRows }) => [
    hypothesis,
    left,
    differingRows === null ? '' : String(differingRows),
    Object.entries(parameters)
      .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
      .join(', '),
  ]);
  return `${heading}\n${plainText(table([['hypothesis', 'residual', 'rows', 'with'], ...rows], [1, 2]))}`;
}

function findings({ findings: all }: AuditReport): string {
  if (all.length === 0) return '';
  const lines = all.slice(0, shownFindings).map(findingText);
  if (all.length > shownFindings) lines.push(`and ${all.length - shownFindings} more: --json lists them\n`);
  return lines.join('');
}

function findingText({ code, rule, severity, row, invoice, at, expected, actual, money, message }: Finding): string {
  const where = [row === null ? '' : `row ${row}`, invoice === null ? '' : `invoice ${invoice}`, at ?? ''];
  const effect = /[1-9]/.test(money) ? `, effect on the bill ${money}` : '';
  const place = where.filter((part) => part !== '').join(', ');
  return plainText(
    `${severity} ${code} [${rule}] ${place}\n  ${message}\n  expected ${expected}, found ${actual}${effect}\n`,
  );
}

function unchecked({ unchecked: list }: AuditReport): string {
  return list.length === 0 ? '' : `Not checked:\n${list.map((line) => `  ${plainText(line)}\n`).join('')}`;
}
