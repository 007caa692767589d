import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beancountJournal } from '../../../shared/interchange/exporters/beancountJournal.ts';
import { hledgerJournal } from '../../../shared/interchange/exporters/hledgerJournal.ts';
import type { JournalWriter } from '../../../shared/interchange/exporters/journalText.ts';
import { ledgerJournal } from '../../../shared/interchange/exporters/ledgerJournal.ts';
import type { ExportHead } from '../../../shared/interchange/exporters/exportHead.ts';
import type { Run } from '../../../shared/engine/outcome.ts';
import { billOf } from '../../support/billOf.ts';
import { scenarioOf } from '../../support/growth.ts';
import { journalOf } from '../../support/journalOf.ts';
import { isInstalled, journalProgram, printedBalances, type PrintedBalances } from '../../support/journalPrograms.ts';
import { outcomeOf, programs } from '../../support/programs.ts';
import { freshFolder } from '../../support/storeOnDisk.ts';

const head: ExportHead = {
  name: 'Acme "2026"; \\ [2020-99-99]',
  currency: 'USD',
  minorDigits: 2,
  timeZone: 'UTC',
  from: '2026-01-01T00:00:00Z',
  until: '2026-07-01T00:00:00Z',
  rows: 1,
  head: 'a'.repeat(64),
  scenarioSha256: 'b'.repeat(64),
  engine: 'drawdown/0.1.0',
  policy: 'R1-R27',
};

/** Names that would be comments, tags, dates, amounts or account names of their own if they were not made harmless. */
const hostile = billOf(
  scenarioOf({
    timeline: [
      { at: '2026-01-01', do: 'subscribe', plan: 'growth' },
      { at: '2026-02-05', do: 'buy-prepaid', credits: 20, id: 'PO: "2026"; x' },
      { at: '2026-02-06', do: 'buy-prepaid', credits: '0.000000001', unitPrice: '0.01', id: 'PO 2026 x' },
      { at: '2026-02-07', do: 'buy-prepaid', credits: 5, id: '·' },
      { at: '2026-05-10', do: 'cancel' },
    ],
    usage: {
      events: [
        { at: '2026-01-05', credits: '227.7', id: '"job" \\ 1' },
        { at: '2026-02-08', credits: '160.123456789', id: 'ü;[2020-99-99] date:1' },
        { at: '2026-03-09', credits: '1', id: '= 12 USD  2020-01-01 x' },
        { at: '2026-03-10', credits: '170', id: '| (a) [b] {c} @ 5 USD' },
      ],
    },
  }),
);
const yen = billOf({ ...scenarioOf({ usage: { events: [{ at: '2026-01-05', credits: '227.7' }] } }), currency: 'JPY' });
const random = fc.sample(programs, { seed: 20_260, numRuns: 3 }).map(outcomeOf);
const runs: readonly (readonly [string, Run])[] = [
  ['hostile names', hostile],
  ['a currency without cents', yen],
  ...random.map((run, index) => [`random run ${index + 1}`, run] as const),
];

function journalText(run: Run, writer: (head: ExportHead) => JournalWriter): string {
  const { transactions, balances } = journalOf(run);
  const { currency, minorDigits } = run.program;
  const { start, transaction, end } = writer({ ...head, currency, minorDigits });
  const until = new Date(run.program.zone.toLocal(run.program.end)).toISOString().slice(0, 10);
  return start() + transactions.map(transaction).join('') + end(balances, until);
}

/** The balances of our own journal, scaled as `printedBalances` scales those of a program. */
function ours(run: Run): PrintedBalances {
  const { currency, minorDigits } = run.program;
  const scale = 10n ** BigInt(9 - minorDigits);
  const all = journalOf(run).balances.all();
  const held = all.map(([account, { credits, money }]) => {
    const both = {
      ...(credits === 0n ? {} : { CREDITS: credits }),
      ...(money === 0n ? {} : { [currency]: money * scale }),
    };
    return [account, both] as const;
  });
  return Object.fromEntries(held.filter(([, both]) => Object.keys(both).length > 0));
}

function file(text: string): string {
  const place = path.join(freshFolder(), 'journal');
  writeFileSync(place, text);
  return place;
}

describe.skipIf(!isInstalled('hledger'))('hledger', () => {
  it.each(runs)('finds the journal of %s in order, and the same balances', (_, run) => {
    const journal = journalText(run, hledgerJournal);
    const place = file(journal);
    expect(journalProgram('hledger', ['-f', place, 'check', '--strict', 'ordereddates'])).toEqual(quiet);
    const { stdout } = journalProgram('hledger', ['-f', place, 'balance', '--flat', '--no-total', '-O', 'csv']);
    const [, ...lines] = parse(stdout) as [string, string][];
    expect(printedBalances(lines)).toEqual(ours(run));
  });

  it('refuses a journal in which one cent was changed', () => {
    const journal = journalText(hostile, hledgerJournal).replace('308.00 USD', '308.01 USD');
    expect(journalProgram('hledger', ['-f', file(journal), 'check'])).not.toMatchObject({ code: 0 });
  });

  it('refuses a journal that lost a transaction: the closing balances are asserted', () => {
    const journal = journalText(hostile, hledgerJournal).replace(/^2026-01-05 [^]*?\n\n/m, '');
    expect(journalProgram('hledger', ['-f', file(journal), 'check']).stderr).toContain('assertion');
  });
});

describe.skipIf(!isInstalled('ledger'))('ledger', () => {
  it.each(runs)('finds the journal of %s in order, and the same balances', (_, run) => {
    const place = file(journalText(run, ledgerJournal));
    const format = '%(account)\t%(join(display_total))\n';
    const args = ['-f', place, '--pedantic', 'balance', '--flat', '--no-total', '--balance-format', format];
    const { code, stdout, stderr } = journalProgram('ledger', args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.split('\n').filter((line) => line !== '');
    expect(printedBalances(lines.map((line) => line.split('\t') as [string, string]))).toEqual(ours(run));
  });

  it('refuses a journal that lost a transaction', () => {
    const journal = journalText(hostile, ledgerJournal).replace(/^2026-01-05 [^]*?\n\n/m, '');
    expect(journalProgram('ledger', ['-f', file(journal), 'balance'])).not.toMatchObject({ code: 0 });
  });
});

describe.skipIf(!isInstalled('bean-check'))('beancount', () => {
  it.each(runs)('finds the journal of %s in order, and the same balances', (_, run) => {
    const place = file(journalText(run, beancountJournal));
    expect(journalProgram('bean-check', [place])).toEqual(quiet);
    const query = 'SELECT account, sum(position) AS held GROUP BY account';
    const { stdout } = journalProgram('bean-query', ['-f', 'csv', place, query]);
    const [, ...lines] = parse(stdout, { trim: true, relax_quotes: true, ltrim: true }) as [string, string][];
    expect(printedBalances(lines)).toEqual(ours(run));
  });

  it('refuses a journal that lost a transaction', () => {
    const journal = journalText(hostile, beancountJournal).replace(/^2026-01-05 \* [^]*?\n\n/m, '');
    expect(journalProgram('bean-check', [file(journal)])).not.toMatchObject({ code: 0 });
  });
});

const quiet = { code: 0, stdout: '', stderr: '' };
