/** What a ledger says it was made by and under. Raised when rows or figures change for the same scenario. */
export const engineVersion = 'drawdown/0.1.0';
export const policyVersion = 'R1-R27';
