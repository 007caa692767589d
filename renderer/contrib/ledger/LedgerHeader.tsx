import type { LedgerView } from '../../../shared/rpc/views.ts';
import { Button } from '../../base/Button.tsx';
import { formatCredits } from '../../base/format.ts';
import { IconButton } from '../../base/IconButton.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';

interface LedgerHeaderProps {
  readonly ledger: LedgerView;
  readonly verifying: boolean;
}

/** What the ledger is, its head digest, and what can be done with it. */
export function LedgerHeader({ ledger, verifying }: LedgerHeaderProps) {
  const workbench = useWorkbench();
  const { path } = ledger;
  const { included, prepaid, flexMonth } = ledger.closing;
  return (
    <header className="rows-page-head">
      <div>
        <h1>{ledger.name}</h1>
        <p>
          {ledger.rowCount.toLocaleString('en')} rows · written {ledger.createdAt.slice(0, 10)} · closes with{' '}
          {formatCredits(included)} included, {formatCredits(prepaid)} prepaid, {formatCredits(flexMonth)} Flex open
        </p>
        <p className="ledger-head">
          head <code>{ledger.head}</code>
          <IconButton
            icon="copy"
            label="Copy the head digest"
            command="ledger.copyHead"
            onClick={() => void navigator.clipboard.writeText(ledger.head)}
          />
        </p>
      </div>
      <div className="ledger-actions">
        <Button
          icon="verified"
          kind="primary"
          disabled={verifying}
          onClick={() => void workbench.commands.run('ledger.verify', { path })}
        >
          {verifying ? 'Verifying…' : 'Verify'}
        </Button>
        <Button
          icon="key"
          disabled={verifying}
          onClick={() => void workbench.commands.run('ledger.verifyAgainst', { path })}
        >
          Verify against…
        </Button>
        <Button icon="export" onClick={() => void workbench.commands.run('ledger.export', { path })}>
          Export…
        </Button>
      </div>
    </header>
  );
}
