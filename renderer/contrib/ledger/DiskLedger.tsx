import { useCallback, useEffect, useState } from 'react';
import type { LedgerRow } from './ledgerRow.ts';
import type { LedgerView, VerifyView } from '../../../shared/rpc/views.ts';
import { Banner } from '../../base/Banner.tsx';
import { EmptyState } from '../../base/EmptyState.tsx';
import { Spinner } from '../../base/Spinner.tsx';
import type { EditorProps } from '../../platform/editor.ts';
import { messageOf } from '../../platform/messageOf.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { LedgerHeader } from './LedgerHeader.tsx';
import { LedgerRows } from './LedgerRows.tsx';
import { VerifyBanner } from './VerifyBanner.tsx';

type Opened = { readonly ledger: LedgerView } | { readonly failure: string } | null;

/** A ledger on disk: read-only, verifiable, exportable. */
export function DiskLedger({ path, reveal }: EditorProps) {
  const workbench = useWorkbench();
  const opened = useLedger(path);
  const [verified, setVerified] = useState<VerifyView | null>(null);
  const fetch = useCallback(
    (range: { from: number; count: number }) => workbench.rpc('ledger.rows', { path, ...range }),
    [workbench, path],
  );
  const showWhy = useCallback(
    async (row: LedgerRow, focus: boolean) => {
      const node = await workbench.rpc('ledger.why', { path, row: row.seq });
      await workbench.commands.run('why.show', { kind: 'answer', ledger: path, node, focus });
    },
    [workbench, path],
  );
  if (opened === null) return <Spinner label="Opening the ledger…" />;
  if ('failure' in opened)
    return <EmptyState icon="error" title="The ledger could not be opened" text={opened.failure} />;
  const { ledger } = opened;
  return (
    <div className="ledger">
      <LedgerHeader ledger={ledger} onVerified={setVerified} />
      {ledger.damage !== null && (
        <Banner kind="error">
          This ledger is damaged: {ledger.damage} It is shown as far as it can be read; the files are kept as they are.
        </Banner>
      )}
      {verified && <VerifyBanner verified={verified} onClose={() => setVerified(null)} />}
      <LedgerRows
        label={`Ledger ${ledger.name}`}
        total={ledger.rowCount}
        reveal={reveal}
        fetch={fetch}
        onChoose={showWhy}
      />
    </div>
  );
}

/** Opens the ledger, again when its files change on disk. */
function useLedger(path: string): Opened {
  const { rpc, on } = useWorkbench();
  const [opened, setOpened] = useState<Opened>(null);
  useEffect(() => {
    let gone = false;
    const open = () =>
      rpc('ledger.open', { path }).then(
        (ledger) => !gone && setOpened({ ledger }),
        (error: unknown) => !gone && setOpened({ failure: messageOf(error) }),
      );
    void open();
    const stop = on('workspace.changed', ({ paths }) => {
      if (paths.some((changed) => changed === path || changed.startsWith(`${path}/`))) void open();
    });
    return () => {
      gone = true;
      stop();
    };
  }, [rpc, on, path]);
  return opened;
}
