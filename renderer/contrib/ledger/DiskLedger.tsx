import { useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { CellsRow } from '../../../shared/rpc/rowViews.ts';
import type { LedgerView } from '../../../shared/rpc/views.ts';
import { Banner } from '../../base/Banner.tsx';
import { EmptyState } from '../../base/EmptyState.tsx';
import { Spinner } from '../../base/Spinner.tsx';
import type { EditorProps } from '../../platform/editor.ts';
import { messageOf } from '../../platform/messageOf.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { ledgerColumns } from '../../workbench/rows/ledgerColumns.ts';
import { RowsGrid } from '../../workbench/rows/RowsGrid.tsx';
import { drawCell } from './drawCell.tsx';
import { cellOrder } from './gridColumns.ts';
import { LedgerHeader } from './LedgerHeader.tsx';
import { VerifyBanner } from './VerifyBanner.tsx';
import { forgetVerification, verifications } from './verifyLedger.ts';

type Opened = { readonly ledger: LedgerView } | { readonly failure: string } | null;

/** A ledger on disk: read-only, verifiable, exportable. */
export function DiskLedger({ path, reveal, active }: EditorProps) {
  const workbench = useWorkbench();
  const opened = useLedger(path);
  const verified = useStore(verifications(workbench), (known) => known[path]);
  const head = opened !== null && 'ledger' in opened ? opened.ledger.head : '';
  // Another head is another ledger at the same place.
  const source = useMemo(() => ({ ledger: path }), [path, head]);
  const showWhy = useCallback(
    async ({ row }: CellsRow, focus: boolean) => {
      const node = await workbench.rpc('ledger.why', { path, row });
      await workbench.commands.run('why.show', { kind: 'answer', ledger: path, node, focus });
    },
    [workbench, path],
  );
  if (opened === null) return <Spinner label="Opening the ledger…" />;
  if ('failure' in opened)
    return <EmptyState icon="error" title="The ledger could not be opened" text={opened.failure} />;
  const { ledger } = opened;
  return (
    <div className="rows-page ledger">
      <LedgerHeader ledger={ledger} verifying={verified === 'verifying'} />
      {ledger.damage !== null && (
        <Banner kind="error">
          This ledger is damaged: {ledger.damage} It is shown as far as it can be read; the files are kept as they are.
        </Banner>
      )}
      {verified && verified !== 'verifying' && (
        <VerifyBanner verified={verified} onClose={() => forgetVerification(workbench, path)} />
      )}
      <RowsGrid
        kind="ledger"
        label={`Ledger ${ledger.name}`}
        total={ledger.rowCount}
        columns={ledgerColumns}
        {...{ source, cellOrder, active, reveal }}
        draw={drawCell}
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
