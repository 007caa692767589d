import { describeMoney } from '../../shared/base/money.ts';
import { formatCredits } from '../../shared/base/credits.ts';
import type { Run } from '../../shared/engine/outcome.ts';
import { monthTexts } from '../../shared/engine/series.ts';
import { statement, type Statement } from '../../shared/engine/statement.ts';
import { exitCode, type Command } from './command.ts';
import { parseFileCommand } from './parse.ts';
import { plainText, table } from './plainText.ts';
import { resultPieces } from './resultPieces.ts';
import { runCleanFile } from './runCleanFile.ts';
import { writeLedgerOf } from './writeLedgerOf.ts';

export const simulateUsage = `drawdown simulate FILE [--json] [--ledger]
  Runs a scenario and prints its bill; --json prints the result document, --ledger also writes NAME.ledger beside it.`;

/** Runs a scenario and prints its bill. */
export const simulateCommand: Command = async (args, io) => {
  const options = { json: { type: 'boolean' }, ledger: { type: 'boolean' } } as const;
  const { file, values } = parseFileCommand(args, options);
  const outcome = await runCleanFile(file, io);
  if ('exit' in outcome) return outcome.exit;
  const { run, scenario } = outcome;
  if (values['json']) for (const piece of resultPieces(run)) io.stdout(piece);
  else io.stdout(billText(run, scenario.name));
  return values['ledger'] ? writeLedgerOf(file, io) : exitCode.fine;
};

function billText(run: Run, name: string): string {
  const figures = statement(run);
  const { currency } = run.program;
  const parts = [
    `${plainText(name)}\n`,
    table([['invoice', 'issued', 'line', 'credits', 'unit price', 'amount'], ...invoiceRows(figures)], [0, 3, 4, 5]),
    table(
      [['month', 'included', 'prepaid', 'Flex', 'blocked', `invoiced ${currency}`], ...monthRows(run)],
      [1, 2, 3, 4, 5],
    ),
    creditsText(run),
    moneyText(figures, currency),
  ];
  return parts.join('\n');
}

function invoiceRows({ invoices }: Statement): string[][] {
  return invoices.flatMap(({ number, issuedAt, lines }) =>
    lines.map((line, index) => [
      index === 0 ? String(number) : '',
      index === 0 ? issuedAt : '',
      line.kind,
      line.credits ?? '',
      line.unitPrice,
      line.amount,
    ]),
  );
}

function monthRows(run: Run): string[][] {
  return monthTexts(run).map(({ label, included, prepaid, flex, blocked, invoiced }) => {
    return [label, included, prepaid, flex, blocked, invoiced];
  });
}

function creditsText({ totals, closing }: Run): string {
  const left = closing.lots.reduce((sum, lot) => sum + lot.credits, 0);
  const rows = Object.entries(totals).map(([figure, nanos]) => [figure, formatCredits(nanos)]);
  const closed = [
    ['included left', formatCredits(closing.included)],
    ['prepaid left', formatCredits(left)],
    ['unbilled Flex', formatCredits(closing.subscription?.flexMonth ?? 0)],
  ];
  return table([['credits', ''], ...rows, ...closed], [1]);
}

function moneyText({ money }: Statement, currency: string): string {
  const amount = (text: string): string => describeMoney(BigInt(text.replace('.', '')), currency);
  const rows = Object.entries(money).map(([figure, text]) => [figure, amount(text)]);
  return table([['money', ''], ...rows], [1]);
}
