import type { InternalNotes } from '../../shared/planner/quote/internalView.ts';
import { isLegible } from '../../shared/base/brand.ts';
import type { WantedHead } from '../host/quote/quoteHead.ts';
import { UsageError } from './command.ts';
import { readAmount, readDate, readSampled, sampledOptions, textOf } from './sampledOptions.ts';

/** The options of `quote FILE`. */
export const quoteOptions = {
  ...sampledOptions,
  out: { type: 'string' },
  customer: { type: 'string' },
  seller: { type: 'string' },
  number: { type: 'string' },
  'valid-until': { type: 'string' },
  note: { type: 'string' },
  logo: { type: 'string' },
  accent: { type: 'string' },
  terms: { type: 'string' },
  since: { type: 'string' },
  daily: { type: 'boolean' },
  internal: { type: 'boolean' },
  'internal-note': { type: 'string' },
  'credit-cost': { type: 'string' },
  floor: { type: 'string' },
  force: { type: 'boolean' },
} as const;

/** What a quote was asked to be. */
export interface QuoteOptions {
  readonly out: string;
  readonly head: Omit<WantedHead, 'brand'>;
  readonly brand: WantedBrand;
  readonly since: string | null;
  readonly paths: number;
  readonly seed: number;
  readonly daily: boolean;
  /** Null: no internal page is written. */
  readonly internal: InternalNotes | null;
  readonly force: boolean;
  readonly json: boolean;
}

/** The seller's look, its logo still a file; null each: not said. */
export interface WantedBrand {
  readonly logo: string | null;
  readonly accent: string | null;
  readonly terms: string | null;
}

type Values = Readonly<Record<string, string | boolean | undefined>>;

/** Reads the options of a quote; what would get lost is refused. */
export function readQuoteOptions(values: Values): QuoteOptions {
  const out = textOf(values, 'out');
  if (out === undefined || out === '' || out.endsWith('/')) {
    throw new UsageError('say with --out NAME what to call NAME.html and NAME.quote.json');
  }
  const internal = internalOf(values);
  if (internal && values['internal'] !== true) {
    throw new UsageError('--internal-note, --credit-cost and --floor are for --internal');
  }
  const until = textOf(values, 'valid-until');
  return {
    out: out.replace(/(\.quote\.json|\.html)$/, ''),
    head: {
      number: line(values, 'number', 60),
      validUntil: until === undefined ? null : readDate(until, 'valid-until'),
      customer: line(values, 'customer', 200),
      seller: line(values, 'seller', 200),
      notes: (textOf(values, 'note') ?? '').slice(0, 8000),
    },
    brand: brandOf(values),
    since: textOf(values, 'since') ?? null,
    ...readSampled(values),
    daily: values['daily'] === true,
    internal: values['internal'] === true ? (internal ?? { notes: '', costPerCredit: null, floor: null }) : null,
    force: values['force'] === true,
    json: values['json'] === true,
  };
}

function brandOf(values: Values): WantedBrand {
  const accent = textOf(values, 'accent')?.toLowerCase() ?? null;
  if (accent !== null && !isLegible(accent)) {
    throw new UsageError('--accent takes a color such as #1f5f8b that is dark enough to be read on white');
  }
  return { logo: textOf(values, 'logo') ?? null, accent, terms: line(values, 'terms', 8000) };
}

function internalOf(values: Values): InternalNotes | null {
  const notes = textOf(values, 'internal-note');
  const cost = textOf(values, 'credit-cost');
  const floor = textOf(values, 'floor');
  if (notes === undefined && cost === undefined && floor === undefined) return null;
  return {
    notes: notes ?? '',
    costPerCredit: cost === undefined ? null : readAmount(cost, 'credit-cost'),
    floor: floor === undefined ? null : readAmount(floor, 'floor'),
  };
}

function line(values: Values, name: string, most: number): string | null {
  const text = textOf(values, name);
  if (text === undefined) return null;
  if (text.length > most) throw new UsageError(`--${name} takes at most ${most} characters`);
  if (name === 'number' && text.trim() === '') throw new UsageError('--number takes a number or a name');
  return text;
}
