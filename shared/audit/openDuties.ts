import type { RowKind } from '../ledger/row.ts';
import type { Balances } from './auditCase.ts';
import { afterDuty, shows } from './balances.ts';
import type { Duty } from './duties.ts';

/** The duties of a run in their order, as a walk along a ledger comes past them: those that no row has shown are open. */
export class OpenDuties {
  private readonly duties: readonly Duty[];
  private readonly met: Uint8Array;
  private next = 0;

  constructor(duties: readonly Duty[]) {
    this.duties = duties;
    this.met = new Uint8Array(duties.length);
  }

  /** The time of the next duty, open or not; Infinity where there are no more. */
  nextAt(): number {
    return this.duties[this.next]?.at ?? Infinity;
  }

  /** The duty at a place in the order. */
  duty(index: number): Duty {
    return this.duties[index]!;
  }

  /** Counts a duty as shown, or as missed: it is not open any more. */
  settle(index: number): void {
    this.met[index] = 1;
  }

  /** Goes past what was to be done before a time, or until then; gives what is still open of it. */
  *pass(at: number, inclusive: boolean): Generator<Duty> {
    for (; this.next < this.duties.length; this.next++) {
      const duty = this.duties[this.next]!;
      if (duty.at > at || (duty.at === at && !inclusive)) return;
      if (!this.met[this.next]) yield duty;
    }
  }

  /** Open duties of an instant that a row of a kind shows. */
  shownBy(entry: RowKind, at: number): number[] {
    const shown: number[] = [];
    for (let index = this.next; index < this.duties.length && this.duties[index]!.at <= at; index++) {
      const duty = this.duties[index]!;
      if (duty.at === at && !this.met[index] && shows(entry, duty)) shown.push(index);
    }
    return shown;
  }

  /** Open duties before one. */
  before(duty: number): number[] {
    const open: number[] = [];
    for (let index = this.next; index < duty; index++) if (!this.met[index]) open.push(index);
    return open;
  }

  /** Balances once all that is open before a duty is done. */
  doneBefore(duty: number, from: Balances): Balances {
    return this.before(duty).reduce((done, index) => afterDuty(this.duties[index]!, done), from);
  }
}
