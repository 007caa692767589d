import { useCallback, useState } from 'react';
import { Banner } from '../../base/Banner.tsx';
import { EmptyState } from '../../base/EmptyState.tsx';
import { Button } from '../../base/Button.tsx';
import { Spinner } from '../../base/Spinner.tsx';
import type { EditorProps } from '../../platform/editor.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { useBill } from '../../workbench/bills/useBill.ts';
import type { LedgerRow } from './ledgerRow.ts';
import { LedgerRows } from './LedgerRows.tsx';

/** The rows that a scenario's bill rests on, not written to disk yet. */
export function BillRows({ path, reveal }: EditorProps) {
  const { rpc, commands } = useWorkbench();
  const run = useBill(path);
  const [writing, setWriting] = useState(false);
  const write = async () => {
    setWriting(true);
    await commands.run('bill.writeLedger', { path });
    setWriting(false);
  };
  const runId = run.bill?.runId ?? '';
  const fetch = useCallback(
    (range: { from: number; count: number }) => rpc('bill.rows', { runId, ...range }),
    [rpc, runId],
  );
  const showWhy = useCallback(
    ({ seq }: LedgerRow, focus: boolean) =>
      void commands.run('why.show', { kind: 'bill', path, target: { kind: 'row', row: seq }, focus }),
    [commands, path],
  );
  if (!run.bill) {
    if (run.failure === null && run.diagnostics.length === 0) return <Spinner label="Computing the rows…" />;
    return <EmptyState icon="warning" title="No rows" text={run.failure ?? 'The scenario has errors: see Problems.'} />;
  }
  return (
    <div className="ledger">
      <header className="ledger-header">
        <div>
          <h1>{run.bill.name}</h1>
          <p>{run.bill.rowCount.toLocaleString('en')} rows, live from the scenario, not written yet</p>
        </div>
        <Button icon="book" kind="primary" disabled={run.stale || writing} onClick={() => void write()}>
          {writing ? 'Writing…' : 'Write ledger'}
        </Button>
      </header>
      {run.stale && <Banner kind="warning">These are the rows of the last good bill: the scenario has errors.</Banner>}
      <LedgerRows
        label={`Ledger rows of ${run.bill.name}`}
        total={run.bill.rowCount}
        reveal={reveal}
        fetch={fetch}
        onChoose={showWhy}
      />
    </div>
  );
}
