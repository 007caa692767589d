import type { Run } from '../engine/outcome.ts';
import type { LedgerColumns } from '../ledger/ledgerColumns.ts';
import { rowKinds, type RowKind } from '../ledger/row.ts';
import type { AuditCase, Balances } from './auditCase.ts';
import { rateRow, statedEvents, useKind, type AuditUsage, type StatedEvents } from './auditUsage.ts';
import { afterDuty, changed, drawn, dueCredits, matchingBalances, sameBalances, sameSplit } from './balances.ts';
import type { BillLine } from './billLines.ts';
import { sameAmount } from './compareRows.ts';
import { dutiesOf, type Duty } from './duties.ts';
import { isOptionalKind } from './expectedRows.ts';
import { ImpliedBill } from './impliedBill.ts';
import { MissedEvents } from './missedEvents.ts';
import { OpenDuties } from './openDuties.ts';
import { phasesOf, type Phase } from './phases.ts';
import { splitDemand } from './splitDemand.ts';
import { StatedRows } from './statedRows.ts';
import type { AuditTerms } from './terms.ts';

/** What a walk along a ledger gives: everything that does not follow, and the bill that its rows imply. */
export interface Walk {
  readonly cases: readonly AuditCase[];
  readonly lines: readonly BillLine[];
}

/** What is walked: a ledger, the run that the terms give, and the demand that a record states where there is one. */
export interface WalkInput {
  readonly terms: AuditTerms;
  readonly run: Run;
  readonly ledger: LedgerColumns;
  /** By row of the ledger: NaN where the row rates itself. */
  readonly recorded: Float64Array | null;
  /** The events of a record with the rows that show them; null without one. */
  readonly events: AuditUsage | null;
  /** Rows that lie outside the period: they are no part of the walk. */
  readonly outside: ReadonlySet<number>;
  /** Times that rows out of time order are taken to have. */
  readonly times: ReadonlyMap<number, number>;
}

/**
 * Walks along a ledger, row by row: each is held against the balances of the row before it, as stated, and against what the
 * terms order at its time. So a mistake shows where it is made, and rows that merely follow from it show nothing.
 */
export function walkLedger(input: WalkInput): Walk {
  const walking = new Walking(input);
  const { ledger, outside } = input;
  for (let row = 0; row < ledger.count; row++) {
    if (outside.has(row)) walking.pass(row);
    else walking.take(row);
  }
  walking.finish();
  return { cases: walking.cases, lines: walking.bill.lines };
}

const none: Balances = { included: 0, prepaid: 0, flexMonth: 0 };
const optionalOpening = rowKinds.indexOf('opening');

interface Unmet {
  readonly duty: Duty;
  /** Whether it needs a row by the balances that should have been, or only by those stated. */
  readonly isDue: boolean;
}

class Walking {
  readonly cases: AuditCase[] = [];
  readonly bill: ImpliedBill;
  private readonly input: WalkInput;
  private readonly events: StatedEvents;
  private readonly duties: OpenDuties;
  private readonly phases: readonly Phase[];
  private phase = 0;
  /** Balances as the file states them after the latest row, and as they should be where that differs. */
  private state: Balances = none;
  private other: Balances = none;
  private capUsed: number;
  private unmet: Unmet[] = [];
  private readonly missed: MissedEvents;
  /** The Flex that events drew which no row shows, since the latest row. */
  private missedFlex = 0;
  /** Before this time the terms order nothing, and no event was missed. */
  private quietUntil = -Infinity;
  private readonly stated: StatedRows;

  constructor(input: WalkInput) {
    this.input = input;
    const { run, terms } = input;
    this.bill = new ImpliedBill(run);
    this.events = statedEvents(terms);
    this.missed = new MissedEvents(input.events);
    this.duties = new OpenDuties(dutiesOf(run));
    this.phases = phasesOf(run);
    const { opening } = run.program;
    this.capUsed = opening?.subscription?.capUsed ?? 0;
    const prepaid = opening?.lots.reduce((sum, lot) => sum + lot.credits, 0) ?? 0;
    const flexMonth = opening?.subscription?.flexMonth ?? 0;
    this.state = this.other = { included: opening?.included ?? 0, prepaid, flexMonth };
    this.stated = new StatedRows(input.ledger);
  }

  take(row: number): void {
    const { ledger } = this.input;
    const kind = ledger.kind[row]!;
    if (kind === optionalOpening) return this.takeOpening(row);
    if (isOptionalKind[kind]) return;
    const at = this.input.times.get(row) ?? ledger.at[row]!;
    if (kind === useKind && at < this.quietUntil && this.passPlain(row)) return;
    this.passEvents(row, at);
    this.passDuties(at, kind === useKind);
    this.passPhases(at);
    if (kind === useKind) this.takeUse(row);
    else this.takeEntry(row, rowKinds[kind]!);
    const phaseAt = this.phases[this.phase + 1]?.at ?? Infinity;
    this.quietUntil = Math.min(phaseAt, this.duties.nextAt(), this.missed.nextAt());
  }

  /** Goes past a usage row that follows from the balances stated before it, as most do: of those nothing is noted. */
  private passPlain(row: number): boolean {
    const { ledger, recorded, terms } = this.input;
    if (!this.stated.all || this.unmet.length > 0 || this.missedFlex > 0) return false;
    const { amounts } = ledger;
    const credits = amounts.credits[row]! || 0;
    const byRecord = recorded?.[row] ?? NaN;
    const rated = rateRow(terms, ledger, this.events, row);
    if (rated.demand !== credits || (byRecord !== credits && !Number.isNaN(byRecord))) return false;
    const { limit, plan } = this.phases[this.phase]!;
    const room = Math.max(0, limit - this.capUsed);
    const due = splitDemand(credits, this.state, { room, flags: rated.flags, subscribed: plan !== null });
    const after = drawn(this.state, due);
    if (!sameSplit(due, this.stated.split(row, due)) || !sameBalances(after, this.stated.after(row, after)))
      return false;
    this.capUsed += due.flex;
    this.state = this.other = after;
    return true;
  }

  /** Goes past a row that has no place in the period: its balances may stand, or those before it. */
  pass(row: number): void {
    this.other = this.state;
    this.state = this.stated.after(row, this.state);
  }

  finish(): void {
    this.passDuties(Infinity, true);
    for (const { duty } of this.unmet) this.report(duty, { row: null, at: duty.at }, 0);
  }

  /** Goes past the events before a row that no row shows: they draw on the balances that should have been. */
  private passEvents(row: number, at: number): void {
    const isUse = this.input.ledger.kind[row] === useKind;
    for (const { at: time, demand, flags } of this.missed.before({ row, at, isUse })) {
      this.passDuties(time, true);
      this.passPhases(time);
      const { limit, plan } = this.phases[this.phase]!;
      const room = Math.max(0, limit - this.capUsed - this.missedFlex);
      const split = splitDemand(demand, this.other, { room, flags, subscribed: plan !== null });
      this.other = drawn(this.other, split);
      this.missedFlex += split.flex;
    }
  }

  private takeOpening(row: number): void {
    const after = this.stated.after(row, this.state);
    if (sameBalances(after, this.state)) return;
    const duty: Duty = { kind: 'grant', at: this.input.run.program.start, credits: this.state.included, plan: 0 };
    const credits = after.included;
    this.cases.push({
      kind: 'entry',
      entry: 'opening',
      row: row + 1,
      at: duty.at,
      duty,
      before: this.state,
      credits,
      due: this.state.included,
      billed: 0,
      after,
      follows: this.state,
      rolledOver: 0,
      lapse: null,
    });
    this.other = this.state;
    this.state = after;
  }

  /** Goes past what was to be done before a row; what no row has shown by then is missing. */
  private passDuties(at: number, inclusive: boolean): void {
    for (const duty of this.duties.pass(at, inclusive)) this.miss(duty);
  }

  /** Notes that no row shows a duty, where it needs one. */
  private miss(duty: Duty): void {
    if (duty.kind === 'close') this.bill.close(duty, { row: null, credits: 0 });
    if (duty.kind === 'lapse' && this.state.included === 0 && this.other.included === 0) return;
    if (duty.kind === 'close' && this.state.flexMonth === 0 && this.other.flexMonth === 0) return;
    if (duty.kind === 'grant' && duty.credits === 0 && this.input.ledger.count === 0) return;
    this.unmet.push({ duty, isDue: dueCredits(duty, this.other) !== 0 });
    this.other = afterDuty(duty, this.other);
  }

  private passPhases(at: number): void {
    while (this.phase + 1 < this.phases.length && this.phases[this.phase + 1]!.at <= at) {
      this.phase += 1;
      if (this.phases[this.phase]!.resets) this.capUsed = this.missedFlex = 0;
    }
  }

  private takeUse(row: number): void {
    const { ledger, recorded } = this.input;
    const { amounts } = ledger;
    const phase = this.phases[this.phase]!;
    const rated = rateRow(this.input.terms, ledger, this.events, row);
    const credits = amounts.credits[row]! || 0;
    const terms = { flags: rated.flags, subscribed: phase.plan !== null };
    const own = this.chosen(row, (before) => {
      const missed = before === this.state ? 0 : this.missedFlex;
      const room = Math.max(0, phase.limit - this.capUsed - missed);
      const due = splitDemand(credits, before, { ...terms, room });
      const stated = this.stated.split(row, due);
      return { due, stated, room, missed, follows: drawn(before, stated), matches: sameSplit(due, stated) };
    });
    const { stated, room } = own;
    const byRecord = recorded?.[row] ?? NaN;
    const demand = Number.isNaN(byRecord) || byRecord === credits ? rated.demand : byRecord;
    const rateFits = demand === credits;
    this.reportUnmet(row, own.before, own.before === this.state ? stated.included : 0);
    this.capUsed += stated.flex + own.missed;
    this.missedFlex = 0;
    const after = this.stated.after(row, own.follows);
    if (!(own.fits && rateFits)) {
      this.cases.push({
        kind: 'use',
        row: row + 1,
        at: ledger.at[row]!,
        before: own.before,
        credits,
        demand,
        stated,
        rated: this.ratedText(row),
        due: own.due,
        room,
        shortfall: phase.shortfall,
        after,
        follows: own.follows,
      });
    }
    this.other = own.follows;
    this.state = after;
  }

  private ratedText(row: number): string {
    const { ledger } = this.input;
    const named = ledger.meter[row]!;
    return named < 0 ? '' : ledger.meterIds[named]!;
  }

  /** Which balances a row rests on: those stated before it, or those that should have been. */
  private chosen<T extends { readonly follows: Balances; readonly matches: boolean }>(
    row: number,
    tryFrom: (before: Balances) => T,
  ): T & { readonly before: Balances; readonly fits: boolean } {
    const attempt = (before: Balances) => {
      const tried = tryFrom(before);
      const balances = matchingBalances(this.stated.after(row, tried.follows), tried.follows);
      const fits = tried.matches && balances === 3;
      return { ...tried, before, fits, score: balances + (tried.matches ? 2 : 0) };
    };
    const stated = attempt(this.state);
    if (stated.fits || this.other === this.state) return stated;
    const other = attempt(this.other);
    return other.score > stated.score ? other : stated;
  }

  private takeEntry(row: number, entry: RowKind): void {
    const { ledger } = this.input;
    const at = ledger.at[row]!;
    const found = this.dutyFor(row, entry);
    if (found === null) return this.takeUnasked(row, entry);
    this.duties.settle(found);
    const duty = this.duties.duty(found);
    this.missBefore(found, row);
    const { amounts } = ledger;
    const credits = this.stated.credits(row, duty);
    const billed = amounts.flex[row]! || 0;
    const own = this.chosen(row, (before) => {
      const due = dueCredits(duty, before);
      const follows = changed(duty, before, credits);
      return { due, follows, matches: sameAmount(due, credits) && this.stated.changeFits(row, duty, credits) };
    });
    const lapse = this.unmet.map((each) => each.duty).find((each) => each.kind === 'lapse')?.as ?? null;
    const rolledOver = duty.kind === 'grant' && lapse && own.before === this.state ? own.before.included : 0;
    this.reportUnmet(row, own.before, rolledOver > 0 ? -1 : 0);
    const after = this.stated.after(row, own.follows);
    if (!own.fits || rolledOver > 0) {
      this.cases.push({
        kind: 'entry',
        entry,
        row: row + 1,
        at,
        duty,
        before: own.before,
        credits,
        due: own.due,
        billed,
        after,
        follows: own.follows,
        rolledOver,
        lapse,
      });
    }
    this.bill.imply(duty, { row, credits, billed });
    this.other = own.follows;
    this.state = after;
  }

  /**
   * Notes as missed what had to be done at a row's instant before it, where the row's balances show that no row does it: they are
   * those after it all. Credits that had to lapse before a grant are noted in any case.
   */
  private missBefore(found: number, row: number): void {
    const duty = this.duties.duty(found);
    const open = this.duties.before(found);
    if (open.length === 0) return;
    const stated = this.stated.credits(row, duty);
    const done = this.duties.doneBefore(found, this.other);
    const silent = sameBalances(this.stated.after(row, done), changed(duty, done, stated));
    const asStated = sameBalances(this.stated.after(row, this.state), changed(duty, this.state, stated));
    for (const index of open) {
      const isLapse = this.duties.duty(index).kind === 'lapse' && duty.kind === 'grant';
      if (!isLapse && (asStated || !silent)) continue;
      this.duties.settle(index);
      this.miss(this.duties.duty(index));
    }
  }

  /** The duty at a row's instant that the row shows, by kind; where several could be meant, the one that its amounts follow from. */
  private dutyFor(row: number, entry: RowKind): number | null {
    const at = this.input.ledger.at[row]!;
    const candidates = this.duties.shownBy(entry, at);
    if (candidates.length < 2) return candidates[0] ?? null;
    const isOf = (index: number, before: Balances): boolean => {
      const duty = this.duties.duty(index);
      const credits = this.stated.credits(row, duty);
      if (!sameAmount(dueCredits(duty, before), credits) || !this.stated.changeFits(row, duty, credits)) return false;
      const follows = changed(duty, before, credits);
      return sameBalances(this.stated.after(row, follows), follows);
    };
    const isSame = (index: number): boolean => {
      const duty = this.duties.duty(index);
      return sameAmount(dueCredits(duty, this.state), this.stated.credits(row, duty));
    };
    return (
      candidates.find((index) => isOf(index, this.state)) ??
      candidates.find((index) => isOf(index, this.duties.doneBefore(index, this.other))) ??
      candidates.find(isSame) ??
      candidates[0]!
    );
  }

  private takeUnasked(row: number, entry: RowKind): void {
    const { ledger } = this.input;
    const { amounts } = ledger;
    const at = ledger.at[row]!;
    this.reportUnmet(row, this.state, 0);
    const credits = amounts.credits[row]! || 0;
    this.cases.push({ kind: 'unasked', row: row + 1, at, entry, id: ledger.ids[row]!, credits });
    const follows = {
      included: this.state.included + (amounts.included[row]! || 0),
      prepaid: this.state.prepaid + (amounts.prepaid[row]! || 0),
      flexMonth: entry === 'flex-close' ? 0 : this.state.flexMonth,
    };
    this.state = this.other = this.stated.after(row, follows);
    const { plan } = this.phases[this.phase]!;
    if (entry === 'purchase') this.bill.unknownPurchase(at, { row, credits }, plan);
    if (entry !== 'flex-close' || plan === null) return;
    this.bill.close({ kind: 'close', at, final: false, plan }, { row, credits: amounts.flex[row]! || 0 });
  }

  private reportUnmet(row: number, before: Balances, drawn: number): void {
    if (this.unmet.length === 0) return;
    for (const { duty, isDue } of this.unmet) {
      // Credits that a grant came on top of are the grant row's own finding.
      if (drawn < 0 && duty.kind === 'lapse') continue;
      // A row that rests on the balances that should have been shows that there was nothing to lapse or to close.
      if (!isDue && before !== this.state) continue;
      this.report(duty, { row: row + 1, at: duty.at }, Math.max(0, drawn));
    }
    this.unmet = [];
  }

  private report(duty: Duty, where: { readonly row: number | null; readonly at: number }, drawn: number): void {
    const credits =
      duty.kind === 'lapse' ? this.state.included : duty.kind === 'close' ? this.state.flexMonth : duty.credits;
    this.cases.push({ kind: 'unmet', ...where, duty, credits, drawn });
  }
}
