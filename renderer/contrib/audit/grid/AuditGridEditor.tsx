import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import type { AuditView } from '../../../../shared/rpc/auditViews.ts';
import { auditLists, type AuditList, type CellsRow } from '../../../../shared/rpc/rowViews.ts';
import { Button } from '../../../base/Button.tsx';
import { EmptyState } from '../../../base/EmptyState.tsx';
import { Segmented } from '../../../base/Segmented.tsx';
import type { EditorProps } from '../../../platform/editor.ts';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import { RowsGrid } from '../../../workbench/rows/RowsGrid.tsx';
import type { AuditState } from '../auditState.ts';
import { auditStore, changeAudit, selectFinding } from '../auditStore.ts';
import { FindingDetail } from '../FindingDetail.tsx';
import { goToRow, rowPlace } from '../goToRow.ts';
import { auditColumns, cellOrders, listTitles } from './auditColumns.ts';
import { useListTotals } from './useListTotals.ts';
import '../../../base/figuresTable.css';
import '../../../base/editorPage.css';
import '../audit.css';
import './auditGrid.css';

/** The lists of an audit as grids: all of their rows, ordered, filtered, searched and copied. */
export function AuditGridEditor(props: EditorProps) {
  const { commands } = useWorkbench();
  const audit = useStore(auditStore, ({ byPath }) => byPath[props.path]);
  if (audit?.view) return <AuditLists {...props} audit={audit} view={audit.view} />;
  return (
    <EmptyState
      icon="verified"
      title="The audit is no longer kept"
      text="Run it again, and its findings and rows are here."
      actions={<Button onClick={() => void commands.run('audit.open', { path: props.path })}>Open the audit</Button>}
    />
  );
}

interface AuditListsProps extends EditorProps {
  readonly audit: AuditState;
  readonly view: AuditView;
}

function AuditLists({ path, active, reveal, audit, view }: AuditListsProps) {
  const { auditId, name } = view;
  const totals = useListTotals(auditId);
  const { list, selected } = audit;
  const source = useMemo(() => ({ auditId, list }), [auditId, list]);
  const choose = useChooseFinding(path, view);
  const total = totals?.[list] ?? null;
  const shown = auditLists.filter((each) => each === list || (totals?.[each] ?? 0) > 0);
  const title = (each: AuditList) => `${listTitles[each]} ${totals ? totals[each].toLocaleString('en') : ''}`;
  return (
    <div className="rows-page audit-grid">
      <header className="rows-page-head">
        <h1>{name}</h1>
        <Segmented
          label="List of the audit"
          options={shown.map((id) => ({ id, title: title(id) }))}
          value={list}
          onChange={(to) => changeAudit(path, { list: to })}
        />
      </header>
      <h2 className="visually-hidden">{listTitles[list]}</h2>
      <div className="audit-grid-body">
        <div className="audit-grid-rows">
          {total !== null && (
            <RowsGrid
              key={list}
              kind={`audit.${list}`}
              label={`${listTitles[list]} of ${name}`}
              columns={auditColumns[list]}
              cellOrder={cellOrders[list]}
              {...{ total, source, active, reveal }}
              {...(list === 'findings' ? { onChoose: choose } : {})}
            />
          )}
        </div>
        {list === 'findings' && selected && <FindingDetail path={path} finding={selected} audit={audit} view={view} />}
      </div>
    </div>
  );
}

/** A finding that is chosen shows in full beside the grid; Enter goes on to its row. */
function useChooseFinding(path: string, { auditId }: AuditView) {
  const workbench = useWorkbench();
  return useCallback(
    async ({ row }: CellsRow, byKeyboard: boolean) => {
      const { findings } = await workbench.rpc('audit.findings', { auditId, code: null, from: row - 1, count: 1 });
      const finding = findings[0];
      if (!finding) return;
      selectFinding(path, finding);
      const place = rowPlace(auditStore.getState().byPath[path]?.audited ?? null, finding.row);
      if (byKeyboard && place?.path.endsWith('.ledger')) goToRow(workbench, place);
    },
    [workbench, path, auditId],
  );
}
