import type { DrawColumns, RunWithoutRows, Segment } from '../../engine/outcome.ts';
import { runInBlocks, type BlockRun } from '../../engine/runInBlocks.ts';
import { amountColumns, type AmountColumn } from '../../ledger/ledgerColumns.ts';
import { blockRows, type RowBlock } from '../../ledger/rowBlock.ts';
import type { IdentityCase } from '../auditCase.ts';
import { useKind } from '../auditUsage.ts';
import { sameAmount } from '../compareRows.ts';
import type { AuditTerms } from '../terms.ts';
import { AlikeEvents } from './alikeEvents.ts';
import type { BlockUsage, Taken } from './blockUsage.ts';
import { SeenIds } from './seenIds.ts';
import { StraightEntries } from './straightEntries.ts';
import { StraightRecord } from './straightRecord.ts';
import { StraightUsage } from './straightUsage.ts';

/** What is left of a ledger that is right in every row. */
export interface StraightLedger {
  readonly run: RunWithoutRows;
  readonly rows: number;
  /** Near-duplicates, which are no mistake by themselves. */
  readonly cases: readonly IdentityCase[];
  /** Events of the usage record outside the period; null where there is no record. */
  readonly recordOutside: number | null;
}

/** Where the columns of amounts begin in a block. */
const place = Object.fromEntries(amountColumns.map((column, index) => [column, index * blockRows])) as Record<
  AmountColumn,
  number
>;

/** Near-duplicates that are kept. */
const mostCases = 100_000;

/**
 * Audits a ledger straight through, block by block, keeping nothing but its ids: for as long as every row is numbered, in its
 * place, new, and what the terms make of it, and where there is an independent record of usage every event of it has its row. At the
 * first row that is not so, or may not be, it gives up: finding out what is wrong takes all rows at once. So it can say of a ledger only
 * that it is right.
 */
export class StraightThrough {
  private readonly period: { readonly start: number; readonly end: number };
  private readonly run: BlockRun;
  /** Where its events are given to; null where usage is taken from the ledger's own rows. */
  readonly record: StraightRecord | null;
  private readonly usage: BlockUsage;
  private readonly draws: DrawColumns = {
    included: new Float64Array(blockRows),
    prepaid: new Float64Array(blockRows),
    flex: new Float64Array(blockRows),
  };
  private readonly ids: SeenIds;
  /** A record tells which events there were: being alike is then no reason for doubt. */
  private readonly alike: AlikeEvents | null;
  private readonly entries = new StraightEntries();
  private rows = 0;
  private uses = 0;
  private latest = -Infinity;

  /** `expected` is about how many rows will come, `recorded` whether there is an independent record of usage. */
  constructor(terms: AuditTerms, { expected, recorded }: { readonly expected: number; readonly recorded: boolean }) {
    this.period = terms.program;
    this.run = runInBlocks(terms.program);
    this.ids = new SeenIds(expected);
    this.record = recorded ? new StraightRecord(terms, this.ids) : null;
    this.usage = this.record ?? new StraightUsage(terms);
    this.alike = recorded ? null : new AlikeEvents();
  }

  /**
   * Takes the next rows. `meterIds` are the meters seen so far, `idOf` gives the id of a row of the block. Where it wants more of the
   * record it is asked again with the same rows.
   */
  take(block: RowBlock, meterIds: readonly string[], idOf: (row: number) => string): Taken {
    this.usage.knowMeters(meterIds);
    const taken = this.usage.take(block, idOf);
    if (taken !== 'taken') return taken;
    if (!this.takePlaces(block) || !this.takeIdentities(block, idOf) || !this.takeDraws(block)) return 'gave-up';
    this.rows += block.count;
    return this.cases.length <= mostCases ? 'taken' : 'gave-up';
  }

  /** The ledger as a whole, where it is right. */
  finish(): StraightLedger | Exclude<Taken, 'taken'> {
    const recorded = this.record?.finish() ?? 'taken';
    if (recorded !== 'taken') return recorded;
    const run = this.run.finish();
    if (!run.ok || this.ids.anyTwice() || !this.entries.areThoseOf(run.value)) return 'gave-up';
    return { run: run.value, rows: this.rows, cases: this.cases, recordOutside: this.record?.outside ?? null };
  }

  private get cases(): readonly IdentityCase[] {
    return this.alike?.cases ?? [];
  }

  /** In the period, and in the order of time. @rule R3 R25 */
  private takePlaces({ at, kind, count }: RowBlock): boolean {
    const { start, end } = this.period;
    let { latest } = this;
    if (latest < start) latest = start;
    for (let row = 0; row < count; row++) {
      const time = at[row]!;
      if (!(time >= latest && time <= end) || (time === end && kind[row] === useKind)) return false;
      latest = time;
    }
    this.latest = latest;
    return true;
  }

  private takeIdentities(block: RowBlock, idOf: (row: number) => string): boolean {
    const { kind, idHigh, idLow, count } = block;
    const { ids } = this;
    let { uses } = this;
    for (let row = 0; row < count; row++) {
      if (kind[row] === useKind) {
        uses += 1;
        const high = idHigh[row]!;
        const low = idLow[row]!;
        if (high !== 0 || low !== 0) ids.add(high, low);
      } else if (!this.entries.take(block, row, uses)) return false;
    }
    this.uses = uses;
    this.alike?.take(block, this.rows, idOf);
    return true;
  }

  private takeDraws(block: RowBlock): boolean {
    const { usage, draws } = this;
    if (usage.count === 0) return true;
    draws.included.fill(0);
    draws.prepaid.fill(0);
    draws.flex.fill(0);
    const first = this.uses - usage.count;
    let drawn = 0;
    for (const segment of this.run.take(usage, draws)) {
      if (!this.isSegment(block, segment, first)) return false;
      drawn += segment.rowsUntil - segment.rowsFrom;
    }
    return drawn === usage.count;
  }

  /** Whether the rows of a segment state the draws and balances that the terms make. `first` is the usage row that the block begins with. */
  private isSegment({ amounts }: RowBlock, { rowsFrom, rowsUntil, ...before }: Segment, first: number): boolean {
    const { row: rowOf, demand } = this.usage;
    const { included, prepaid, flex } = this.draws;
    let { included: includedLeft, prepaid: prepaidLeft, flexMonth } = before;
    for (let index = rowsFrom - first; index < rowsUntil - first; index++) {
      const row = rowOf[index]!;
      const fromIncluded = included[index]!;
      const fromPrepaid = prepaid[index]!;
      const fromFlex = flex[index]!;
      includedLeft -= fromIncluded;
      prepaidLeft -= fromPrepaid;
      flexMonth += fromFlex;
      const same =
        sameAmount(amounts[row + place.included]!, fromIncluded) &&
        sameAmount(amounts[row + place.prepaid]!, fromPrepaid) &&
        sameAmount(amounts[row + place.flex]!, fromFlex) &&
        sameAmount(amounts[row + place.blocked]!, demand[index]! - fromIncluded - fromPrepaid - fromFlex) &&
        sameAmount(amounts[row + place.includedAfter]!, includedLeft) &&
        sameAmount(amounts[row + place.prepaidAfter]!, prepaidLeft) &&
        sameAmount(amounts[row + place.flexMonthAfter]!, flexMonth);
      if (!same) return false;
    }
    return true;
  }
}
