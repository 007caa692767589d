/** A figure that two ways of counting must give alike. Money in minor units, credits in nanocredits. */
export interface Check {
  readonly name: string;
  readonly unit: 'money' | 'credits' | 'count';
  readonly expected: bigint;
  readonly actual: bigint;
}
