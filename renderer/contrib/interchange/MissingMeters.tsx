import { dayMs } from '../../../shared/calendar/month.ts';
import type { ImportReport } from '../../../shared/rpc/views.ts';
import { Banner } from '../../base/Banner.tsx';
import { Button } from '../../base/Button.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { useBill } from '../../workbench/bills/useBill.ts';
import { meterIds, withTokenMeters } from './scenarioUsage.ts';

interface MissingMetersProps {
  readonly scenario: string;
  readonly report: ImportReport;
}

/** Offers to add meters that the scenario does not have. Their prices are nobody's to invent: the form opens at them. */
export function MissingMeters({ scenario, report }: MissingMetersProps) {
  const { documents, commands, editors } = useWorkbench();
  const { diagnostics } = useBill(scenario);
  const unknown = new Set(diagnostics.filter(({ code }) => code === 'unknown-meter').map(({ actual }) => actual));
  const { totals, first } = report.counts;
  const missing = totals.map(({ meter }) => meter).filter((meter) => unknown.has(meter));
  if (missing.length === 0) return null;
  const add = async () => {
    const { text } = await documents.open(scenario);
    const from = first === null ? '2020-01-01' : dayBefore(first);
    documents.edit(scenario, withTokenMeters(text, missing, from), `Add ${missing.length} meters`);
    editors.openFile(scenario, { focus: true });
    const jsonPath = `meters[${meterIds(text).size}].rates[0].providerPrice`;
    await commands.run('scenario.revealPath', { path: scenario, jsonPath });
  };
  return (
    <Banner
      kind="warning"
      actions={
        <Button kind="primary" command="import.addMeters" onClick={() => void add()}>
          Add as token meters…
        </Button>
      }
    >
      The scenario has no meter {missing.map((meter) => `“${meter}”`).join(', ')}. If they count a provider’s tokens,
      add them as third-party token meters: the provider’s price and the price of a credit are then yours to set.
    </Banner>
  );
}

/** The day before an instant: before its local day in every zone, so that the rate is in force for the first row. */
function dayBefore(instant: string): string {
  return new Date(Date.parse(instant) - dayMs).toISOString().slice(0, 10);
}
