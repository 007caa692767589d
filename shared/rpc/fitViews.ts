import type { Diagnostic } from '../base/diagnostic.ts';
import type { FitSentence } from '../forecast/fit/fitStatement.ts';
import type { ModelJson } from '../forecast/fit/modelJson.ts';

/** A demand model fitted to history, and what it was fitted to. Series are by day from `from`; null where unknown. */
export interface FitView {
  readonly meter: string | null;
  /** What quantities are counted in. */
  readonly unit: string;
  /** Local dates of the history looked at, `[from, until)`. */
  readonly from: string;
  readonly until: string;
  readonly history: readonly (number | null)[];
  /** The fitted line. */
  readonly line: readonly number[];
  /** What was found, and what the history is too short to tell. */
  readonly found: readonly FitSentence[];
  readonly untold: readonly FitSentence[];
  /** For `usage.models` of the scenario. */
  readonly model: ModelJson;
  /** For `usage.asOf` of the scenario; null: leave it as it is. */
  readonly asOf: string | null;
  readonly backtest: BacktestView | null;
}

/** How well a model made from the first part of the history forecasts the rest. Series are by day from `from`. */
export interface BacktestView {
  readonly from: string;
  readonly actual: readonly (number | null)[];
  readonly forecast: readonly number[];
  /** P10 and P90 of each day. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly covered: number;
  readonly judged: number;
  /** The model first, then its rivals: sum of the distances ÷ sum of what came. */
  readonly errors: readonly {
    readonly id: 'model' | 'last-month' | 'last-week';
    readonly off: number | null;
    readonly bias: number | null;
  }[];
  readonly statement: readonly FitSentence[];
}

/** A fit, or why there is none: problems of the scenario or its files, or a refusal. With a fit, it is the backtest that is refused. */
export interface FitOutcome {
  readonly fit: FitView | null;
  readonly refusal: FitRefusalView | null;
  /** Meters that the usage looked at is recorded on; for a series by day, which names none, those of the scenario. */
  readonly meters: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Why a history gives no model, or no backtest. */
export interface FitRefusalView {
  readonly code: 'no-history' | 'nothing-used' | 'nothing-ahead' | 'too-short';
  readonly message: string;
}
