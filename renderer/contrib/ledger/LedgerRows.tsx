import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { LedgerRow } from './ledgerRow.ts';
import type { RowsPage } from '../../../shared/rpc/views.ts';
import { EmptyState } from '../../base/EmptyState.tsx';
import type { Reveal } from '../../platform/editor.ts';
import { messageOf } from '../../platform/messageOf.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { copyRows } from './copyRows.ts';
import { LedgerGrid } from './LedgerGrid.tsx';
import { RowPages, type RowSpan } from './rowPages.ts';

interface LedgerRowsProps {
  readonly label: string;
  readonly total: number;
  readonly reveal: Reveal | null;
  /** Fetches rows; another function means another ledger. */
  readonly fetch: (range: { from: number; count: number }) => Promise<RowsPage>;
  /** A row was chosen: its reason is to be shown. The same function while the ledger is. */
  onChoose(row: LedgerRow, byKeyboard: boolean): void | Promise<void>;
}

const restMs = 120;

/** The grid over rows that are fetched as they are looked at. */
export function LedgerRows({ label, total, reveal, fetch, onChoose }: LedgerRowsProps) {
  const workbench = useWorkbench();
  const [, setCame] = useState(0);
  const [failure, setFailure] = useState<string | null>(null);
  const pages = useMemo(
    () =>
      new RowPages(fetch, (error) => {
        setFailure(error === null ? null : messageOf(error));
        setCame((count) => count + 1);
      }),
    [fetch],
  );
  useEffect(() => () => pages.close(), [pages]);
  const rest = useRef<ReturnType<typeof setTimeout> | null>(null);
  const choose = useCallback(
    (index: number, byKeyboard: boolean) => {
      if (rest.current !== null) clearTimeout(rest.current);
      const tell = () => {
        const row = pages.row(index);
        if (row) void onChoose(row, byKeyboard);
      };
      rest.current = setTimeout(tell, byKeyboard ? 0 : restMs);
    },
    [pages, onChoose],
  );
  const onWant = useCallback((span: RowSpan) => pages.want(span), [pages]);
  const row = reveal?.row;
  const goTo = useMemo(
    () => (reveal && row !== undefined ? { row: row - 1, serial: reveal.serial } : null),
    [reveal, row],
  );
  if (total === 0) return <EmptyState icon="list-ordered" title="No rows" text="Nothing happened in this time." />;
  return (
    <>
      {failure !== null && <p className="ledger-failure">The rows could not be read: {failure}</p>}
      <LedgerGrid
        label={label}
        total={total}
        row={(index) => pages.row(index)}
        onWant={onWant}
        onChoose={choose}
        onCopy={(span) => void copyRows(workbench, span, fetch)}
        goTo={goTo}
      />
    </>
  );
}
