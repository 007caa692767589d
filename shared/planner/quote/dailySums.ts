import { formatCredits } from '../../base/credits.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { formatInstant, formatLocalDate } from '../../calendar/instant.ts';
import type { Run } from '../../engine/outcome.ts';
import { usageFlag } from '../../engine/program.ts';

/** Why rows cannot be told by their sums: one that is served whole or not at all must stay what it is. @rule R21 */
export interface WholeRow {
  readonly code: 'whole-row';
  readonly line: number;
}

/**
 * The rows of one usage file as a usage file of credits summed by local day, and by what was done in the day where something was:
 * draws, Flex and invoices stay the same to the cent, but meters, quantities, ids and the times within a day are gone. A sum
 * stands at the time of its first row.
 */
export function dailySums({ program, segments }: Run, file: number): Result<string, WholeRow> {
  const { usage, zone, sources } = program;
  const isOfFile = sources.map((source) => source.kind === 'file' && source.index === file);
  const lines: string[] = [];
  for (const { rowsFrom, rowsUntil } of segments) {
    let day = { date: '', at: 0, nanos: 0n };
    const close = (): void => {
      if (day.nanos > 0n) lines.push(`${formatInstant(day.at)},${formatCredits(day.nanos)}`);
    };
    for (let row = rowsFrom; row < rowsUntil; row++) {
      if (!isOfFile[usage.source[row]!]) continue;
      const at = usage.at[row]!;
      if ((usage.flags[row]! & usageFlag.whole) !== 0) return err({ code: 'whole-row', line: usage.position[row]! });
      const date = formatLocalDate(at, zone);
      if (date !== day.date) {
        close();
        day = { date, at, nanos: 0n };
      }
      day.nanos += BigInt(usage.demand[row]!);
    }
    close();
  }
  return ok(`${['at,credits', ...lines].join('\n')}\n`);
}
