/** Days that are unlike the others. Dates are local midnights as milliseconds as if UTC. */
export type Spike =
  | {
      readonly kind: 'certain';
      readonly from: number;
      readonly days: number;
      /** 1 where only something is added. */
      readonly factor: number;
      readonly add: number;
    }
  | {
      readonly kind: 'uncertain';
      /** Window of the first day, `[from, until)`. */
      readonly from: number;
      readonly until: number;
      readonly chance: number;
      /** Whole days, inclusive. */
      readonly days: { readonly least: number; readonly greatest: number };
      readonly factor: { readonly least: number; readonly greatest: number };
    };

/** Random day factors with mean 1, for forecasts only. */
export interface Noise {
  readonly kind: 'lognormal';
  /** Coefficient of variation. */
  readonly cv: number;
}

/** How usage is expected to run, in binary floating point: demand, not an amount. */
export interface DemandModel {
  readonly id: string;
  /** A meter’s id, or null for demand stated in credits. */
  readonly meter: string | null;
  /** First local day, and the day after the last: midnights as milliseconds as if UTC. */
  readonly from: number;
  readonly until: number;
  readonly level: number;
  readonly per: 'day' | 'month';
  /** Per calendar month. */
  readonly growth: number;
  /** Monday to Sunday, relative; null where all days are alike. */
  readonly weekdays: readonly number[] | null;
  readonly spikes: readonly Spike[];
  readonly noise: Noise | null;
}
