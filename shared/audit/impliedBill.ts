import { zeroRatio, type Ratio } from '../base/ratio.ts';
import { lineAmount } from '../engine/invoiceLine.ts';
import type { Run } from '../engine/outcome.ts';
import { priceText, type BillLine } from './billLines.ts';
import type { Duty } from './duties.ts';

/** What a row states that a line follows from: its number from 0 (null where no row stands), and its credits in nanocredits. */
interface Implying {
  readonly row: number | null;
  readonly credits: number;
}

/** The bill that the rows of a ledger imply at the prices of the terms: fees with grants, purchases, Flex months. @rule R4 R8 R12 */
export class ImpliedBill {
  readonly lines: BillLine[] = [];
  private readonly run: Run;

  constructor(run: Run) {
    this.run = run;
  }

  /** The line that a row implies which shows a duty; `billed` is what a close bills. */
  imply(duty: Duty, { row, credits, billed }: Implying & { readonly billed: number }): void {
    if (duty.kind === 'close') this.close(duty, { row, credits: billed });
    else if (duty.kind === 'purchase') this.purchase(duty.at, { row, credits }, this.priceOf(duty.seq));
    else if (duty.kind === 'grant') this.fee(duty, row);
  }

  /** The line of a Flex month that closes. */
  close({ plan, final, at }: Extract<Duty, { kind: 'close' }>, { row, credits }: Implying): void {
    const { kind, flexPrice } = this.run.program.plans[plan]!;
    if (final ? kind === 'paid' : credits > 0)
      this.add(at, final ? 'final-flex' : 'flex', { row, credits, price: flexPrice });
  }

  /** The line of a purchase that the terms do not know, at the price of the running plan. */
  unknownPurchase(at: number, { row, credits }: Implying, plan: number | null): void {
    const tiers = plan === null ? [] : this.run.program.plans[plan]!.prepaidPrices;
    this.purchase(at, { row, credits }, tiers.findLast((tier) => tier.from <= credits)?.unitPrice ?? zeroRatio);
  }

  private purchase(at: number, { row, credits }: Implying, price: Ratio): void {
    this.add(at, 'prepaid', { row, credits, price });
  }

  private fee({ at, plan }: Extract<Duty, { kind: 'grant' }>, row: number | null): void {
    const price = this.run.program.plans[plan]!.fee;
    if (price.num !== 0n) this.add(at, 'subscription', { row, credits: null, price });
  }

  private priceOf(seq: number): Ratio {
    const lines = this.run.invoices.flatMap((invoice) => invoice.lines);
    return lines.find((line) => line.kind === 'prepaid' && line.row === seq)?.unitPrice ?? zeroRatio;
  }

  private add(
    at: number,
    kind: string,
    { row, credits, price }: { readonly row: number | null; readonly credits: number | null; readonly price: Ratio },
  ): void {
    const amount = lineAmount(this.run.program, credits === null ? null : BigInt(credits), price);
    const exactFlex = kind === 'flex' || kind === 'final-flex' ? credits : null;
    const number = row === null ? null : row + 1;
    this.lines.push({ at, kind, credits, unitPrice: priceText(price), amount, invoice: null, row: number, exactFlex });
  }
}
