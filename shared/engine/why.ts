import { formatCredits } from '../base/credits.ts';
import { describeMoney, describePrice } from '../base/money.ts';
import type { Entry, FlexMonth, Invoice, InvoiceLine, LineKind, Run } from './outcome.ts';
import { rowCount } from './rows.ts';
import { monthSpans, type MonthSpan } from './series.ts';
import { moneyOf } from './statement.ts';
import { sumColumn } from './sumColumn.ts';
import { creditsFigure, listed, whyNode, type WhyNode } from './whyNode.ts';
import { dateOf, partOf, whyEntry, whyRow, whyUsage, type DrawFigure } from './whyRow.ts';
import type { WhyTarget } from './whyTarget.ts';

const kindsOf: Record<'subscription' | 'prepaid' | 'flex' | 'total', readonly LineKind[]> = {
  subscription: ['subscription'],
  prepaid: ['prepaid'],
  flex: ['flex', 'final-flex'],
  total: ['subscription', 'prepaid', 'flex', 'final-flex'],
};

const lineTitle: Record<LineKind, string> = {
  subscription: 'Plan fee',
  prepaid: 'Prepaid credits',
  flex: 'Flex',
  'final-flex': 'Final Flex',
};

/** The reason for a figure, down to usage rows; null where the run has no such figure (an invoice number too high). */
export function why(run: Run, target: WhyTarget): WhyNode | null {
  switch (target.kind) {
    case 'money':
      return whyMoney(run, target.figure);
    case 'credits':
      return whyCredits(run, target.figure);
    case 'closing':
      return whyClosing(run, target.figure);
    case 'invoice': {
      const invoice = run.invoices[target.invoice - 1];
      return invoice ? whyInvoice(run, invoice) : null;
    }
    case 'line': {
      const line = run.invoices[target.invoice - 1]?.lines[target.line];
      return line ? whyLine(run, line) : null;
    }
    case 'month': {
      const month = monthSpans(run)[target.month];
      return month ? whyMonth(run, month, target.figure) : null;
    }
    case 'row':
      return target.row <= rowCount(run) ? whyRow(run, target.row) : null;
  }
}

function whyMoney(run: Run, figure: keyof typeof kindsOf): WhyNode {
  const { currency } = run.program;
  const total = describeMoney(moneyOf(run, kindsOf[figure]), currency);
  if (figure === 'total') {
    const arithmetic = `the sum of ${run.invoices.length} invoices`;
    return whyNode({
      title: 'Total of the bill',
      figure: total,
      rule: 'R24',
      arithmetic,
      ...listed(run.invoices, (invoice) => whyInvoice(run, invoice)),
    });
  }
  const lines = run.invoices.flatMap((invoice) => invoice.lines).filter((line) => kindsOf[figure].includes(line.kind));
  return whyNode({
    title: `${lineTitle[figure]}, all invoices`,
    figure: total,
    rule: 'R24',
    arithmetic: `the sum of ${lines.length} lines`,
    ...listed(lines, (line) => whyLine(run, line)),
  });
}

function whyInvoice(run: Run, invoice: Invoice): WhyNode {
  const { currency } = run.program;
  const amounts = invoice.lines.map((line) => describeMoney(line.amount, currency));
  return whyNode({
    title: `Invoice ${invoice.number}, issued ${dateOf(run, invoice.issuedAt)}`,
    figure: describeMoney(invoice.total, currency),
    rule: invoice.lines[0]?.kind === 'prepaid' ? 'R8' : 'R4',
    arithmetic: amounts.length > 1 ? `${amounts.join(' + ')} = ${describeMoney(invoice.total, currency)}` : null,
    ...listed(invoice.lines, (line) => whyLine(run, line)),
  });
}

function whyLine(run: Run, line: InvoiceLine): WhyNode {
  const { currency, plans } = run.program;
  const amount = describeMoney(line.amount, currency);
  const price = describePrice(line.unitPrice, currency);
  const plan = line.plan === null ? '' : ` of "${plans[line.plan]!.id}"`;
  const month = line.flexMonth === null ? null : run.flexMonths[line.flexMonth]!;
  return whyNode({
    title: lineTitle[line.kind] + plan,
    figure: amount,
    rule: line.rule,
    arithmetic:
      line.credits === null
        ? `the fee, ${price}, for one cycle`
        : `${formatCredits(line.credits)} × ${price} = ${amount}`,
    row: line.row,
    children: month ? [whyFlexMonth(run, month)] : line.row === null ? [] : [whyRow(run, line.row)],
  });
}

function whyFlexMonth(run: Run, month: FlexMonth): WhyNode {
  const dropped = creditsFigure(month.dropped);
  const rows = rowsWith(run, month, 'flex');
  const opening = month.opening === 0 ? '' : `${formatCredits(month.opening)} of them from the opening; `;
  return whyNode({
    title: `Flex month ${dateOf(run, month.from)} to ${dateOf(run, month.until)}`,
    figure: creditsFigure(month.sum),
    rule: 'R12',
    arithmetic: `${opening}${formatCredits(month.sum)} rounded down to ${formatCredits(month.billed)}, ${dropped} dropped`,
    row: month.row,
    ...listed(rows, (row) => whyUsage(run, row, 'flex')),
  });
}

function whyMonth(run: Run, month: MonthSpan, figure: DrawFigure | 'invoiced'): WhyNode {
  if (figure === 'invoiced') {
    const total = month.invoices.reduce((sum, invoice) => sum + invoice.total, 0n);
    return whyNode({
      title: `Invoiced in ${month.label}`,
      figure: describeMoney(total, run.program.currency),
      rule: 'R4',
      ...listed(month.invoices, (invoice) => whyInvoice(run, invoice)),
    });
  }
  const rows = rowsWith(run, month, figure);
  return whyNode({
    title: `${drawTitle[figure]} in ${month.label}`,
    figure: creditsFigure(drawnIn(run, month, figure)),
    rule: figure === 'blocked' ? 'R11' : 'R21',
    arithmetic: `the sum over ${rows.length} usage rows`,
    ...listed(rows, (row) => whyUsage(run, row, figure)),
  });
}

const drawTitle: Record<DrawFigure, string> = {
  included: 'Included credits drawn',
  prepaid: 'Prepaid credits drawn',
  flex: 'Flex used',
  blocked: 'Blocked demand',
};

interface RowSpan {
  readonly rowsFrom: number;
  readonly rowsUntil: number;
}

function drawnIn(run: Run, { rowsFrom, rowsUntil }: RowSpan, figure: DrawFigure): bigint {
  const sum = (column: Float64Array): bigint => sumColumn(column, rowsFrom, rowsUntil);
  const { included, prepaid, flex } = run.draws;
  if (figure !== 'blocked') return sum(run.draws[figure]);
  return sum(run.program.usage.demand) - sum(included) - sum(prepaid) - sum(flex);
}

function rowsWith(run: Run, { rowsFrom, rowsUntil }: RowSpan, figure: DrawFigure): number[] {
  const rows: number[] = [];
  for (let row = rowsFrom; row < rowsUntil; row++) if (partOf(run, row, figure) > 0) rows.push(row);
  return rows;
}

function whyCredits(run: Run, figure: Extract<WhyTarget, { kind: 'credits' }>['figure']): WhyNode {
  const total = creditsFigure(run.totals[figure]);
  switch (figure) {
    case 'included':
    case 'prepaid':
    case 'flex':
    case 'blocked': {
      const months = monthSpans(run).filter((month) => drawnIn(run, month, figure) > 0n);
      const children = listed(months, (month) => whyMonth(run, month, figure));
      return whyNode({ title: drawTitle[figure], figure: total, rule: 'R21', ...children });
    }
    case 'dropped':
    case 'billedFlex': {
      const title = figure === 'dropped' ? 'Fractions dropped' : 'Flex billed, whole credits';
      const months = run.flexMonths.filter((month) => month.sum > 0);
      return whyNode({ title, figure: total, rule: 'R12', ...listed(months, (month) => whyFlexMonth(run, month)) });
    }
    default: {
      const { kind, title, rule } = entryFigure[figure];
      const entries = run.entries.filter((entry) => entry.kind === kind);
      return whyNode({ title, figure: total, rule, ...listed(entries, (entry) => whyEntry(run, entry)) });
    }
  }
}

const entryFigure = {
  granted: { kind: 'grant', title: 'Included credits granted', rule: 'R5' },
  expired: { kind: 'expire', title: 'Included credits lapsed', rule: 'R5' },
  forfeited: { kind: 'forfeit', title: 'Included credits forfeited', rule: 'R14' },
  purchased: { kind: 'purchase', title: 'Prepaid credits bought', rule: 'R8' },
  adjusted: { kind: 'adjust', title: 'Adjustments', rule: 'R26' },
} as const satisfies Record<string, { kind: Entry['kind']; title: string; rule: `R${number}` }>;

function whyClosing(run: Run, figure: 'included' | 'prepaid' | 'unbilledFlex'): WhyNode {
  const { closing, lots, grants } = run;
  if (figure === 'included') {
    const grant = grants.findLast((each) => each.left > 0);
    const children = grant ? [whyRow(run, grant.row)] : [];
    const parts =
      grant && `${formatCredits(grant.granted + grant.adjusted)} granted − ${formatCredits(grant.drawn)} drawn`;
    const title = 'Included credits left at the end';
    return whyNode({ title, figure: creditsFigure(closing.included), rule: 'R5', arithmetic: parts ?? null, children });
  }
  if (figure === 'prepaid') {
    const left = closing.lots.reduce((sum, lot) => sum + lot.credits, 0);
    return whyNode({
      title: 'Prepaid credits left at the end',
      figure: creditsFigure(left),
      rule: 'R9',
      ...listed(lots, (lot) =>
        whyNode({
          title: `Lot ${lot.id}, ${dateOf(run, lot.at)}`,
          figure: creditsFigure(lot.left),
          rule: 'R9',
          arithmetic: `${formatCredits(lot.bought)} − ${formatCredits(lot.drawn)} drawn − ${formatCredits(lot.adjustedAway)} adjusted`,
          row: lot.row,
          children: [whyRow(run, lot.row)],
        }),
      ),
    });
  }
  return whyUnbilled(run);
}

function whyUnbilled(run: Run): WhyNode {
  const open = run.closing.subscription?.flexMonth ?? 0;
  const rowsFrom = run.flexMonths.at(-1)?.rowsUntil ?? 0;
  const rows = open === 0 ? [] : rowsWith(run, { rowsFrom, rowsUntil: run.program.usage.count }, 'flex');
  return whyNode({
    title: 'Flex of the month still open at the end',
    figure: creditsFigure(open),
    rule: 'R25',
    ...listed(rows, (row) => whyUsage(run, row, 'flex')),
  });
}
