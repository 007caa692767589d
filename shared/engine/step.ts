import type { Ratio } from '../base/ratio.ts';

/**
 * One thing that a run does whatever is used, in its order: what any other demand on the same scenario passes through too.
 * Times in milliseconds UTC, credits in nanocredits.
 */
export type Step =
  /** Usage is drawn. Nothing serves it where `plan` is null; `flexLimit` is what the cap's window allows, Infinity without a cap. */
  | {
      readonly kind: 'segment';
      readonly from: number;
      readonly until: number;
      readonly plan: number | null;
      readonly flexLimit: number;
    }
  /** Included credits that are left are taken away. @rule R5 R14 */
  | { readonly kind: 'lapse'; readonly at: number }
  /** The open Flex month closes; `unitPrice` is 0 where it is not billed. @rule R12 R14 */
  | { readonly kind: 'flex-close'; readonly at: number; readonly unitPrice: Ratio }
  /** What has been drawn of the cap's window counts from 0 again. @rule R13 */
  | { readonly kind: 'cap-window'; readonly at: number }
  /** A cycle opens, with what it grants. @rule R4 */
  | { readonly kind: 'cycle'; readonly at: number; readonly credits: number }
  /** A purchase, or an adjustment, which needs to find enough. `path` is its place in the scenario. @rule R8 R26 */
  | {
      readonly kind: 'purchase' | 'adjust';
      readonly at: number;
      readonly bucket: 'included' | 'prepaid';
      readonly credits: number;
      readonly path: string;
    };
