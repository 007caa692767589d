/** What an export says of the ledger that it was made from, so that it can be checked against it. */
export interface ExportHead {
  readonly name: string;
  readonly currency: string;
  /** Decimals of the currency's minor unit. */
  readonly minorDigits: number;
  readonly timeZone: string;
  /** The horizon, `[from, until)`: instants in UTC. */
  readonly from: string;
  readonly until: string;
  readonly rows: number;
  /** The hash of the last row. */
  readonly head: string;
  readonly scenarioSha256: string;
  readonly engine: string;
  readonly policy: string;
}

/** The head as labelled facts, in the order in which every export states them. */
export function headFacts(head: ExportHead): readonly (readonly [label: string, fact: string | number])[] {
  const { name, currency, timeZone, from, until, rows, scenarioSha256, engine, policy } = head;
  return [
    ['name', name],
    ['currency', currency],
    ['time zone', timeZone],
    ['from', from],
    ['until', until],
    ['rows', rows],
    ['head', head.head],
    ['scenario SHA-256', scenarioSha256],
    ['engine', engine],
    ['policy', policy],
  ];
}
