import type { EditorProps } from '../../platform/editor.ts';
import { BillRows } from './BillRows.tsx';
import { DiskLedger } from './DiskLedger.tsx';
import '../../base/editorPage.css';
import './ledger.css';

export const billPrefix = 'bill/';

/** The rows of a ledger on disk, or (`bill/PATH`) those of a scenario's bill as it stands. */
export function LedgerEditor(props: EditorProps) {
  if (!props.path.startsWith(billPrefix)) return <DiskLedger {...props} />;
  return <BillRows {...props} path={props.path.slice(billPrefix.length)} />;
}
