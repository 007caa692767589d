import { parseLocalDate } from '../../calendar/instant.ts';
import type { Run } from '../../engine/outcome.ts';
import { monthSpans, runOuts } from '../../engine/series.ts';
import type { PathColumns } from '../pathColumns.ts';

/** Writes a path's row of the columns from an engine's run on its demand. Sums are exact below 2^53. @rule R25 */
export function columnsOfRun(run: Run, out: PathColumns, path: number): void {
  const { draws, program } = run;
  const { demand } = program.usage;
  let total = 0;
  for (const [index, { rowsFrom, rowsUntil, invoices }] of monthSpans(run).entries()) {
    const cell = path * out.months + index;
    let flex = 0;
    let blocked = 0;
    for (let row = rowsFrom; row < rowsUntil; row++) {
      flex += draws.flex[row]!;
      blocked += demand[row]! - draws.included[row]! - draws.prepaid[row]! - draws.flex[row]!;
    }
    const amount = Number(invoices.reduce((sum, invoice) => sum + invoice.total, 0n));
    out.monthFlex[cell] = flex;
    out.monthBlocked[cell] = blocked;
    out.monthAmount[cell] = amount;
    total += amount;
  }
  out.total[path] = total;
  const outs = runOuts(run);
  const first = (pool: 'included' | 'prepaid'): number =>
    parseLocalDate(outs.find((each) => each.pool === pool)?.date ?? '') ?? NaN;
  out.includedOut[path] = first('included');
  out.prepaidOut[path] = first('prepaid');
}
