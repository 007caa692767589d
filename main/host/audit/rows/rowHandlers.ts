import { auditBasis, type AuditBasis } from '../../../../shared/audit/basis.ts';
import { findingReason } from '../../../../shared/audit/findingReason.ts';
import { rowCells, shownColumns } from '../../../../shared/audit/rowCells.ts';
import { err, ok, type Result } from '../../../../shared/base/result.ts';
import { mapsLedger } from '../../../../shared/interchange/auditMapping.ts';
import type { LedgerColumns } from '../../../../shared/ledger/ledgerColumns.ts';
import type { AuditRowsView } from '../../../../shared/rpc/auditViews.ts';
import type { RpcParams } from '../../../../shared/rpc/table.ts';
import type { RpcError } from '../../../../shared/rpc/views.ts';
import type { Upload } from '../../../store/upload.ts';
import type { Workspace } from '../../../store/workspaceTypes.ts';
import type { Handlers } from '../../handlers.ts';
import type { ImportSource } from '../../import/importSource.ts';
import type { AuditJobs, KeptAudit } from '../auditJobs.ts';
import { findSource, mappingOf } from '../preview/findSource.ts';
import { fileRows } from './fileRows.ts';

interface Parts {
  readonly open: { workspace(): Result<Workspace, RpcError> };
  readonly uploads: { find(id: string): Result<Upload, RpcError> };
}

/** Shows the rows of an audited ledger, and why what a finding expects is due. */
export function rowHandlers(parts: Parts, jobs: AuditJobs): Handlers<'audit.rows' | 'audit.reason'> {
  const bases = new WeakMap<KeptAudit, AuditBasis>();
  return {
    'audit.rows': async (wanted) => {
      const audit = jobs.find(wanted.auditId);
      if (!audit.ok) return audit;
      const { ledger } = audit.value.audited.input;
      if (!ledger) return err({ code: 'no-ledger', message: 'No ledger was audited.' });
      if (wanted.row > ledger.count) return err({ code: 'unknown-row', message: 'The ledger has no such row.' });
      return rowsAround(parts, audit.value, ledger, wanted);
    },
    'audit.reason': ({ auditId, finding }) => {
      const audit = jobs.find(auditId);
      if (!audit.ok) return audit;
      const { report } = audit.value.audited;
      const found = report.findings[finding];
      if (!found) return err({ code: 'unknown-finding', message: 'The audit has no such finding.' });
      const basis = basisOf(bases, audit.value);
      if (!basis) return err({ code: 'no-basis', message: 'The terms cannot be carried out again.' });
      return ok(findingReason(basis, found, report.tieOut));
    },
  };
}

/** The recomputed run of an audit: made again when first asked for, for it is too large to be kept for everyone. */
function basisOf(bases: WeakMap<KeptAudit, AuditBasis>, audit: KeptAudit): AuditBasis | null {
  const known = bases.get(audit);
  if (known) return known;
  const { terms, ledger, record } = audit.audited.input;
  const made = auditBasis(terms, ledger, record);
  if (!made.ok) return null;
  bases.set(audit, made.value);
  return made.value;
}

async function rowsAround(
  parts: Parts,
  audit: KeptAudit,
  ledger: LedgerColumns,
  { row, before, after }: RpcParams<'audit.rows'>,
): Promise<Result<AuditRowsView, RpcError>> {
  const from = Math.max(1, row - before);
  const until = Math.min(ledger.count, row + after);
  const base = { total: ledger.count, from };
  const workspace = parts.open.workspace();
  if (!workspace.ok) return workspace;
  const source = await ledgerSource(parts, workspace.value, audit);
  if (!source) return ok({ ...base, asInFile: false, columns: shownColumns, rows: asRead(ledger, from, until) });
  const delimiter = await delimiterOf(parts, workspace.value, audit);
  const lines = { from: ledger.line[from - 1]!, until: ledger.line[until - 1]!, delimiter };
  const read = await fileRows(workspace.value.ports, source, lines);
  if (!read.ok) return err({ code: read.error.kind, message: read.error.message });
  const rowAt = new Map<number, number>();
  for (let each = from; each <= until; each++) rowAt.set(ledger.line[each - 1]!, each);
  const rows = read.value.rows.map(({ line, cells }) => ({ row: rowAt.get(line) ?? null, line, cells }));
  return ok({ ...base, asInFile: true, columns: read.value.columns, rows });
}

function asRead(ledger: LedgerColumns, from: number, until: number): AuditRowsView['rows'] {
  return Array.from({ length: until - from + 1 }, (_, index) => {
    const row = from + index;
    return { row, line: ledger.line[row - 1]!, cells: rowCells(ledger, row - 1) };
  });
}

/** The file of an audited ledger; null for a ledger in its folder. */
async function ledgerSource(parts: Parts, workspace: Workspace, { wanted }: KeptAudit): Promise<ImportSource | null> {
  if (!wanted.ledger) return null;
  const found = await findSource(workspace, parts.uploads, wanted.ledger);
  return found.ok ? found.value : null;
}

async function delimiterOf(parts: Parts, workspace: Workspace, { wanted: { map } }: KeptAudit): Promise<string> {
  if (!map) return ',';
  const read = 'mapping' in map ? ok(map.mapping) : await mappingOf(workspace, parts.uploads, map);
  return read.ok && mapsLedger(read.value) ? read.value.delimiter : ',';
}
