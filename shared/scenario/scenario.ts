import type { JsonText } from '../base/jsonText.ts';
import type { PathSteps } from '../base/jsonPath.ts';
import type { Ratio } from '../base/ratio.ts';
import type { Zone } from '../calendar/zone.ts';
import type { Catalog, Runs } from '../catalog/catalog.ts';
import type { DemandModel } from '../demand/demandModel.ts';
import type { Deed, MonthPolicy, PlanTerms } from '../engine/program.ts';
import type { ScenarioDocument } from './schema.ts';

/** A plan that is known in full. Credits in nanocredits. `path` is empty where it comes from the catalog alone. */
export interface ScenarioPlan extends PlanTerms {
  readonly name: string;
  readonly path: PathSteps | null;
}

/** An effective-dated rate, still in its published parts. @rule R18 R19 */
export interface ScenarioRate {
  readonly from: number;
  /** Credits for one unit. */
  readonly creditsPerUnit: Ratio;
  readonly minimum: Ratio;
  readonly plus: Ratio;
  readonly text: string;
}

/** A meter with at least one rate; rates ascend by `from`. */
export interface ScenarioMeter {
  readonly id: string;
  readonly unit: string;
  readonly runs: Runs;
  readonly rates: readonly ScenarioRate[];
  readonly path: PathSteps | null;
}

/** An entry of the timeline: `at` in milliseconds UTC, `index` its place in the document’s timeline, its plan by id. */
export type ScenarioAction = { readonly at: number; readonly index: number } & Deed<string>;

/** A listed usage event: on a meter, or stated in credits (nanocredits). */
export interface ScenarioEvent {
  readonly at: number;
  readonly index: number;
  readonly id: string;
  readonly use:
    | { readonly meter: string; readonly quantity: Ratio; readonly calls: number }
    | { readonly meter: null; readonly nanos: number };
  readonly whole: boolean;
  readonly billable: boolean;
}

/** A usage file as the scenario names it. */
export interface ScenarioFile {
  readonly path: string;
  readonly sha256: string | null;
}

/** The state of `opening`, its plan by id. Credits in nanocredits. @rule R27 */
export interface ScenarioOpening {
  readonly subscription: {
    readonly plan: string;
    readonly since: number;
    readonly flex: number;
    readonly capUsed: number;
    readonly pending: { readonly do: 'cancel' } | { readonly do: 'change-plan'; readonly plan: string } | null;
  } | null;
  readonly included: number;
  readonly prepaid: readonly { readonly id: string; readonly credits: number; readonly unitPrice: Ratio }[];
  readonly flexEnabled: boolean;
  readonly cap: Ratio | null;
}

/** What the document states by itself, as it is written: assumptions tell it from what a catalog or a default gives. */
export type StatedDocument = Partial<Pick<ScenarioDocument, 'timeZone' | 'plans' | 'meters'>> & {
  readonly usage?: Pick<NonNullable<ScenarioDocument['usage']>, 'models'> | undefined;
};

/** A scenario that was checked: every amount exact, every time an instant, every default filled in. */
export interface Scenario {
  readonly name: string;
  readonly currency: string;
  readonly zone: Zone;
  /** Milliseconds UTC, `[start, end)`. */
  readonly start: number;
  readonly end: number;
  readonly includedCycle: MonthPolicy;
  readonly flexCycle: MonthPolicy;
  readonly catalog: Catalog | null;
  /** Plans that are known in full, the catalog’s and the document’s own. */
  readonly plans: readonly ScenarioPlan[];
  /** Meters that have rates, the catalog’s and the document’s own. */
  readonly meters: readonly ScenarioMeter[];
  /** In the order of the document. */
  readonly timeline: readonly ScenarioAction[];
  readonly events: readonly ScenarioEvent[];
  readonly files: readonly ScenarioFile[];
  readonly models: readonly DemandModel[];
  /** The local date (milliseconds as if UTC) on which expected usage begins; null where none is named. */
  readonly asOf: number | null;
  readonly opening: ScenarioOpening | null;
  readonly document: StatedDocument;
  /** The text it was read from, for the places of faults. */
  readonly json: JsonText;
}
