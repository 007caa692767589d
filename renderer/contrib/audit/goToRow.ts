import type { Workbench } from '../../platform/workbench.ts';
import type { AuditFile } from './auditFile.ts';
import type { AuditChoice } from './auditState.ts';

/** Where a row of the audited ledger can be seen. */
export interface RowPlace {
  readonly path: string;
  readonly row: number;
}

/** The place of a row: in the grid where the ledger is a folder, in the text of a file of the workspace; null for what was put in. */
export function rowPlace(audited: AuditChoice | null, row: number | null): RowPlace | null {
  const ledger: AuditFile | null = audited?.ledger ?? null;
  return ledger?.kind === 'path' && row !== null ? { path: ledger.path, row } : null;
}

export function goToRow({ editors }: Workbench, { path, row }: RowPlace): void {
  if (path.endsWith('.ledger')) return editors.open(`ledger:${path}`, { reveal: { row }, focus: true, pinned: true });
  const line = /\.csv$/i.test(path) ? row + 1 : row;
  editors.open(`text:${path}`, { reveal: { place: { line, column: 1, offset: 0, length: 0 } }, focus: true });
}
