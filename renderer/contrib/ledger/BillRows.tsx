import { useCallback, useMemo, useState } from 'react';
import type { CellsRow } from '../../../shared/rpc/rowViews.ts';
import { Banner } from '../../base/Banner.tsx';
import { EmptyState } from '../../base/EmptyState.tsx';
import { Button } from '../../base/Button.tsx';
import { Spinner } from '../../base/Spinner.tsx';
import type { EditorProps } from '../../platform/editor.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { BillProgress } from '../../workbench/bills/BillProgress.tsx';
import { useBill } from '../../workbench/bills/useBill.ts';
import { ledgerColumns } from '../../workbench/rows/ledgerColumns.ts';
import { RowsGrid } from '../../workbench/rows/RowsGrid.tsx';
import { drawCell } from './drawCell.tsx';
import { cellOrder } from './gridColumns.ts';

/** The rows that a scenario's bill rests on, not written to disk yet. */
export function BillRows({ path, reveal, active }: EditorProps) {
  const { commands } = useWorkbench();
  const run = useBill(path);
  const [writing, setWriting] = useState(false);
  const write = async () => {
    setWriting(true);
    await commands.run('bill.writeLedger', { path });
    setWriting(false);
  };
  const runId = run.bill?.runId ?? '';
  const source = useMemo(() => ({ runId }), [runId]);
  const showWhy = useCallback(
    ({ row }: CellsRow, focus: boolean) =>
      void commands.run('why.show', { kind: 'bill', path, target: { kind: 'row', row }, focus }),
    [commands, path],
  );
  if (!run.bill) {
    if (run.cancelled || (run.running && run.step !== null)) return <BillProgress path={path} run={run} />;
    if (run.failure === null && run.diagnostics.length === 0) return <Spinner label="Computing the rows…" />;
    return <EmptyState icon="warning" title="No rows" text={run.failure ?? 'The scenario has errors: see Problems.'} />;
  }
  return (
    <div className="rows-page ledger">
      <header className="rows-page-head">
        <div>
          <h1>{run.bill.name}</h1>
          <p>{run.bill.rowCount.toLocaleString('en')} rows, live from the scenario, not written yet</p>
        </div>
        <Button icon="book" kind="primary" disabled={run.stale || writing} onClick={() => void write()}>
          {writing ? 'Writing…' : 'Write ledger'}
        </Button>
      </header>
      <BillProgress path={path} run={run} />
      {run.stale && !run.cancelled && (
        <Banner kind="warning">These are the rows of the last good bill: the scenario has errors.</Banner>
      )}
      <RowsGrid
        kind="ledger"
        label={`Ledger rows of ${run.bill.name}`}
        total={run.bill.rowCount}
        columns={ledgerColumns}
        {...{ source, cellOrder, active, reveal }}
        draw={drawCell}
        onChoose={showWhy}
      />
    </div>
  );
}
