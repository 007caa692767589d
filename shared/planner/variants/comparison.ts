import type { JsonValue } from '../../base/canonicalJson.ts';
import type { JsonText } from '../../base/jsonText.ts';
import type { ChangeDocument } from './comparisonSchema.ts';

/** A change with its values as they were written, so that amounts go into a scenario digit by digit. */
export interface VariantChange {
  readonly change: ChangeDocument;
  readonly written: Readonly<Record<string, JsonValue | undefined>>;
}

/** One variant of a comparison. */
export interface Variant {
  readonly name: string;
  /** Its scenario, beside the comparison: its own, or the base. */
  readonly scenario: string;
  readonly changes: readonly VariantChange[];
}

/** A comparison document that was checked. Its variants' scenarios were not looked at yet. */
export interface Comparison {
  readonly name: string;
  readonly base: string;
  readonly variants: readonly Variant[];
  readonly json: JsonText;
}
