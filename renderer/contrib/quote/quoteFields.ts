import { isLegible } from '../../../shared/base/brand.ts';
import type { RpcParams } from '../../../shared/rpc/table.ts';

/** What is asked of a quote, as typed. */
export interface QuoteFields {
  readonly customer: string;
  readonly seller: string;
  readonly number: string;
  /** A local date; empty: 30 days from now. */
  readonly validUntil: string;
  readonly notes: string;
  /** A color such as #1f5f8b; empty: as the quote before, else the page's own. The same holds for logo and terms. */
  readonly accent: string;
  /** As a data address. */
  readonly logo: string;
  readonly terms: string;
  readonly internalNotes: string;
  readonly creditCost: string;
  readonly floor: string;
  /** Path of the sealed quote that this one follows; empty: none. */
  readonly since: string;
  readonly daily: boolean;
  readonly paths: number;
  readonly seed: string;
}

export const firstFields: QuoteFields = {
  customer: '',
  seller: '',
  number: '',
  validUntil: '',
  notes: '',
  accent: '',
  logo: '',
  terms: '',
  internalNotes: '',
  creditCost: '',
  floor: '',
  since: '',
  daily: false,
  paths: 10_000,
  seed: '1',
};

/** Numbers of paths that are offered. */
export const pathCounts = [1_000, 10_000, 100_000] as const;

type Faulty = 'number' | 'accent' | 'validUntil' | 'creditCost' | 'floor' | 'seed';
/** What is wrong with each field, in plain words. */
export type FieldFaults = Readonly<Record<Faulty, string | null>>;

type QuoteAsk = Omit<RpcParams<'quote.make'>, 'job' | 'path' | 'text'>;

const greatestSeed = 2 ** 32 - 1;

/** The quote as asked for, or what is wrong with the fields. */
export function readFields(fields: QuoteFields): { readonly ask: QuoteAsk | null; readonly faults: FieldFaults } {
  const seed = /^\d{1,10}$/.test(fields.seed.trim()) ? Number(fields.seed) : Number.NaN;
  const creditCost = plain(fields.creditCost);
  const floor = plain(fields.floor);
  const validUntil = fields.validUntil.trim();
  const accent = fields.accent.trim().toLowerCase();
  const faults: FieldFaults = {
    accent: accent === '' || isLegible(accent) ? null : 'A color such as #1f5f8b, dark enough to be read on white.',
    number: fields.number.length > 60 ? 'At most 60 characters.' : null,
    validUntil: validUntil === '' || isDate(validUntil) ? null : 'A date such as 2026-12-31.',
    creditCost: creditCost === '' || isAmount(creditCost) ? null : 'An amount of money such as 1.25.',
    floor: floor === '' || isAmount(floor) ? null : 'An amount of money such as 5000.',
    seed: seed <= greatestSeed ? null : `A whole number from 0 to ${greatestSeed.toLocaleString('en')}.`,
  };
  if (Object.values(faults).some((fault) => fault !== null)) return { ask: null, faults };
  const { customer, seller, notes, logo, internalNotes, since, daily, paths } = fields;
  const terms = fields.terms.trim();
  const isInternal = internalNotes.trim() !== '' || creditCost !== '' || floor !== '';
  const ask: QuoteAsk = {
    customer: customer.trim(),
    seller: seller.trim(),
    notes: notes.trim(),
    brand: accent || logo || terms ? { accent: accent || null, logo: logo || null, terms } : null,
    number: fields.number.trim() || null,
    validUntil: validUntil || null,
    internal: isInternal
      ? { notes: internalNotes.trim(), costPerCredit: creditCost || null, floor: floor || null }
      : null,
    since: since || null,
    daily,
    paths,
    seed,
  };
  return { ask, faults };
}

function plain(amount: string): string {
  return amount.trim().replaceAll(',', '');
}

function isAmount(text: string): boolean {
  return /^\d{1,15}(\.\d{1,9})?$/.test(text);
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
