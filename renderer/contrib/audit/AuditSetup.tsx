import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { AuditSourceView } from '../../../shared/rpc/auditViews.ts';
import { Select } from '../../base/Select.tsx';
import { TextField } from '../../base/TextField.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { scenariosOf, type AuditFile } from './auditFile.ts';
import type { AuditChoice, AuditState } from './auditState.ts';
import { changeAudit } from './auditStore.ts';
import { ReadHint, SourceField } from './SourceField.tsx';

interface AuditSetupProps {
  readonly path: string;
  readonly audit: AuditState;
}

/** What is audited: the terms on one side, what somebody exported on the other. */
export function AuditSetup({ path, audit }: AuditSetupProps) {
  const { workspace } = useWorkbench();
  const files = useStore(workspace.store, (view) => view?.files);
  const scenarios = useMemo(() => scenariosOf(files ?? []), [files]);
  const { choice, added, view, audited } = audit;
  const change = (part: Partial<AuditChoice>): void => changeAudit(path, { choice: { ...choice, ...part } });
  const read = (role: AuditSourceView['role']): AuditSourceView | null =>
    audited?.[role] === choice[role] ? (view?.sources.find((source) => source.role === role) ?? null) : null;
  const terms = read('terms');
  return (
    <div className="audit-setup" role="group" aria-label="What is audited">
      <Select
        label="Terms"
        value={choice.terms ?? ''}
        options={[
          ...(choice.terms === null ? [{ value: '', title: 'Choose a scenario…' }] : []),
          ...scenarios.map((scenario) => ({ value: scenario, title: scenario })),
        ]}
        hint={terms ? <ReadHint read={terms} /> : 'plans, rates, opening and timeline'}
        onChange={(value) => change({ terms: value === '' ? null : value })}
      />
      <SourceField
        as="ledger"
        label="Ledger"
        none="No ledger: invoices alone"
        chosen={choice.ledger}
        added={added}
        read={read('ledger')}
        onChange={(ledger) => change({ ledger })}
      />
      <SourceField
        as="usage"
        label="Usage record"
        none={choice.ledger ? 'None: taken from the ledger' : 'Choose a usage record…'}
        chosen={choice.usage}
        added={added}
        read={read('usage')}
        onChange={(usage) => change({ usage })}
      />
      <SourceField
        as="invoices"
        label="Invoices"
        none="None"
        chosen={choice.invoices}
        added={added}
        read={read('invoices')}
        onChange={(invoices) => change({ invoices })}
      />
      <SourceField
        as="map"
        label="Map of a foreign export"
        none="None: Drawdown’s own columns"
        chosen={choice.map}
        added={added}
        read={read('map')}
        onChange={(map) => change({ map })}
      />
      {isFolder(choice.ledger) && (
        <TextField
          label="Head digest kept from earlier"
          className="audit-head"
          value={choice.head}
          placeholder="optional: tells rows cut off, and a chain made anew"
          error={choice.head === '' || /^[0-9a-f]{64}$/.test(choice.head) ? null : '64 digits 0–9 and a–f'}
          onChange={(head) => change({ head: head.trim().toLowerCase() })}
        />
      )}
    </div>
  );
}

/** Ledgers in a folder of their own carry a chain of hashes. */
function isFolder(file: AuditFile | null): boolean {
  return file?.kind === 'path' && file.path.endsWith('.ledger');
}
