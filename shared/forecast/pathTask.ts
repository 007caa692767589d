import type { Program, UsageColumns } from '../engine/program.ts';
import type { TermsRefusal } from './pricing/termsOfRun.ts';
import type { PathTerms } from './pricing/pathTerms.ts';
import type { SampledDemand } from './sampling/pathSampler.ts';

/** A program as plain data: its zone by name, and no identities of usage. */
export interface PlainProgram extends Omit<Program, 'zone' | 'usage'> {
  readonly zone: string;
  readonly usage: Omit<UsageColumns, 'ids'>;
}

/**
 * How paths are priced: by terms, their demand by slot; or, where these do not hold, by a run of the engine on each path, whose
 * slots are the rows of the program's usage.
 */
export type PathPricing =
  | { readonly kind: 'compact'; readonly terms: PathTerms }
  | { readonly kind: 'engine'; readonly why: TermsRefusal['code'] | 'asked'; readonly program: PlainProgram };

/** All that sampling and pricing paths needs, as plain data that any thread can take; the same task, the same paths. */
export interface PathTask {
  readonly demand: SampledDemand;
  /** Local calendar months of the horizon. */
  readonly months: number;
  readonly pricing: PathPricing;
}
