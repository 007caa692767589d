import type { AuditUsage } from './auditUsage.ts';

/** The events of a record that no row of a ledger shows, handed out as a walk along the ledger comes past them. */
export class MissedEvents {
  private readonly events: AuditUsage | null;
  private next = 0;
  /** The next one that no row shows. */
  private ahead = 0;

  /** Without a record nothing is known to be missed. */
  constructor(events: AuditUsage | null) {
    this.events = events;
  }

  /** The time of the next one; Infinity where there are no more. */
  nextAt(): number {
    if (!this.events) return Infinity;
    const { usage, rowOf } = this.events;
    this.ahead = Math.max(this.ahead, this.next);
    while (this.ahead < usage.count && rowOf[this.ahead]! >= 0) this.ahead += 1;
    return this.ahead < usage.count ? usage.at[this.ahead]! : Infinity;
  }

  /** Those that come before a row: earlier ones, and before usage those of its instant that stand before its event. */
  *before({ row, at, isUse }: { readonly row: number; readonly at: number; readonly isUse: boolean }) {
    if (!this.events) return;
    const { usage, rowOf } = this.events;
    for (; this.next < usage.count; this.next++) {
      const event = this.next;
      const time = usage.at[event]!;
      if (time > at || (time === at && (!isUse || rowOf[event]! >= row))) return;
      if (rowOf[event]! < 0) yield { at: time, demand: usage.demand[event]!, flags: usage.flags[event]! };
    }
  }
}
