import type { Run } from '../engine/outcome.ts';
import { blockedOf } from '../engine/rows.ts';
import { rowKinds } from '../ledger/row.ts';
import { useKind } from './auditUsage.ts';

/** Kinds of rows that an audited file may leave out, for the terms decide them; by their index in `rowKinds`. */
export const isOptionalKind: readonly boolean[] = rowKinds.map((kind) =>
  ['opening', 'subscribe', 'change-plan', 'cancel', 'set-flex'].includes(kind),
);

/** Places in `ExpectedRows.amounts`, in the order of `amountColumns`. */
const place = { credits: 0, included: 1, prepaid: 2, flex: 3, blocked: 4, includedAfter: 5 } as const;

/** The rows of a recomputed ledger that a file must have, one after another. Credits in nanocredits, NaN for an empty cell. */
export class ExpectedRows {
  kind = 0;
  at = 0;
  /** The usage row, or -1 where the row is none. */
  usage = -1;
  /** In the order of `amountColumns`. */
  readonly amounts = new Float64Array(8);
  private readonly run: Run;
  private entry = 0;
  private nextUsage = 0;

  constructor(run: Run) {
    this.run = run;
  }

  /** Goes on to the next row; false at the end. */
  next(): boolean {
    const { entries, program } = this.run;
    for (;;) {
      const entry = entries[this.entry];
      if (!entry || entry.usageBefore > this.nextUsage) {
        if (this.nextUsage === program.usage.count) return false;
        this.takeUsage(this.nextUsage++);
        return true;
      }
      this.entry += 1;
      const { amounts } = this;
      this.kind = rowKinds.indexOf(entry.kind);
      this.at = entry.at;
      this.usage = -1;
      amounts[place.credits] = entry.credits === null ? NaN : Number(entry.credits);
      amounts[place.included] = entry.included ?? NaN;
      amounts[place.prepaid] = entry.prepaid ?? NaN;
      amounts[place.flex] = entry.flex ?? NaN;
      amounts[place.blocked] = NaN;
      amounts[place.includedAfter] = entry.includedAfter;
      amounts[6] = entry.prepaidAfter;
      amounts[7] = entry.flexMonthAfter;
      if (!isOptionalKind[this.kind]) return true;
    }
  }

  private takeUsage(row: number): void {
    const { program, draws } = this.run;
    const { amounts } = this;
    this.kind = useKind;
    this.at = program.usage.at[row]!;
    this.usage = row;
    amounts[place.credits] = program.usage.demand[row]!;
    amounts[place.included] = draws.included[row]!;
    amounts[place.prepaid] = draws.prepaid[row]!;
    amounts[place.flex] = draws.flex[row]!;
    amounts[place.blocked] = blockedOf(this.run, row);
    amounts[place.includedAfter]! -= draws.included[row]!;
    amounts[6]! -= draws.prepaid[row]!;
    amounts[7]! += draws.flex[row]!;
  }
}
