import { createStore } from 'zustand/vanilla';
import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import type { QuoteDraft, QuoteOpening, QuoteWritten } from '../../../shared/rpc/quoteViews.ts';
import { firstFields, type QuoteFields } from './quoteFields.ts';

/** A computation on its way. */
export interface QuoteRunning {
  readonly job: string;
  readonly step: string;
  readonly part: number | null;
}

/** One quote editor: the form, what was made of it, and where it was written. */
export interface QuoteState {
  readonly fields: QuoteFields;
  readonly running: QuoteRunning | null;
  readonly draft: QuoteDraft | null;
  /** What the draft was made from. */
  readonly made: { readonly fields: QuoteFields; readonly text: string } | null;
  readonly written: QuoteWritten | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly failure: string | null;
  readonly shown: 'customer' | 'internal';
}

/** One sealed quote that was opened. */
export interface SealedState {
  readonly running: QuoteRunning | null;
  readonly opening: QuoteOpening | null;
  readonly failure: string | null;
}

export type SellerFields = Pick<QuoteFields, 'seller' | 'accent' | 'logo' | 'terms'>;

interface QuotesState {
  readonly quotes: Readonly<Record<string, QuoteState>>;
  readonly sealed: Readonly<Record<string, SealedState>>;
  /** Who quoted last, and how that looked: the next quote begins with it. */
  readonly seller: SellerFields;
}

const freshQuote: QuoteState = {
  fields: firstFields,
  running: null,
  draft: null,
  made: null,
  written: null,
  diagnostics: [],
  failure: null,
  shown: 'customer',
};

export const freshSealed: SealedState = { running: null, opening: null, failure: null };

const noSeller: SellerFields = { seller: '', accent: '', logo: '', terms: '' };

export const quoteStore = createStore<QuotesState>(() => ({ quotes: {}, sealed: {}, seller: noSeller }));

export function quoteAt(path: string): QuoteState {
  return quoteStore.getState().quotes[path] ?? freshQuote;
}

export function changeQuote(path: string, change: Partial<QuoteState>): void {
  quoteStore.setState(({ quotes }) => ({
    quotes: { ...quotes, [path]: { ...(quotes[path] ?? freshQuote), ...change } },
  }));
}

export function changeFields(path: string, change: Partial<QuoteFields>): void {
  changeQuote(path, { fields: { ...quoteAt(path).fields, ...change } });
}

export function sealedAt(path: string): SealedState {
  return quoteStore.getState().sealed[path] ?? freshSealed;
}

export function changeSealed(path: string, change: Partial<SealedState>): void {
  quoteStore.setState(({ sealed }) => ({
    sealed: { ...sealed, [path]: { ...(sealed[path] ?? freshSealed), ...change } },
  }));
}

/** Forgets all quotes: another folder was opened. */
export function forgetQuotes(): void {
  quoteStore.setState({ quotes: {}, sealed: {} });
}
