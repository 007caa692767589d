import { formatCredits } from '../base/credits.ts';
import { formatMoney } from '../base/money.ts';
import { formatInstant } from '../calendar/instant.ts';
import type { BillLine } from './billLines.ts';
import { sameLine } from './compareLines.ts';

/** The figures of a line as exact text. */
export interface TieOutFigures {
  readonly credits: string | null;
  readonly amount: string;
}

/** An invoice line beside the one that the terms give; null where there is none on that side. Money as decimal text. */
export interface TieOutLine {
  /** Number of the charged line's invoice, else of the one that is due. */
  readonly invoice: number | null;
  readonly issuedAt: string;
  readonly kind: string;
  readonly expected: TieOutFigures | null;
  readonly actual: TieOutFigures | null;
  /** Actual less expected. */
  readonly difference: string;
  readonly tied: boolean;
}

/** Ties every line that was charged to one that is due, matched by instant and kind, in the order of time. @rule R24 */
export function tieOut(expected: readonly BillLine[], actual: readonly BillLine[], digits: number): TieOutLine[] {
  const due = grouped(expected);
  const charged = grouped(actual);
  const lines: { readonly at: number; readonly line: TieOutLine }[] = [];
  for (const key of new Set([...due.keys(), ...charged.keys()])) {
    for (const [wanted, line] of paired(due.get(key) ?? [], charged.get(key) ?? [])) {
      lines.push({ at: (line ?? wanted)!.at, line: tieOutLine(wanted, line, digits) });
    }
  }
  return lines.sort((a, b) => a.at - b.at).map(({ line }) => line);
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

type Pair = readonly [wanted: BillLine | null, line: BillLine | null];

/** Equal lines first, then those that are left, in order. */
function paired(due: readonly BillLine[], charged: readonly BillLine[]): Pair[] {
  const open = [...due];
  const pairs: Pair[] = [];
  const rest: BillLine[] = [];
  for (const line of charged) {
    const index = open.findIndex((wanted) => sameLine(line, wanted));
    if (index >= 0) pairs.push([open.splice(index, 1)[0]!, line]);
    else rest.push(line);
  }
  const length = Math.max(open.length, rest.length);
  for (let index = 0; index < length; index++) pairs.push([open[index] ?? null, rest[index] ?? null]);
  return pairs;
}

function tieOutLine(wanted: BillLine | null, line: BillLine | null, digits: number): TieOutLine {
  const { at, kind } = (line ?? wanted)!;
  return {
    invoice: line?.invoice ?? wanted?.invoice ?? null,
    issuedAt: formatInstant(at),
    kind,
    expected: wanted && figuresOf(wanted, digits),
    actual: line && figuresOf(line, digits),
    difference: formatMoney((line?.amount ?? 0n) - (wanted?.amount ?? 0n), digits),
    tied: line !== null && wanted !== null && sameLine(line, wanted),
  };
}

function figuresOf({ credits, amount }: BillLine, digits: number): TieOutFigures {
  return { credits: credits === null ? null : formatCredits(credits), amount: formatMoney(amount, digits) };
}
