import { totalOf } from '../../../shared/audit/compareInvoices.ts';
import { pairInvoices } from '../../../shared/audit/pairInvoices.ts';
import { formatMoney } from '../../../shared/base/money.ts';
import type { BillDifference, BilledText } from '../../../shared/rpc/compareViews.ts';
import type { Workspace } from '../../store/workspaceTypes.ts';
import { runScenario, type ScenarioRun } from '../runScenario.ts';
import type { UsageFiles } from '../usageFiles.ts';

/** The text of a scenario, and the path beside which its usage files lie. */
interface ScenarioText {
  readonly path: string;
  readonly text: string;
}

interface Places {
  readonly workspace: Workspace;
  readonly files: UsageFiles;
  readonly signal?: AbortSignal | undefined;
}

/** Runs two texts of scenarios and compares what they come to. One that has faults has no bill; the other is told all the same. */
export async function compareBills(
  texts: { readonly first: ScenarioText; readonly second: ScenarioText },
  { workspace, files, signal }: Places,
): Promise<BillDifference> {
  const runOf = ({ path, text }: ScenarioText) =>
    runScenario({ text, readUsage: files.reader(workspace, path), signal });
  const first = await runOf(texts.first);
  const second = await runOf(texts.second);
  return { first: billed(first), second: billed(second), ...difference(first, second) };
}

function billed({ scenario, run, diagnostics }: ScenarioRun): BilledText {
  const fault = diagnostics.find(({ severity }) => severity === 'error')?.message ?? null;
  return {
    name: scenario?.name ?? null,
    currency: scenario?.currency ?? null,
    total: run && formatMoney(totalOf(run.invoices), run.program.minorDigits),
    fault: run ? null : fault,
  };
}

function difference(first: ScenarioRun, second: ScenarioRun): Pick<BillDifference, 'difference' | 'pairs'> {
  if (!first.run || !second.run || first.scenario?.currency !== second.scenario?.currency) {
    return { difference: null, pairs: [] };
  }
  const { minorDigits } = first.run.program;
  const both = { first: first.run.invoices, second: second.run.invoices };
  const off = totalOf(both.second) - totalOf(both.first);
  return { difference: formatMoney(off, minorDigits), pairs: pairInvoices(both, minorDigits) };
}
