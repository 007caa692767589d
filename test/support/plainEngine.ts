import { roundToMinor } from '../../shared/base/money.ts';
import { divide, floorRatio, multiply, ratio, type Ratio } from '../../shared/base/ratio.ts';
import { addMonths, monthStart } from '../../shared/calendar/month.ts';
import { usageFlag, type Action, type Program } from '../../shared/engine/program.ts';

/** The arithmetic of amounts in credits, so that one plain engine can be run with big integers and with a decimal library. */
export interface Arithmetic<N> {
  readonly zero: N;
  fromNanos(nanos: bigint): N;
  toNanos(amount: N): bigint;
  add(a: N, b: N): N;
  subtract(a: N, b: N): N;
  least(a: N, b: N): N;
  exceeds(a: N, b: N): boolean;
  wholeCredits(amount: N): N;
}

/** One object per entry, usage and all else alike. */
export interface PlainEntry<N> {
  readonly at: number;
  readonly kind: string;
  readonly id: string;
  readonly included: N;
  readonly prepaid: N;
  readonly flex: N;
  readonly blocked: N;
  readonly includedAfter: N;
  readonly prepaidAfter: N;
  readonly flexMonthAfter: N;
}

export interface PlainLine {
  readonly at: number;
  readonly kind: string;
  readonly credits: bigint | null;
  readonly amount: bigint;
}

interface PlainSubscription {
  plan: number;
  since: number;
  cycles: number;
  flexMonths: number;
  cycleEnd: number;
  flexEnd: number;
  pending: Action | { do: 'cancel' } | { do: 'change-plan'; plan: number } | null;
}

/**
 * The rules written down the plain way: one event after another, every amount an object, nothing shared with the engine
 * but the compiled program. The oracle of the property tests and the rival of the benches.
 */
export class PlainEngine<N> {
  readonly entries: PlainEntry<N>[] = [];
  readonly lines: PlainLine[] = [];
  private included: N;
  private prepaid: N;
  private flexMonth: N;
  private flexInWindow: N;
  private lots: { left: N }[] = [];
  private subscription: PlainSubscription | null = null;
  private flexEnabled = true;
  private cap: Ratio | null = null;

  private readonly program: Program;
  private readonly math: Arithmetic<N>;
  /** Amounts in their own form from the start: a rival is not made to pay for reading columns. */
  private readonly demands: readonly N[];

  constructor(program: Program, math: Arithmetic<N>) {
    this.program = program;
    this.math = math;
    this.demands = Array.from(program.usage.demand, (nanos) => math.fromNanos(BigInt(nanos)));
    this.included = this.prepaid = this.flexMonth = this.flexInWindow = math.zero;
  }

  run(): this {
    const { program } = this;
    this.open();
    let action = 0;
    let usage = 0;
    for (;;) {
      const boundary = this.subscription ? Math.min(this.subscription.cycleEnd, this.subscription.flexEnd) : Infinity;
      const actionAt = program.actions[action]?.at ?? Infinity;
      const usageAt = usage < program.usage.count ? program.usage.at[usage]! : Infinity;
      const at = Math.min(boundary, actionAt, usageAt);
      if (at > program.end || at === Infinity || (at === program.end && boundary > at)) return this;
      if (boundary === at) {
        if (at === this.subscription!.cycleEnd) this.adoptEnding(at, action);
        this.passBoundary(at);
        if (at === program.end) return this;
      } else if (actionAt === at) {
        if (!this.adopted.has(program.actions[action]!)) this.act(program.actions[action]!);
        action += 1;
      } else {
        this.use(usage);
        usage += 1;
      }
    }
  }

  private readonly adopted = new Set<Action>();

  private adoptEnding(at: number, from: number): void {
    for (let i = from; this.program.actions[i]?.at === at; i++) {
      const action = this.program.actions[i]!;
      if (action.do !== 'cancel' && action.do !== 'change-plan') continue;
      this.subscription!.pending = action;
      this.adopted.add(action);
      this.note(at, action.do);
      return;
    }
  }

  private open(): void {
    const { opening, start } = this.program;
    if (!opening) return;
    const { fromNanos, add } = this.math;
    this.included = fromNanos(BigInt(opening.included));
    this.lots = opening.lots.map((lot) => ({ left: fromNanos(BigInt(lot.credits)) }));
    this.prepaid = this.lots.reduce((sum, lot) => add(sum, lot.left), this.math.zero);
    this.flexEnabled = opening.flexEnabled;
    this.cap = opening.cap;
    const running = opening.subscription;
    if (running) {
      this.flexMonth = fromNanos(BigInt(running.flexMonth));
      this.flexInWindow = fromNanos(BigInt(running.capUsed));
      const { plan, since, pending } = running;
      this.subscription = { plan, since, cycles: 0, flexMonths: 0, cycleEnd: 0, flexEnd: 0, pending };
      while (this.subscription.cycleEnd < start) this.nextCycleEnd(this.subscription);
      while (this.subscription.flexEnd < start) this.nextFlexEnd(this.subscription);
    }
    this.note(start, 'opening', { included: this.included, prepaid: this.prepaid });
  }

  private nextCycleEnd(subscription: PlainSubscription): void {
    const annual = this.program.plans[subscription.plan]!.cycle === 'annual';
    subscription.cycles += annual ? 12 : 1;
    const calendar = !annual && this.program.includedCycle === 'calendar';
    subscription.cycleEnd = this.boundary(subscription, subscription.cycles, calendar);
  }

  private nextFlexEnd(subscription: PlainSubscription): void {
    subscription.flexMonths += 1;
    subscription.flexEnd = this.boundary(subscription, subscription.flexMonths, this.program.flexCycle === 'calendar');
  }

  private boundary({ since }: PlainSubscription, months: number, calendar: boolean): number {
    const local = this.program.zone.toLocal(since);
    return this.program.zone.toInstant(calendar ? monthStart(local, months) : addMonths(local, months));
  }

  private passBoundary(at: number): void {
    const subscription = this.subscription!;
    const cycleEnds = subscription.cycleEnd === at;
    if (cycleEnds) this.lapse(at, 'expire');
    if (cycleEnds && subscription.pending) {
      const { pending } = subscription;
      this.billFlex(at, 'final-flex');
      this.subscription = null;
      if (pending.do === 'change-plan' && at < this.program.end) this.subscribe(at, pending.plan);
      return;
    }
    if (subscription.flexEnd === at) {
      this.billFlex(at, 'flex');
      this.nextFlexEnd(subscription);
      if (this.program.plans[subscription.plan]!.cycle === 'monthly') this.flexInWindow = this.math.zero;
    }
    if (!cycleEnds) return;
    this.nextCycleEnd(subscription);
    if (at < this.program.end) this.grant(at);
  }

  private subscribe(at: number, plan: number): void {
    this.subscription = { plan, since: at, cycles: 0, flexMonths: 0, cycleEnd: 0, flexEnd: 0, pending: null };
    this.nextCycleEnd(this.subscription);
    this.nextFlexEnd(this.subscription);
    this.flexInWindow = this.math.zero;
    this.grant(at);
  }

  private grant(at: number): void {
    const plan = this.program.plans[this.subscription!.plan]!;
    if (plan.cycle === 'annual') this.flexInWindow = this.math.zero;
    const granted = this.math.fromNanos(BigInt(plan.included));
    this.included = granted;
    this.note(at, 'grant', { included: granted });
    if (plan.fee.num !== 0n) this.line(at, 'subscription', null, plan.fee);
  }

  private lapse(at: number, kind: 'expire' | 'forfeit'): void {
    const left = this.included;
    this.included = this.math.zero;
    if (this.math.exceeds(left, this.math.zero)) {
      this.note(at, kind, { included: this.math.subtract(this.math.zero, left) });
    }
  }

  private billFlex(at: number, kind: 'flex' | 'final-flex'): void {
    const plan = this.program.plans[this.subscription!.plan]!;
    const whole = this.math.wholeCredits(this.flexMonth);
    const accrued = this.math.exceeds(this.flexMonth, this.math.zero);
    this.flexMonth = this.math.zero;
    if (accrued) this.note(at, 'flex-close', { flex: whole });
    const billed = this.math.toNanos(whole);
    if (kind === 'final-flex' ? plan.kind === 'paid' : billed > 0n) this.line(at, kind, billed, plan.flexPrice);
  }

  private act(action: Action): void {
    switch (action.do) {
      case 'subscribe':
        this.note(action.at, 'subscribe');
        return this.subscribe(action.at, action.plan);
      case 'cancel':
      case 'change-plan':
        this.note(action.at, action.do);
        if (action.when === 'cycle-end') {
          this.subscription!.pending = action;
          return;
        }
        this.lapse(action.at, 'forfeit');
        this.billFlex(action.at, 'final-flex');
        this.subscription = null;
        if (action.do === 'change-plan') this.subscribe(action.at, action.plan);
        return;
      case 'buy-prepaid':
        return this.buy(action);
      case 'set-flex':
        if (action.enabled !== null) this.flexEnabled = action.enabled;
        if (action.cap !== undefined) this.cap = action.cap;
        return this.note(action.at, 'set-flex');
      case 'adjust':
        return this.adjust(action);
    }
  }

  private buy(action: Extract<Action, { do: 'buy-prepaid' }>): void {
    const bought = this.math.fromNanos(BigInt(action.credits));
    this.lots.push({ left: bought });
    this.prepaid = this.math.add(this.prepaid, bought);
    this.note(action.at, 'purchase', { prepaid: bought });
    const tiers = this.subscription ? this.program.plans[this.subscription.plan]!.prepaidPrices : [];
    const price = action.unitPrice ?? tiers.filter((tier) => tier.from <= action.credits).at(-1)!.unitPrice;
    this.line(action.at, 'prepaid', BigInt(action.credits), price);
  }

  private adjust({ at, bucket, credits }: Extract<Action, { do: 'adjust' }>): void {
    const change = this.math.fromNanos(BigInt(credits));
    if (bucket === 'included') this.included = this.math.add(this.included, change);
    else if (credits > 0) {
      this.lots.push({ left: change });
      this.prepaid = this.math.add(this.prepaid, change);
    } else this.takePrepaid(this.math.fromNanos(BigInt(-credits)));
    this.note(at, 'adjust', { [bucket]: change });
  }

  private takePrepaid(amount: N): void {
    const { least, subtract } = this.math;
    let wanted = amount;
    for (const lot of this.lots) {
      const taken = least(lot.left, wanted);
      lot.left = subtract(lot.left, taken);
      wanted = subtract(wanted, taken);
    }
    while (this.lots.length > 0 && !this.math.exceeds(this.lots[0]!.left, this.math.zero)) this.lots.shift();
    this.prepaid = subtract(this.prepaid, amount);
  }

  private use(row: number): void {
    const { math, program } = this;
    const { zero, add, subtract, least, exceeds } = math;
    const wanted = this.demands[row]!;
    const whole = (program.usage.flags[row]! & usageFlag.whole) !== 0;
    let included = zero;
    let prepaid = zero;
    let flex = zero;
    if (this.subscription) {
      included = least(wanted, this.included);
      prepaid = least(subtract(wanted, included), this.prepaid);
      const rest = subtract(subtract(wanted, included), prepaid);
      flex = exceeds(rest, zero) ? this.flexFor(rest) : zero;
    }
    let blocked = subtract(subtract(subtract(wanted, included), prepaid), flex);
    if (whole && exceeds(blocked, zero)) {
      included = prepaid = flex = zero;
      blocked = wanted;
    }
    this.included = subtract(this.included, included);
    if (exceeds(prepaid, zero)) this.takePrepaid(prepaid);
    this.flexMonth = add(this.flexMonth, flex);
    this.flexInWindow = add(this.flexInWindow, flex);
    const id = program.usage.ids[row]!;
    this.note(program.usage.at[row]!, 'use', { id, included, prepaid, flex, blocked });
  }

  private flexFor(wanted: N): N {
    const plan = this.program.plans[this.subscription!.plan]!;
    if (plan.kind === 'free' || !this.flexEnabled) return this.math.zero;
    if (this.cap === null || plan.flexPrice.num === 0n) return wanted;
    const limit = this.math.fromNanos(floorRatio(multiply(divide(this.cap, plan.flexPrice), ratio(1_000_000_000n))));
    const room = this.math.subtract(limit, this.flexInWindow);
    return this.math.exceeds(room, this.math.zero) ? this.math.least(wanted, room) : this.math.zero;
  }

  private line(at: number, kind: string, credits: bigint | null, unitPrice: Ratio): void {
    const exact = credits === null ? unitPrice : multiply(ratio(credits, 1_000_000_000n), unitPrice);
    this.lines.push({ at, kind, credits, amount: roundToMinor(exact, this.program.minorDigits) });
  }

  private note(at: number, kind: string, changes: Partial<PlainEntry<N>> = {}): void {
    const { zero } = this.math;
    this.entries.push({
      at,
      kind,
      id: changes.id ?? '',
      included: changes.included ?? zero,
      prepaid: changes.prepaid ?? zero,
      flex: changes.flex ?? zero,
      blocked: changes.blocked ?? zero,
      includedAfter: this.included,
      prepaidAfter: this.prepaid,
      flexMonthAfter: this.flexMonth,
    });
  }
}
