import { useStore } from 'zustand';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { StatusButton } from '../../workbench/parts/StatusButton.tsx';
import { ledgerInFront } from './ledgerInFront.ts';
import { verifications } from './verifyLedger.ts';

/** Whether the chain of the ledger in front was verified, and what came of it. */
export function LedgerStatus() {
  const workbench = useWorkbench();
  useStore(workbench.context.store, (values) => values.activePath);
  const path = ledgerInFront(workbench);
  const found = useStore(verifications(workbench), (known) => (path === null ? undefined : known[path]));
  if (path === null) return null;
  const run = () => void workbench.commands.run('ledger.verify', { path });
  if (found === 'verifying')
    return (
      <StatusButton icon="sync" label="Verifying the ledger">
        Verifying
      </StatusButton>
    );
  if (found === undefined)
    return (
      <StatusButton icon="unverified" label="The chain of this ledger was not verified yet: verify it" onClick={run}>
        Not verified
      </StatusButton>
    );
  if (found.status === 'intact')
    return (
      <StatusButton icon="verified-filled" label={`${found.message} Verify again`} onClick={run}>
        Ledger verified
      </StatusButton>
    );
  return (
    <StatusButton icon="error" kind="error" label={`${found.message} Verify again`} onClick={run}>
      Ledger not intact
    </StatusButton>
  );
}
