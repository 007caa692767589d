import type { FindingView } from '../../../shared/rpc/auditViews.ts';
import { formatCredits } from '../../base/format.ts';

/** Where a finding stands: its row, its invoice, or the file as a whole. */
export function whereText({ row, invoice }: FindingView): string {
  const parts = [
    row === null ? null : `Row ${row.toLocaleString('en')}`,
    invoice === null ? null : `${row === null ? 'Invoice' : 'invoice'} ${invoice}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'No row shows it' : parts.join(', ');
}

/** A figure grouped for reading; words stay as they are. */
export function figureText(text: string): string {
  return /^-?\d+(\.\d+)?$/.test(text) ? formatCredits(text) : text;
}
