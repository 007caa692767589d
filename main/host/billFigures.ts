import { formatInstant } from '../../shared/calendar/instant.ts';
import type { Run } from '../../shared/engine/outcome.ts';
import { rowCount } from '../../shared/engine/rows.ts';
import { balancePoints, monthTexts, runOuts } from '../../shared/engine/series.ts';
import { statement } from '../../shared/engine/statement.ts';
import type { BillView } from '../../shared/rpc/views.ts';
import { assumptionsOf } from '../../shared/scenario/assumptions.ts';
import type { Scenario } from '../../shared/scenario/scenario.ts';

/** A run as the workbench shows it, before it has a name. */
export type BillFigures = Omit<BillView, 'runId'>;

export function billFigures(scenario: Scenario, run: Run): BillFigures {
  const { program } = run;
  const { catalog } = scenario;
  return {
    name: scenario.name,
    currency: program.currency,
    minorDigits: program.minorDigits,
    timeZone: program.zone.id,
    from: formatInstant(program.start),
    until: formatInstant(program.end),
    catalog: catalog && { id: catalog.id, title: catalog.title },
    statement: statement(run),
    months: monthTexts(run),
    balances: balancePoints(run),
    runOuts: runOuts(run),
    assumptions: assumptionsOf(scenario),
    rowCount: rowCount(run),
    usageCount: program.usage.count,
  };
}
