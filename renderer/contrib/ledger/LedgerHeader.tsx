import { useState } from 'react';
import type { LedgerView, VerifyView } from '../../../shared/rpc/views.ts';
import { Button } from '../../base/Button.tsx';
import { formatCredits } from '../../base/format.ts';
import { IconButton } from '../../base/IconButton.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';

interface LedgerHeaderProps {
  readonly ledger: LedgerView;
  onVerified(verified: VerifyView): void;
}

/** What the ledger is, its head digest, and what can be done with it. */
export function LedgerHeader({ ledger, onVerified }: LedgerHeaderProps) {
  const workbench = useWorkbench();
  const [verifying, setVerifying] = useState(false);
  const verify = async (head: string | null) => {
    setVerifying(true);
    try {
      onVerified(await workbench.rpc('ledger.verify', { path: ledger.path, head }));
    } catch (error) {
      workbench.notifications.failed('Verifying the ledger', error);
    } finally {
      setVerifying(false);
    }
  };
  const verifyAgainst = async () => {
    const head = await workbench.dialogs.input({
      title: 'Verify against a saved head',
      label: 'Head digest kept from earlier',
      text: 'A digest that was kept elsewhere also tells whether rows were cut off or the whole chain was made anew.',
      accept: 'Verify',
      validate: (value) => (/^[0-9a-f]{64}$/.test(value.trim()) ? null : 'A head is 64 digits 0–9 and a–f.'),
    });
    if (head !== null) await verify(head.trim());
  };
  const { included, prepaid, flexMonth } = ledger.closing;
  return (
    <header className="ledger-header">
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
            onClick={() => void navigator.clipboard.writeText(ledger.head)}
          />
        </p>
      </div>
      <div className="ledger-actions">
        <Button icon="verified" kind="primary" disabled={verifying} onClick={() => void verify(null)}>
          {verifying ? 'Verifying…' : 'Verify'}
        </Button>
        <Button icon="key" disabled={verifying} onClick={() => void verifyAgainst()}>
          Verify against…
        </Button>
        <Button icon="export" onClick={() => void workbench.commands.run('ledger.export', { path: ledger.path })}>
          Export…
        </Button>
      </div>
    </header>
  );
}
