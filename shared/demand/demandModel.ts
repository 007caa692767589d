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

/** A level that moves in a straight line by day from the model's first day to `by`, and stays there. */
export interface Ramp {
  /** In the unit of the model's level, at least 0. */
  readonly to: number;
  /** The first local day with that level: midnight as milliseconds as if UTC, after the model's first day. */
  readonly by: number;
}

/**
 * Random day factors with mean 1, for forecasts only. `shared` in [0, 1] is the share of the (log) variance that comes from
 * the day's factor common to all models that have one.
 */
export type Noise =
  | {
      readonly kind: 'lognormal';
      /** Coefficient of variation of the days that have something. */
      readonly cv: number;
      readonly shared: number;
      /** Chance in [0, 1) that a day has nothing; the other days' factors are ÷ (1 − zeroDays). */
      readonly zeroDays: number;
    }
  | {
      readonly kind: 'resampled';
      /** Day factors seen in history, none negative, not all zero; used ÷ their mean. Days with nothing are zeros. */
      readonly factors: readonly number[];
      readonly shared: number;
    };

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
  /** Where the level goes; null where it stays. */
  readonly ramp: Ramp | null;
  /** Per calendar month. */
  readonly growth: number;
  /** Monday to Sunday, relative; null where all days are alike. */
  readonly weekdays: readonly number[] | null;
  /** January to December, relative; null where all months are alike. */
  readonly months: readonly number[] | null;
  readonly spikes: readonly Spike[];
  readonly noise: Noise | null;
}
