import { auditSteps, type AuditInput } from '../../../shared/audit/audit.ts';
import type { AuditTerms } from '../../../shared/audit/terms.ts';
import { ok, type Result } from '../../../shared/base/result.ts';
import type { Zone } from '../../../shared/calendar/zone.ts';
import { mapsLedger, type AuditMapping } from '../../../shared/interchange/auditMapping.ts';
import { usageRecordReader, type UsageRecordRead } from '../../../shared/interchange/importers/usageRecordRows.ts';
import type { BadRow } from '../../../shared/ledger/badRow.ts';
import type { Ports } from '../../platform/ports.ts';
import { ofDiagnostics, ofFile, type AuditFailure } from './auditFailure.ts';
import type { AuditedFiles, AuditFiles } from './auditedFiles.ts';
import { progressOf } from './auditProgress.ts';
import { bothControls, controlsOf } from './controlTotals.ts';
import { inTurns } from './inTurns.ts';
import { readInvoices } from './readInvoices.ts';
import { readLedger } from './readLedger.ts';
import { readMapping } from './readMapping.ts';
import { readText, type AuditedFile, type AuditFault } from './readText.ts';
import { badRowsOf, unreadOf } from './unreadRows.ts';

/** The audit of files in any form, with anything wrong in them, which keeps all rows to look at them again. */
export async function auditKeptRows(
  ports: Ports,
  files: AuditFiles,
  terms: AuditTerms,
): Promise<Result<AuditedFiles, AuditFailure>> {
  const mapped = files.map ? await readMapping(ports, files.map) : ok(null);
  if (!mapped.ok) return ofFile(mapped.error);
  const mapping = mapped.value;
  const { zone } = terms.scenario;
  const progress = progressOf(files.progress);
  const record = files.usage ? await readRecord(ports, files.usage, { zone, mapping }) : ok(null);
  if (!record.ok) return record;
  const ledger = files.ledger
    ? await readLedger(ports, files.ledger, {
        zone,
        mapping: mapping && mapsLedger(mapping) ? mapping : null,
        head: files.head,
        progress,
      })
    : ok(null);
  if (!ledger.ok) return ofFile(ledger.error);
  const invoices = files.invoices ? await readInvoices(ports, files.invoices, { ...files, terms, mapping }) : ok(null);
  if (!invoices.ok) return invoices;
  const unreadable =
    unreadableOf(files.usage, record.value?.rows.count, record.value) ??
    unreadableOf(files.ledger, ledger.value?.rows.count, ledger.value?.chain ? null : ledger.value) ??
    unreadableOf(files.invoices, invoices.value?.lines.length, invoices.value);
  if (unreadable) return ofFile(unreadable);
  const badRows = [
    ...badRowsOf(files.usage, record.value?.badRows),
    ...badRowsOf(files.ledger, ledger.value?.badRows),
    ...badRowsOf(files.invoices, invoices.value?.badRows),
  ];
  const badRowCount =
    (record.value?.badRowCount ?? 0) + (ledger.value?.badRowCount ?? 0) + (invoices.value?.badRows.length ?? 0);
  const until = ports.steady.now() + files.searchMs;
  const input: AuditInput = {
    terms,
    ledger: ledger.value?.rows ?? null,
    record: record.value?.rows ?? null,
    invoices: invoices.value?.lines ?? null,
    chain: ledger.value?.chain ?? null,
    unread: unreadOf({
      badRows: badRowCount,
      ofRecord: record.value?.badRowCount ?? 0,
      otherColumns: ledger.value?.otherColumns ?? [],
    }),
    goesOn: () => ports.steady.now() < until,
    progress: files.progress,
  };
  const imported = controlsOf(input);
  const report = await inTurns(auditSteps(input), ports.steady, files.check);
  if (!report.ok) return { ok: false, error: { from: 'refused', refusals: report.error } };
  const controls = bothControls(imported, controlsOf(input));
  return ok({ report: report.value, badRows, badRowCount, controls, input });
}

async function readRecord(
  ports: Ports,
  file: AuditedFile,
  how: { readonly zone: Zone; readonly mapping: AuditMapping | null },
): Promise<Result<UsageRecordRead, AuditFailure>> {
  const reader = usageRecordReader(file.shown, how);
  const read = await readText(ports, file, (text) => reader.push(text));
  if (!read.ok) return ofFile(read.error);
  const record = reader.end();
  if (record.ok) return record;
  const { error } = record;
  if (typeof error === 'string') return ofFile({ kind: 'bad-input', message: `${file.shown}: ${error}` });
  return ofDiagnostics(file.shown, error);
}

/** The fault of a file that has rows, none of which can be read: nothing could be said of it. */
function unreadableOf(
  file: AuditedFile | null,
  rows: number | undefined,
  read: { readonly badRows: readonly BadRow[] } | null | undefined,
): AuditFault | null {
  const first = read?.badRows[0];
  if (!file || rows !== 0 || !first) return null;
  const { line, column, reason } = first;
  const where = column === '' ? `line ${line}` : `line ${line}, ${column}`;
  return { kind: 'bad-input', message: `${file.shown}: none of its rows can be read. The first, ${where}: ${reason}.` };
}
