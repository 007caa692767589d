import { assert } from '../../shared/base/assert.ts';
import type { EvidenceSample } from '../../shared/audit/evidence/evidence.ts';
import { judge, markTitles, minorUnits, type Judgement, type Thresholds } from '../../shared/audit/materiality.ts';
import { sampledRows } from '../../shared/audit/sampledRows.ts';
import type { AuditedFiles } from '../host/audit/auditedFiles.ts';
import { thresholdOptions, type AskedExtras } from './auditArguments.ts';
import { UsageError } from './command.ts';
import { plainText, table } from './plainText.ts';

/** What was asked for beside the audit. */
export interface AuditExtras {
  readonly judgement: Judgement | null;
  readonly sample: EvidenceSample | null;
}

/** The judgement and the sample of an audit, each null where it was not asked for. */
export function extrasOf({ report, input }: AuditedFiles, { amounts, sample }: AskedExtras): AuditExtras {
  const { currency, minorDigits: digits } = input.terms.program;
  const thresholds = {
    overall: inMinor(amounts.overall, 'overall', digits),
    tolerance: inMinor(amounts.tolerance, 'tolerance', digits),
    trivial: inMinor(amounts.trivial, 'trivial', digits),
  };
  const isAsked = Object.values(thresholds).some((threshold) => threshold !== null);
  assert(!sample || input.ledger !== null, 'a sample is drawn from a ledger');
  return {
    judgement: isAsked ? judge({ ...report, currency, digits }, thresholds) : null,
    sample: sample && input.ledger ? sampledRows(input.ledger, sample) : null,
  };
}

function inMinor(text: string | null, threshold: keyof Thresholds, digits: number): bigint | null {
  if (text === null) return null;
  const amount = minorUnits(text, digits);
  if (amount !== null) return amount;
  throw new UsageError(
    `--${thresholdOptions[threshold]} takes at most ${digits} decimals, as the currency of the terms has`,
  );
}

/** The report as `--json` prints it: what was asked for beside it, and each finding with its mark, only where it was. */
export function reportJson({ report, badRows, badRowCount }: AuditedFiles, { judgement, sample }: AuditExtras): string {
  const findings = judgement
    ? report.findings.map((finding, index) => ({ ...finding, mark: judgement.marks.findings[index] ?? null }))
    : report.findings;
  const tieOut = judgement
    ? report.tieOut.map((line, index) => ({ ...line, mark: judgement.marks.lines[index] ?? null }))
    : report.tieOut;
  const beside = { ...(judgement && { judgement: withoutMarks(judgement) }), ...(sample && { sample }) };
  return `${JSON.stringify({ ...report, findings, tieOut, badRowCount, badRows, ...beside }, null, 2)}\n`;
}

function withoutMarks({ marks: _, ...judgement }: Judgement) {
  return judgement;
}

/** The judgement and the sample as an auditor reads them. */
export function extrasText({ judgement, sample }: AuditExtras): string {
  const parts: string[] = [];
  if (judgement) parts.push(judgementText(judgement));
  if (sample) {
    const { rows, population, seed, columns } = sample;
    const lines = rows.map(({ row, cells }) => [String(row), ...cells]);
    parts.push(
      `Random sample: ${rows.length} of ${population} rows, seed ${seed}\n`,
      plainText(table([['row', ...columns], ...lines], [0])),
    );
  }
  return parts.map((part) => `\n${part}`).join('');
}

function judgementText({ verdict, message, marks }: Judgement): string {
  const counts = Object.entries(markTitles).map(([mark, title]) => {
    return `${marks.findings.filter((each) => each === mark).length} ${title}`;
  });
  return `Materiality: ${verdict}. ${message}\nFindings marked: ${counts.join(', ')}.\n`;
}
