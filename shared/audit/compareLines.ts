import type { Period } from '../calendar/month.ts';
import type { StatedLine } from '../ledger/invoiceLines.ts';
import type { LineCase, LineFigures, TotalCase } from './auditCase.ts';
import type { BillLine } from './billLines.ts';

/** A case of an invoice, with its effect on the bill in minor units. */
export interface PricedCase {
  readonly found: LineCase | TotalCase;
  readonly money: bigint;
}

interface Compared {
  readonly stated: readonly BillLine[];
  readonly expected: readonly BillLine[];
  /** What the audited ledger implies; null where only invoices are audited. */
  readonly implied: readonly BillLine[] | null;
  readonly period: Period;
  readonly digits: number;
}

/**
 * Holds invoice lines against those that are due, matched by instant and kind. A line that follows from the audited ledger is
 * no finding of its own, even where the ledger is wrong. @rule R4 R24
 */
export function compareLines({ stated, expected, implied, period, digits }: Compared): PricedCase[] {
  const actual = grouped(stated);
  const due = grouped(expected);
  const fromLedger = implied && grouped(implied);
  const cases: PricedCase[] = [];
  for (const key of new Set([...actual.keys(), ...due.keys(), ...(fromLedger?.keys() ?? [])])) {
    const here = actual.get(key) ?? [];
    const wanted = due.get(key) ?? [];
    if (unequal(here, wanted) === null) continue;
    // A line that comes to what is due, of other credits at another price, has cost nothing.
    const isFree = amountOf(here) === amountOf(wanted);
    for (const [line, other] of unequal(here, (fromLedger ?? due).get(key) ?? []) ?? []) {
      const found = lineCase(line, other, { period, digits });
      cases.push(isFree ? { ...found, money: 0n } : found);
    }
  }
  return cases.sort((a, b) => a.found.at - b.found.at);
}

function amountOf(lines: readonly BillLine[]): bigint {
  return lines.reduce((sum, { amount }) => sum + amount, 0n);
}

function lineCase(
  line: BillLine | null,
  wanted: BillLine | null,
  { period, digits }: Pick<Compared, 'period' | 'digits'>,
): PricedCase {
  const { at, kind } = (line ?? wanted)!;
  const invoice = (line ?? wanted)!.invoice;
  const exactFlex = wanted?.exactFlex ?? null;
  const inPeriod = at >= period.from && at <= period.until;
  const figures = { stated: line && figuresOf(line), due: wanted && figuresOf(wanted) };
  const found: LineCase = {
    kind: 'line',
    row: null,
    at,
    invoice,
    lineKind: kind,
    ...figures,
    exactFlex,
    digits,
    inPeriod,
  };
  return { found, money: (line?.amount ?? 0n) - (wanted?.amount ?? 0n) };
}

function figuresOf({ credits, unitPrice, amount }: BillLine): LineFigures {
  return { credits, unitPrice, amount };
}

function grouped(lines: readonly BillLine[]): Map<string, BillLine[]> {
  const groups = new Map<string, BillLine[]>();
  for (const line of lines) {
    const key = `${line.at} ${line.kind}`;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return groups;
}

/** The pairs that are not the same, or null where all are: equal lines first, then in order. */
function unequal(
  here: readonly BillLine[],
  due: readonly BillLine[],
): readonly (readonly [BillLine | null, BillLine | null])[] | null {
  const open = [...due];
  const rest = here.filter((line) => {
    const index = open.findIndex((wanted) => sameLine(line, wanted));
    if (index >= 0) open.splice(index, 1);
    return index < 0;
  });
  if (rest.length === 0 && open.length === 0) return null;
  const length = Math.max(rest.length, open.length);
  return Array.from({ length }, (_, index) => [rest[index] ?? null, open[index] ?? null] as const);
}

/** Whether two lines agree in all that both of them state. */
export function sameLine(left: BillLine, right: BillLine): boolean {
  const sameCredits = left.credits === right.credits || left.credits === null || right.credits === null;
  const samePrice = left.unitPrice === right.unitPrice || left.unitPrice === '' || right.unitPrice === '';
  return left.amount === right.amount && sameCredits && samePrice;
}

/** Invoices whose stated total is not the sum of their lines, or that hold other lines than they should. @rule R4 R24 */
export function compareTotals(
  stated: readonly StatedLine[],
  expected: readonly BillLine[],
  digits: number,
): PricedCase[] {
  const cases: PricedCase[] = [];
  const sums = new Map<number, bigint>();
  for (const { number, kind, amount } of stated) {
    if (kind !== 'total') sums.set(number, (sums.get(number) ?? 0n) + amount);
  }
  for (const { number, kind, amount, issuedAt } of stated) {
    const sum = sums.get(number) ?? 0n;
    if (kind !== 'total' || sum === amount) continue;
    const found: TotalCase = {
      kind: 'total',
      row: null,
      at: issuedAt,
      invoice: number,
      stated: amount,
      due: sum,
      digits,
    };
    cases.push({ found, money: amount - sum });
  }
  return [...cases, ...splitInvoices(stated, expected, digits)];
}

/** Lines of one instant that share an invoice, and stand on several here. */
function splitInvoices(stated: readonly StatedLine[], expected: readonly BillLine[], digits: number): PricedCase[] {
  const dueByInstant = new Map<number, bigint>();
  for (const { at, kind, amount } of expected) {
    if (kind !== 'prepaid') dueByInstant.set(at, (dueByInstant.get(at) ?? 0n) + amount);
  }
  const numbers = new Map<number, Map<number, bigint>>();
  for (const { issuedAt, number, kind, amount } of stated) {
    if (kind === 'prepaid' || kind === 'total') continue;
    const here = numbers.get(issuedAt) ?? new Map<number, bigint>();
    here.set(number, (here.get(number) ?? 0n) + amount);
    numbers.set(issuedAt, here);
  }
  const cases: PricedCase[] = [];
  for (const [at, here] of numbers) {
    if (here.size < 2) continue;
    const [invoice, amount] = [...here][0]!;
    const due = dueByInstant.get(at) ?? 0n;
    cases.push({ found: { kind: 'total', row: null, at, invoice, stated: amount, due, digits }, money: 0n });
  }
  return cases;
}
