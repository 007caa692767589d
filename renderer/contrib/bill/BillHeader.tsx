import { useState } from 'react';
import { formatLocalDate, parseInstant } from '../../../shared/calendar/instant.ts';
import { zoneOf } from '../../../shared/calendar/zone.ts';
import type { BillView } from '../../../shared/rpc/views.ts';
import { Button } from '../../base/Button.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';

interface BillHeaderProps {
  readonly bill: BillView;
  readonly path: string;
  readonly stale: boolean;
}

/** Whose bill it is, over which time, and what can be done with it. */
export function BillHeader({ bill, path, stale }: BillHeaderProps) {
  const { commands, context } = useWorkbench();
  const [writing, setWriting] = useState(false);
  const write = async () => {
    setWriting(true);
    await commands.run('bill.writeLedger', { path });
    setWriting(false);
  };
  return (
    <header className="editor-page-head">
      <div>
        <h1>{bill.name}</h1>
        <p className="bill-when">
          {spanOf(bill)} · {bill.timeZone} · {bill.usageCount.toLocaleString('en')} usage events
        </p>
      </div>
      <div className="bill-actions">
        <Button icon="graph-scatter" onClick={() => void commands.run('forecast.open', { path })}>
          Forecast
        </Button>
        <Button icon="list-ordered" command="bill.rows">
          Rows
        </Button>
        <Button
          icon="book"
          kind="primary"
          disabled={stale || writing || context.get('workspaceReadOnly') === true}
          title="Run the saved scenario and write its ledger beside it"
          onClick={() => void write()}
        >
          {writing ? 'Writing…' : 'Write ledger'}
        </Button>
      </div>
    </header>
  );
}

function spanOf(bill: BillView): string {
  const zone = zoneOf(bill.timeZone);
  const from = zone && parseInstant(bill.from, zone);
  const until = zone && parseInstant(bill.until, zone);
  if (!zone || from === null || until === null) return `${bill.from} to ${bill.until}`;
  return `${formatLocalDate(from, zone)} until ${formatLocalDate(until, zone)}`;
}
