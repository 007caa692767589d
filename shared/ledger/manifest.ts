import type { JsonValue } from '../base/canonicalJson.ts';

/** The format of a ledger folder that this version writes. */
export const ledgerFormat = 'drawdown.ledger/1';

/** Balances after the last row, as decimal text in credits. `flexMonth` is the Flex of the open flex month. */
export interface ClosingBalances {
  readonly included: string;
  readonly prepaid: string;
  readonly flexMonth: string;
}

/** One file of rows. `first` and `last` are the numbers of its first and last row, `hash` is the last row's. */
export interface Segment {
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
  readonly first: number;
  readonly last: number;
  readonly hash: string;
}

/** What a ledger says of itself beside its rows. `head` is the last row's hash, or the chain's start where there is none. */
export interface LedgerManifest {
  readonly format: typeof ledgerFormat;
  readonly hashVersion: number;
  readonly name: string;
  readonly currency: string;
  /** Instant in UTC. */
  readonly createdAt: string;
  readonly engine: string;
  readonly policy: string;
  /** The scenario as run. */
  readonly scenario: JsonValue;
  /** SHA-256 of the scenario in RFC 8785 form: the chain's start. */
  readonly scenarioSha256: string;
  readonly rows: number;
  readonly segments: readonly Segment[];
  readonly closing: ClosingBalances;
  readonly head: string;
  /** SHA-256 of all of the above in RFC 8785 form: shows an accident, not an attack. */
  readonly digest: string;
}
