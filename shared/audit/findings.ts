import type { AuditCase } from './auditCase.ts';
import { auditRules } from './auditRules.ts';
import { amountsByLine, type BillLine } from './billLines.ts';
import type { OpenFinding } from './finding.ts';

/** The finding of a case, by the first rule that knows it; null where none does. `money` in minor units. */
export function findingOf(found: AuditCase, money: bigint): OpenFinding | null {
  for (const { code, rule, severity, name } of auditRules) {
    const named = name(found);
    if (!named) continue;
    const invoice = found.kind === 'line' || found.kind === 'total' ? found.invoice : null;
    const place = { row: found.row, invoice, at: found.kind === 'chain' ? null : found.at };
    return { code, rule, severity, ...place, credits: 0, ...named, money };
  }
  return null;
}

/** Three bills of one period. */
export interface Bills {
  readonly expected: readonly BillLine[];
  /** What the audited ledger implies; null where there is none. */
  readonly implied: readonly BillLine[] | null;
  /** What the invoices state; null where there are none. */
  readonly stated: readonly BillLine[] | null;
}

/**
 * Gives each finding of the ledger its effect on the bill: a line that differs is counted to the finding that closed it, else
 * to the latest one before it. Where invoices bill the line as it should be, the ledger's mistake cost nothing.
 */
export function settleMoney(findings: readonly OpenFinding[], { expected, implied, stated }: Bills): void {
  const errors = findings.filter(({ severity, at }) => severity === 'error' && at !== null);
  if (!implied || errors.length === 0) return;
  const inTime = errors.toSorted((a, b) => a.at! - b.at! || (a.row ?? 0) - (b.row ?? 0));
  const due = amountsByLine(expected);
  const made = amountsByLine(implied);
  const billed = stated && amountsByLine(stated);
  const rowOf = new Map(implied.map(({ at, kind, row }) => [`${at} ${kind}`, row]));
  const invoiceOf = new Map((stated ?? []).map(({ at, kind, invoice }) => [`${at} ${kind}`, invoice]));
  for (const key of new Set([...due.keys(), ...made.keys()])) {
    const difference = (made.get(key) ?? 0n) - (due.get(key) ?? 0n);
    if (difference === 0n || (billed && (billed.get(key) ?? 0n) === (due.get(key) ?? 0n))) continue;
    const at = Number(key.slice(0, key.indexOf(' ')));
    const row = rowOf.get(key) ?? null;
    const own = row === null ? undefined : inTime.find((finding) => finding.row === row);
    const cause = own ?? inTime.findLast((finding) => finding.at! <= at && (row ?? Infinity) >= (finding.row ?? 0));
    const charged = cause ?? inTime[0]!;
    charged.money += difference;
    charged.invoice ??= invoiceOf.get(key) ?? null;
  }
}
