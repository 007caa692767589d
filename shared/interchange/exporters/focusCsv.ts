import { assert } from '../../base/assert.ts';
import { formatCredits } from '../../base/credits.ts';
import { formatDecimal } from '../../base/decimal.ts';
import { formatMoney } from '../../base/money.ts';
import type { Ratio } from '../../base/ratio.ts';
import { shareOut } from '../../base/shareOut.ts';
import { formatInstant } from '../../calendar/instant.ts';
import { monthStart, type Period } from '../../calendar/month.ts';
import type { Zone } from '../../calendar/zone.ts';
import { csvDecimal, csvText } from './csvCell.ts';
import type { ExportHead } from './exportHead.ts';

/** An invoice line to state. Credits in nanocredits, money in minor units. */
export interface FocusCharge extends Period {
  readonly invoice: number;
  readonly kind: 'subscription' | 'prepaid' | 'flex' | 'final-flex';
  /** The plan's id, or the lot's. */
  readonly of: string;
  readonly credits: bigint | null;
  readonly granted: bigint;
  readonly unitPrice: Ratio;
  readonly amount: bigint;
  /** What each meter drew of a Flex month, in nanocredits. */
  readonly meters: readonly (readonly [meter: string, credits: bigint])[];
}

/** Credits that were paid for before: used or lapsed, by meter, with the money that was deferred for them. */
export interface FocusCover extends Period {
  readonly kind: 'included' | 'prepaid' | 'lapsed' | 'adjusted';
  readonly meter: string;
  readonly credits: bigint;
  readonly money: bigint;
}

/** What a FOCUS file is made from. */
export interface FocusBook {
  readonly head: ExportHead;
  readonly zone: Zone;
  readonly charges: readonly FocusCharge[];
  readonly covers: readonly FocusCover[];
  /** The totals of the invoices, which `BilledCost` must add up to. */
  readonly totals: ReadonlyMap<number, bigint>;
}

/** Columns of FOCUS 1.2: all that are mandatory, those others that have a value here, and the ledger's facts as `x_` columns. */
export const focusColumns = [
  'BilledCost',
  'BillingAccountId',
  'BillingAccountName',
  'BillingCurrency',
  'BillingPeriodEnd',
  'BillingPeriodStart',
  'ChargeCategory',
  'ChargeClass',
  'ChargeDescription',
  'ChargeFrequency',
  'ChargePeriodEnd',
  'ChargePeriodStart',
  'ConsumedQuantity',
  'ConsumedUnit',
  'ContractedCost',
  'ContractedUnitPrice',
  'EffectiveCost',
  'InvoiceId',
  'InvoiceIssuerName',
  'ListCost',
  'ListUnitPrice',
  'PricingCategory',
  'PricingQuantity',
  'PricingUnit',
  'ProviderName',
  'PublisherName',
  'ServiceCategory',
  'ServiceName',
  'ServiceSubcategory',
  'SkuId',
  'x_LedgerHead',
  'x_LedgerRows',
  'x_EngineVersion',
  'x_PolicyVersion',
] as const;

type Column = (typeof focusColumns)[number];

/** What a row says of itself. Money in minor units, credits in nanocredits. */
interface Draft extends Period {
  readonly invoice: number | null;
  readonly category: 'Purchase' | 'Usage' | 'Adjustment';
  readonly frequency: 'Recurring' | 'One-Time' | 'Usage-Based';
  readonly pricing: 'Standard' | 'Committed';
  readonly description: string;
  readonly sku: string;
  readonly billed: bigint;
  readonly effective: bigint;
  /** Cost at the unit price. */
  readonly cost: bigint;
  readonly unitPrice: Ratio | null;
  /** Null for one cycle of a plan. */
  readonly credits: bigint | null;
}

/**
 * A ledger as FOCUS 1.2 rows. What was invoiced is `BilledCost`; credits paid for before are usage at a `BilledCost` of 0 whose
 * `EffectiveCost` is the revenue that they release. Asserted: `BilledCost` by `InvoiceId` is the invoice's total.
 */
export function focusCsv(book: FocusBook): string {
  const drafts = [...book.charges.flatMap(chargeDrafts), ...book.covers.map(coverDraft)];
  assertBilled(book, drafts);
  const rows = drafts.toSorted((a, b) => a.from - b.from).map((draft) => focusRow(book, draft));
  return `${[focusColumns.join(','), ...rows].join('\n')}\n`;
}

function assertBilled({ totals }: FocusBook, drafts: readonly Draft[]): void {
  const billed = new Map<number, bigint>();
  for (const { invoice, billed: amount } of drafts) {
    assert(invoice !== null || amount === 0n, 'what is billed stands on an invoice');
    if (invoice !== null) billed.set(invoice, (billed.get(invoice) ?? 0n) + amount);
  }
  assert(billed.size === totals.size, 'every invoice has its rows');
  for (const [invoice, total] of totals) assert(billed.get(invoice) === total, 'the rows of an invoice add up to it');
}

function chargeDrafts(charge: FocusCharge): Draft[] {
  const { invoice, kind, of, credits, granted, unitPrice, amount, from, until } = charge;
  const purchase = {
    invoice,
    category: 'Purchase',
    pricing: 'Standard',
    unitPrice,
    billed: amount,
    cost: amount,
    from,
    until,
  } as const;
  switch (kind) {
    case 'subscription': {
      const description = `Plan ${of}: one cycle with ${formatCredits(granted)} included credits`;
      const effective = granted === 0n ? amount : 0n;
      return [{ ...purchase, frequency: 'Recurring', description, sku: of, effective, credits: null }];
    }
    case 'prepaid': {
      const description = `Prepaid credits, lot ${of}`;
      return [{ ...purchase, frequency: 'One-Time', description, sku: 'prepaid-credits', effective: 0n, credits }];
    }
    case 'flex':
    case 'final-flex':
      return flexDrafts(charge);
  }
}

/** A Flex line by meter: whole credits and money in proportion to what each drew. */
function flexDrafts({ invoice, kind, of, credits, unitPrice, amount, meters, from, until }: FocusCharge): Draft[] {
  const drawn = meters.length === 0 ? [['', 0n] as const] : meters;
  const weights = drawn.map(([, weight]) => weight);
  const billed = shareOut(credits ?? 0n, weights);
  const amounts = shareOut(amount, weights);
  return drawn.map(([meter], index) => ({
    invoice,
    category: 'Usage',
    frequency: 'Usage-Based',
    pricing: 'Standard',
    unitPrice,
    from,
    until,
    description: `Flex on plan ${of}${kind === 'final-flex' ? ', final' : ''}${meter === '' ? '' : `: ${meter}`}`,
    sku: meter === '' ? 'credits' : meter,
    billed: amounts[index]!,
    effective: amounts[index]!,
    cost: amounts[index]!,
    credits: billed[index]!,
  }));
}

const coverText = {
  included: 'Included credits used',
  prepaid: 'Prepaid credits used',
  lapsed: 'Included credits lapsed unused',
  adjusted: 'Credits taken back',
} as const;

function coverDraft({ kind, meter, credits, money, from, until }: FocusCover): Draft {
  return {
    invoice: null,
    frequency: 'Usage-Based',
    pricing: 'Committed',
    unitPrice: null,
    billed: 0n,
    from,
    until,
    category: kind === 'adjusted' ? 'Adjustment' : 'Usage',
    description: `${coverText[kind]}${meter === '' ? '' : `: ${meter}`}`,
    sku: meter === '' ? 'credits' : meter,
    effective: money,
    cost: money,
    credits,
  };
}

const vendor = 'Vendor of usage credits';

function focusRow({ head, zone }: FocusBook, draft: Draft): string {
  const money = (minor: bigint): string => formatMoney(minor, head.minorDigits);
  const price = draft.unitPrice && (formatDecimal(draft.unitPrice) ?? '');
  const quantity = draft.credits === null ? '1' : formatCredits(draft.credits);
  const isUsage = draft.category === 'Usage';
  const month = billingMonth(zone, draft.from);
  const cells: Readonly<Record<Column, string | null>> = {
    BilledCost: money(draft.billed),
    BillingAccountId: csvText(head.name),
    BillingAccountName: csvText(head.name),
    BillingCurrency: head.currency,
    BillingPeriodEnd: formatInstant(month.until),
    BillingPeriodStart: formatInstant(month.from),
    ChargeCategory: draft.category,
    ChargeClass: null,
    ChargeDescription: csvText(draft.description),
    ChargeFrequency: draft.frequency,
    ChargePeriodEnd: formatInstant(draft.until > draft.from ? draft.until : month.until),
    ChargePeriodStart: formatInstant(draft.from),
    ConsumedQuantity: isUsage ? quantity : null,
    ConsumedUnit: isUsage ? 'Credits' : null,
    ContractedCost: money(draft.cost),
    ContractedUnitPrice: price,
    EffectiveCost: money(draft.effective),
    InvoiceId: draft.invoice === null ? null : String(draft.invoice),
    InvoiceIssuerName: vendor,
    ListCost: money(draft.cost),
    ListUnitPrice: price,
    PricingCategory: draft.pricing,
    PricingQuantity: csvDecimal(quantity),
    PricingUnit: draft.credits === null ? 'Cycles' : 'Credits',
    ProviderName: vendor,
    PublisherName: vendor,
    ServiceCategory: 'AI and Machine Learning',
    ServiceName: 'Usage credits',
    ServiceSubcategory: 'Other (AI and Machine Learning)',
    SkuId: csvText(draft.sku),
    x_LedgerHead: head.head,
    x_LedgerRows: String(head.rows),
    x_EngineVersion: head.engine,
    x_PolicyVersion: head.policy,
  };
  return focusColumns.map((column) => cells[column] ?? '').join(',');
}

/** The local calendar month of an instant. */
function billingMonth(zone: Zone, at: number): Period {
  const local = zone.toLocal(at);
  return { from: zone.toInstant(monthStart(local)), until: zone.toInstant(monthStart(local, 1)) };
}
