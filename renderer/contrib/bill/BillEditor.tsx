import { memo, useCallback } from 'react';
import type { BillView } from '../../../shared/rpc/views.ts';
import { Banner } from '../../base/Banner.tsx';
import { Button } from '../../base/Button.tsx';
import { classes } from '../../base/classes.ts';
import { Section } from '../../base/Section.tsx';
import { Spinner } from '../../base/Spinner.tsx';
import { useTurns } from '../../base/useTurns.ts';
import type { EditorProps } from '../../platform/editor.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { BillProgress } from '../../workbench/bills/BillProgress.tsx';
import type { BillRun } from '../../workbench/bills/billRun.ts';
import { useBill } from '../../workbench/bills/useBill.ts';
import { InTurn } from '../../workbench/live/InTurn.tsx';
import { AssumptionList } from '../../workbench/assumptions/AssumptionList.tsx';
import { ScenarioFaults } from '../../workbench/faults/ScenarioFaults.tsx';
import { AskContext, type Ask } from './askContext.ts';
import { BillCharts } from './BillCharts.tsx';
import { BillHeader } from './BillHeader.tsx';
import { CreditFlow } from './CreditFlow.tsx';
import { Headline } from './Headline.tsx';
import { InvoiceTable } from './InvoiceTable.tsx';
import '../../base/figuresTable.css';
import '../../base/editorPage.css';
import './bill.css';

/** The bill of a scenario, recomputed as its text changes. */
export function BillEditor({ path }: EditorProps) {
  const workbench = useWorkbench();
  const run = useBill(path);
  const ask = useCallback<Ask>(
    (target, byKeyboard) => void workbench.commands.run('why.show', { kind: 'bill', path, target, focus: byKeyboard }),
    [workbench, path],
  );
  if (!run.bill) return <NoBill run={run} path={path} />;
  return (
    <AskContext value={ask}>
      <div className={classes('editor-page bill', run.stale && 'bill-stale')}>
        <BillProgress path={path} run={run} />
        {run.stale && !run.cancelled && <StaleBanner run={run} />}
        <Bill bill={run.bill} path={path} stale={run.stale} />
      </div>
    </AskContext>
  );
}

function NoBill({ run, path }: { readonly run: BillRun; readonly path: string }) {
  if (run.cancelled || (run.running && run.step !== null)) return <BillProgress path={path} run={run} />;
  if (run.failure === null && run.diagnostics.length === 0) return <Spinner label="Computing the bill…" />;
  return <ScenarioFaults path={path} what="bill" failure={run.failure} diagnostics={run.diagnostics} />;
}

function StaleBanner({ run }: { readonly run: BillRun }) {
  const errors = run.diagnostics.filter(({ severity }) => severity === 'error');
  const reason = run.failure ?? errors[0]?.message ?? 'The scenario has errors.';
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  return (
    <Banner
      kind="warning"
      actions={
        <Button kind="link" command="view.show.problems">
          Show problems
        </Button>
      }
    >
      This is the last good bill. It does not follow the scenario as it stands: {reason}
      {more}
    </Banner>
  );
}

interface BillProps {
  readonly bill: BillView;
  readonly path: string;
  readonly stale: boolean;
}

/** Charts and tables follow in turn, so that typing itself never waits for them all. */
const Bill = memo(function Bill({ bill, path, stale }: BillProps) {
  const { statement, assumptions } = bill;
  const turns = useTurns(5);
  return (
    <>
      <BillHeader bill={bill} path={path} stale={stale} />
      <Headline bill={bill} />
      <CreditFlow bill={bill} />
      <BillCharts bill={bill} turns={turns} />
      <Section title="Invoices" summary={`${statement.invoices.length.toLocaleString('en')}`}>
        {turns > 3 && <InTurn value={bill}>{(drawn) => <InvoiceTable bill={drawn} />}</InTurn>}
      </Section>
      <Section title="Assumptions" summary={`${assumptions.length}`}>
        {turns > 4 && (
          <InTurn value={assumptions}>{(drawn) => <AssumptionList assumptions={drawn} path={path} />}</InTurn>
        )}
      </Section>
    </>
  );
});
