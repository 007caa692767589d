import { judge, minorUnits, type Judgement, type Thresholds } from '../../../../shared/audit/materiality.ts';
import { sampledRows } from '../../../../shared/audit/sampledRows.ts';
import type { AuditDesk, DeskSample, DeskThresholds } from '../../../../shared/rpc/auditViews.ts';
import type { AuditedFiles } from '../auditedFiles.ts';
import type { Papers } from '../readPapers.ts';
import type { DeskPapers, DrawnSample } from './deskPapers.ts';

/** What lies on the desk of an audit: its thresholds, what they make of the differences, and the rows that were drawn. */
export function auditDesk({ audit: { audited }, desk }: Pick<Papers, 'audit' | 'desk'>): AuditDesk {
  return {
    thresholds: desk.thresholds,
    judgement: judgementOf(audited, desk.thresholds),
    samples: samplesOf(audited, desk),
    population: audited.input.ledger?.count ?? 0,
  };
}

/** The judgement of an audit by what was kept in the history; null where nothing was. */
export function judgementOf({ report, input }: AuditedFiles, kept: DeskThresholds | null): Judgement | null {
  if (!kept) return null;
  const { currency, minorDigits: digits } = input.terms.program;
  const minor = (text: string | null) => (text === null ? null : minorUnits(text, digits));
  const { overall, tolerance, trivial } = kept.amounts;
  const thresholds: Thresholds = { overall: minor(overall), tolerance: minor(tolerance), trivial: minor(trivial) };
  if (Object.values(thresholds).every((threshold) => threshold === null)) return null;
  return judge({ ...report, currency, digits }, thresholds);
}

/** The samples with their rows, drawn again from their seeds, and the latest tick of each. */
export function samplesOf({ input: { ledger } }: AuditedFiles, { samples, ticks }: DeskPapers): DeskSample[] {
  if (!ledger) return [];
  return samples.map(({ size, seed, ...kept }: DrawnSample) => {
    const own = new Map(
      ticks.filter(({ sample }) => sample === kept.seq).map(({ sample: _, ...tick }) => [tick.row, tick]),
    );
    const drawn = sampledRows(ledger, { seed, size });
    return { ...kept, ...drawn, rows: drawn.rows.map((row) => ({ ...row, tick: own.get(row.row) ?? null })) };
  });
}
