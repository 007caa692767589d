import type { WhyTarget } from '../../../../shared/rpc/table.ts';
import type { WhyNode } from '../../../../shared/rpc/views.ts';

/** What `why.show` takes: a figure of a scenario's bill, or an answer that is known already. */
export type WhyQuestion =
  | { readonly kind: 'bill'; readonly path: string; readonly target: WhyTarget; readonly focus: boolean }
  | { readonly kind: 'answer'; readonly ledger: string; readonly node: WhyNode; readonly focus: boolean };

/** The address of the ledger that the rows of an answer stand in. */
export function ledgerAddress(question: WhyQuestion): string {
  return question.kind === 'bill' ? `ledger:bill/${question.path}` : `ledger:${question.ledger}`;
}

export function isWhyQuestion(value: unknown): value is WhyQuestion {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  return value.kind === 'bill' || value.kind === 'answer';
}
