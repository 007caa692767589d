import { err, ok, type Result } from '../base/result.ts';
import { formatInstant } from '../calendar/instant.ts';
import type { Run } from '../engine/outcome.ts';
import { runProgram } from '../engine/run.ts';
import type { LedgerColumns } from '../ledger/ledgerColumns.ts';
import type { UsageFileRows } from '../scenario/usageFileRows.ts';
import type { AuditCase } from './auditCase.ts';
import { usageOfLedger, usageOfRecord, type AuditUsage } from './auditUsage.ts';
import { identitiesOf, identityCase, matchRecord, type Identities, type RecordMatch } from './identities.ts';
import { placesOf, type Places } from './places.ts';
import type { AuditRefusal } from './report.ts';
import type { AuditTerms } from './terms.ts';

/** What an audit rests on: the rows in their places, the usage to recompute with, and the run that the terms give. */
export interface AuditBasis {
  readonly terms: AuditTerms;
  readonly ledger: LedgerColumns | null;
  readonly usage: AuditUsage;
  readonly run: Run;
  readonly places: Places | null;
  readonly identities: Identities | null;
  readonly match: RecordMatch | null;
  /** Demand by row of the ledger as the record states it, NaN where it has none; null without a record. */
  readonly recorded: Float64Array | null;
  readonly cases: readonly AuditCase[];
  /** Events of the record outside the period: no part of the audit. */
  readonly recordOutside: number;
}

/** Puts a ledger's rows and the usage record in order, and recomputes. At least one of the two is given. */
export function auditBasis(
  terms: AuditTerms,
  ledger: LedgerColumns | null,
  record: UsageFileRows | null,
): Result<AuditBasis, readonly AuditRefusal[]> {
  const places = ledger && placesOf(ledger, terms.program);
  const identities = ledger && identitiesOf(ledger, places!.outside);
  const match = ledger && record && matchRecord(ledger, record, identities!.uses, places!.outside);
  const refusals = match ? recordRefusals(match) : [];
  const fromRecord = record && usageOfRecord(terms, record, match?.shown ?? new Int32Array(record.count).fill(-1));
  for (const { line, reason } of fromRecord?.unrated ?? []) {
    refusals.push({
      code: 'record-unrated',
      place: `line ${line}`,
      message: `Line ${line} of the usage record: ${reason}.`,
    });
  }
  if (refusals.length > 0) return err(refusals);
  const usage = fromRecord ?? usageOfLedger(terms, ledger!, identities!.uses);
  const run = recompute(terms, usage);
  if (!run.ok) return run;
  const recorded = ledger && record ? recordedDemand(ledger, usage) : null;
  const cases = basisCases({ ledger, places, identities, match, usage });
  const recordOutside = fromRecord?.outside ?? 0;
  return ok({ terms, ledger, usage, run: run.value, places, identities, match, recorded, cases, recordOutside });
}

function recordRefusals({ recordedTwice }: RecordMatch): AuditRefusal[] {
  return recordedTwice.slice(0, 100).map(({ id, line }) => {
    const message = `Line ${line} of the usage record: the event ${id} stands twice.`;
    return { code: 'record-duplicate', place: `line ${line}`, message };
  });
}

function recompute({ program }: AuditTerms, { usage }: AuditUsage): Result<Run, readonly AuditRefusal[]> {
  const run = runProgram({ ...program, usage, sources: [{ kind: 'events' }] });
  if (run.ok) return run;
  return err(
    run.error.map(({ path, at, expected, actual }) => ({
      code: 'terms-refused' as const,
      place: path,
      message: `The terms cannot be carried out at ${formatInstant(at)}: expected ${expected}; there is ${actual}.`,
    })),
  );
}

function recordedDemand(ledger: LedgerColumns, { usage, rowOf }: AuditUsage): Float64Array {
  const demand = new Float64Array(ledger.count).fill(NaN);
  for (let index = 0; index < usage.count; index++) {
    if (rowOf[index]! >= 0) demand[rowOf[index]!] = usage.demand[index]!;
  }
  return demand;
}

function basisCases({
  ledger,
  places,
  identities,
  match,
  usage: { usage, rowOf },
}: Pick<AuditBasis, 'ledger' | 'places' | 'identities' | 'match' | 'usage'>): AuditCase[] {
  if (!ledger || !places || !identities) return [];
  const known = match ? identities.cases.filter(({ what }) => what === 'twice') : identities.cases;
  const cases: AuditCase[] = [...places.cases, ...known];
  if (!match) return cases;
  for (const row of match.extra) cases.push(identityCase(ledger, row, 'not-recorded', null));
  for (let index = 0; index < usage.count; index++) {
    if (rowOf[index]! >= 0) continue;
    const event = { id: usage.ids[index]!, first: usage.position[index]!, credits: usage.demand[index]! };
    cases.push({ kind: 'identity', row: null, at: usage.at[index]!, what: 'not-shown', ...event });
  }
  return cases;
}
