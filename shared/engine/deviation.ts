/**
 * How a run departs from the rules: what an audit supposes to explain somebody else's bill. Nothing set is the rules
 * themselves; nobody but an audit sets anything. @rule R5 R6 R7 R10 R12 R21
 */
export interface Deviation {
  /** Prepaid drawn before included credits, or an event that crosses pools charged whole to the last of them. @rule R21 */
  readonly draws?: 'prepaid-first' | 'whole-events';
  /** Included credits stay at a cycle's end. @rule R5 */
  readonly rollover?: boolean;
  /** Included credits stay where a subscription is broken off. @rule R7 */
  readonly noForfeit?: boolean;
  /** How a month's Flex becomes billed credits, where not rounded down. @rule R12 */
  readonly flexRounding?: 'up' | 'nearest' | 'none';
  /** What is rounded by itself, where not the month's sum. @rule R12 */
  readonly flexSums?: 'meter' | 'event';
  /** The dropped part of a Flex month opens the next one. @rule R12 */
  readonly fractionCarried?: boolean;
  /** A purchase pays Flex that has accrued in the month. @rule R10 */
  readonly retroactivePrepaid?: boolean;
  /** Annual credits come in twelfths; what is unused of one lapses with the next, or stays. @rule R6 */
  readonly annualByMonth?: 'lapsing' | 'staying';
}

/** No deviation. */
export const theRules: Deviation = {};
