/** What is fitted to what, as typed. */
export interface FitChoice {
  /** A meter’s id; null: all usage in credits; undefined: the one meter that there is usage of, else credits. */
  readonly meter: string | null | undefined;
  /** A file of the workspace; null: the scenario’s own usage. */
  readonly file: string | null;
  /** Id of the model to replace; null: a new one. */
  readonly model: string | null;
  /** Local dates; empty: the last three years at most. */
  readonly from: string;
  readonly until: string;
  readonly noise: 'auto' | 'lognormal' | 'resampled' | 'none';
  /** Days; empty: none. */
  readonly holdOut: string;
}

export const firstChoice: FitChoice = {
  meter: undefined,
  file: null,
  model: null,
  from: '',
  until: '',
  noise: 'auto',
  holdOut: '28',
};

/** What a fit is asked with. */
export interface FitAsk {
  readonly from: string | null;
  readonly until: string | null;
  readonly holdOut: number;
}

/** What is wrong with each field, in plain words. */
export type FitFaults = Readonly<Record<'from' | 'until' | 'holdOut', string | null>>;

const mostHeldOut = 3660;

/** The choice as asked, or what is wrong with its fields. */
export function readFitChoice(choice: FitChoice): { readonly ask: FitAsk | null; readonly faults: FitFaults } {
  const holdOut = choice.holdOut.trim() === '' ? '0' : choice.holdOut.trim();
  const faults = {
    from: isDate(choice.from) ? null : 'A date such as 2026-01-31.',
    until: isDate(choice.until) ? null : 'A date such as 2026-01-31.',
    holdOut:
      /^\d{1,4}$/.test(holdOut) && Number(holdOut) <= mostHeldOut ? null : `A whole number up to ${mostHeldOut}.`,
  };
  if (Object.values(faults).some((fault) => fault !== null)) return { ask: null, faults };
  const date = (text: string) => (text.trim() === '' ? null : text.trim());
  return { ask: { from: date(choice.from), until: date(choice.until), holdOut: Number(holdOut) }, faults };
}

function isDate(text: string): boolean {
  const written = text.trim();
  if (written === '') return true;
  const at = /^\d{4}-\d{2}-\d{2}$/.test(written) ? Date.parse(`${written}T00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === written;
}
