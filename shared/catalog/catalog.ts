/** How well a published figure is known: A the vendor's own page, B a third party with a date, ? contradicted or not dated. */
export type Confidence = 'A' | 'B' | '?';

/** A published figure as decimal text, with how well it is known and where it was published. */
export interface Figure {
  readonly value: string;
  readonly confidence: Confidence;
  readonly source: string;
}

/** A plan as published. A figure that nobody published is null: whoever uses the plan must set it. Fees are per cycle. */
export interface CatalogPlan {
  readonly id: string;
  readonly name: string;
  readonly kind: 'paid' | 'free';
  readonly cycle: 'monthly' | 'annual';
  readonly fee: Figure | null;
  readonly includedCredits: Figure | null;
  readonly flexPrice: Figure | null;
  /** Price of one prepaid credit, the same for any quantity; null where none was published. */
  readonly prepaidPrice: Figure | null;
}

/** A rate as published: `credits` buy `per` units. */
export interface CatalogRate {
  readonly credits: string;
  readonly per: string;
  readonly minimum?: string;
  readonly plus?: string;
  readonly confidence: Confidence;
  readonly source: string;
}

/** Where metered work runs. @rule R20 */
export type Runs = 'hosted' | 'self-hosted' | 'third-party';

/** A meter as published. Without a rate, whoever uses the meter must set one. */
export interface CatalogMeter {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly unit: string;
  readonly runs: Runs;
  readonly rate: CatalogRate | null;
}

/** A fact of an edition that the engine does not compute, or that is left to the user. */
export interface CatalogNote {
  readonly id: string;
  readonly kind: 'not-modelled' | 'unpublished' | 'vendor';
  readonly text: string;
  readonly confidence: Confidence;
  readonly source: string;
}

/** One dated edition of a vendor's price list. */
export interface Catalog {
  readonly id: string;
  readonly title: string;
  /** When it was in force, in words. */
  readonly dated: string;
  readonly currency: string;
  readonly plans: readonly CatalogPlan[];
  readonly meters: readonly CatalogMeter[];
  readonly notes: readonly CatalogNote[];
}
