import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../../main/launch/ensureBuilt.mjs';
import { invoicesCsv } from '../../shared/interchange/exporters/invoiceRows.ts';
import { rowCsv, rowsCsvHeader } from '../../shared/interchange/exporters/rowsCsv.ts';
import { ledgerRows } from '../../shared/engine/rows.ts';
import type { Run } from '../../shared/engine/outcome.ts';
import { runProgram } from '../../shared/engine/run.ts';
import { statement } from '../../shared/engine/statement.ts';
import type { Program, UsageColumns } from '../../shared/engine/program.ts';
import { programOf } from '../support/billOf.ts';
import { outcomeOf } from '../support/programs.ts';
import { report } from './measure.ts';

/** A million, or as many as are asked for: `npm run bench -- audit 10000000`. */
const rows = Number(process.argv.find((argument) => /^\d+$/.test(argument)) ?? 1_000_000);
/** Rows up to which a file is made that is wrong, and the others are asked too. */
const mostCompared = 1_000_000;
const cli = fileURLToPath(new URL('../../build/cli/main.mjs', import.meta.url));

/** A year on a metered plan with purchases: the terms of the file that is audited. */
const document = {
  format: 'drawdown.scenario/1',
  name: 'Bench',
  currency: 'USD',
  horizon: { start: '2026-01-01', end: '2027-01-01' },
  plans: [{ id: 'growth', kind: 'paid', cycle: 'monthly', fee: 299, includedCredits: 50000, flexPrice: 4 }],
  meters: [{ id: 'training', unit: 'second', runs: 'hosted', rates: [{ from: '2020-01-01', credits: 1, per: 30 }] }],
  timeline: [
    { at: '2026-01-01', do: 'subscribe', plan: 'growth' },
    { at: '2026-03-10', do: 'buy-prepaid', credits: 20000, unitPrice: 3.5 },
    { at: '2026-08-10', do: 'buy-prepaid', credits: 20000, unitPrice: 3.5 },
  ],
};

/** Ids that are made when they are asked for: ten million of them would not fit. */
const idsByRow = new Proxy<string[]>([], { get: (_, row) => `job-${String(row)}` });

function usageOfYear({ start, end }: Program): UsageColumns {
  const step = (end - start) / rows;
  const quantity = Float64Array.from({ length: rows }, (_, row) => 1 + (row % 97));
  return {
    count: rows,
    at: Float64Array.from({ length: rows }, (_, row) => Math.floor((start + row * step) / 1000) * 1000),
    demand: quantity.map((units) => Math.round((units * 1e9) / 30)),
    flags: new Uint8Array(rows),
    meter: new Int32Array(rows),
    quantity,
    quantityScale: new Uint8Array(rows),
    calls: new Int32Array(rows).fill(1),
    source: new Int32Array(rows),
    position: Int32Array.from({ length: rows }, (_, row) => row),
    ids: idsByRow,
  };
}

/** A file that texts are written to, many of them at once. */
function textFile(file: string) {
  const stream = createWriteStream(file);
  let text = '';
  const flush = async (): Promise<void> => {
    if (!stream.write(text)) await once(stream, 'drain');
    text = '';
  };
  return {
    async add(more: string): Promise<void> {
      text += more;
      if (text.length > 1_000_000) await flush();
    },
    async end(): Promise<void> {
      await flush();
      await new Promise<void>((done) => stream.end(done));
    },
  };
}

/** The rows of a run as CSV; its usage as somebody else recorded it, and as double entries, where a file for them is named. */
async function writeRows(run: Run, named: { csv: string; record?: string; journal?: string | null }): Promise<void> {
  const csv = textFile(named.csv);
  const record = named.record === undefined ? null : textFile(named.record);
  const journal = named.journal ? textFile(named.journal) : null;
  await csv.add(rowsCsvHeader);
  await record?.add('at,meter,quantity,id\n');
  for (const row of ledgerRows(run)) {
    await csv.add(rowCsv(row));
    if (row.kind !== 'use') continue;
    await record?.add(`${row.at},${row.meter},${row.quantity},${row.id}\n`);
    await journal?.add(
      `${row.at.slice(0, 10)} ${row.id}\n  Revenue  ${row.credits} CR\n  Pool:Included  -${row.included} CR\n  Pool:Prepaid  -${row.prepaid} CR\n  Pool:Flex  -${row.flex} CR\n\n`,
    );
  }
  await Promise.all([csv.end(), record?.end(), journal?.end()]);
}

async function writeFiles(folder: string): Promise<void> {
  const at = (name: string): string => path.join(folder, name);
  const terms = programOf(document);
  const program = { ...terms, usage: usageOfYear(terms) };
  const run = outcomeOf(program);
  const isCompared = rows <= mostCompared;
  await writeRows(run, {
    csv: at('rows.csv'),
    record: at('usage.csv'),
    journal: isCompared ? at('rows.ledger') : null,
  });
  writeFileSync(at('t.scenario.json'), JSON.stringify(document));
  writeFileSync(at('invoices.csv'), invoicesCsv(statement(run).invoices));
  writeFileSync(at('checks.sql'), sql);
  if (!isCompared) return;
  const wrong = runProgram(program, { flexRounding: 'up' });
  if (!wrong.ok) throw new Error('the wrong run is refused');
  await writeRows(wrong.value, { csv: at('wrong.csv') });
  writeFileSync(at('wrong-invoices.csv'), invoicesCsv(statement(wrong.value).invoices));
}

/** Wall time of a whole process, and its peak memory where GNU time is there. */
function measured(
  folder: string,
  command: string,
  args: readonly string[],
): { ms: number; peakMb: number | null; code: number } {
  const time = '/usr/bin/time';
  const wrapped = existsSync(time);
  const from = performance.now();
  const { status, stderr } = spawnSync(wrapped ? time : command, wrapped ? ['-f', 'peak %M', command, ...args] : args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const ms = performance.now() - from;
  const peak = /peak (\d+)/.exec(stderr);
  return { ms, peakMb: peak ? Number(peak[1]) / 1000 : null, code: status ?? -1 };
}

const sql = `.mode csv
.import rows.csv r
CREATE TABLE b AS SELECT CAST(seq AS INTEGER) seq, at, kind, id, CAST(round(credits*1e9) AS INTEGER) c, CAST(round(included*1e9) AS INTEGER) i,
 CAST(round(prepaid*1e9) AS INTEGER) p, CAST(round(flex*1e9) AS INTEGER) f, CAST(round(blocked*1e9) AS INTEGER) x,
 CAST(round(includedAfter*1e9) AS INTEGER) ia, CAST(round(prepaidAfter*1e9) AS INTEGER) pa, CAST(round(flexMonthAfter*1e9) AS INTEGER) fa,
 CAST(round(quantity*1e9/30) AS INTEGER) rated FROM r;
SELECT count(*) FROM b WHERE kind='use' AND (c<>i+p+f+x OR c<>rated);
SELECT count(*) FROM (SELECT id FROM b WHERE kind='use' GROUP BY id HAVING count(*)>1);
SELECT count(*) FROM (SELECT *, lag(ia) OVER w li, lag(pa) OVER w lp, lag(fa) OVER w lf, lag(seq) OVER w ls, lag(at) OVER w la FROM b WINDOW w AS (ORDER BY seq))
 WHERE kind='use' AND (ia<>li-i OR pa<>lp-p OR fa<>lf+f OR seq<>ls+1 OR at<la OR i<>min(c,li) OR p<>min(c-i,lp));
SELECT sum(f) FROM b WHERE kind='flex-close';
`;

const audit = (ledger: string, invoices: string, usage: string | null = null): string[] => {
  const record = usage === null ? [] : ['--usage', usage];
  return [cli, 'audit', '--terms', 't.scenario.json', '--ledger', ledger, '--invoices', invoices, ...record];
};

async function auditAgainstRivals(): Promise<void> {
  await ensureBuilt(['cli'], () => undefined);
  const folder = mkdtempSync(path.join(tmpdir(), 'drawdown-bench-'));
  try {
    await writeFiles(folder);
    // Half a gigabyte still on its way to the disk would slow whoever is timed first.
    spawnSync('sync');
    const ours = median(folder, audit('rows.csv', 'invoices.csv'));
    const count = rows.toLocaleString('en');
    const megabytes = (statSync(path.join(folder, 'rows.csv')).size / 1e6).toFixed(0);
    report(`audit: ${count} rows, ${megabytes} MB, whole process`, `${(ours.ms / 1000).toFixed(2)} s`);
    report('audit: rows a second', Math.round(rows / (ours.ms / 1000)).toLocaleString('en'));
    tellPeak('audit: peak memory', ours.peakMb);
    const recorded = median(folder, audit('rows.csv', 'invoices.csv', 'usage.csv'));
    const record = (statSync(path.join(folder, 'usage.csv')).size / 1e6).toFixed(0);
    report(`audit: the same beside a usage record of ${record} MB`, `${(recorded.ms / 1000).toFixed(2)} s`);
    report('audit: times as long as without the record', (recorded.ms / ours.ms).toFixed(2));
    tellPeak('audit: peak memory with the record', recorded.peakMb);
    if (rows > mostCompared) return;
    rival(folder, ours.ms, {
      name: 'ledger balance',
      program: '/usr/bin/ledger',
      args: ['-f', 'rows.ledger', 'balance'],
      target: 25,
    });
    const args = [':memory:', '-init', 'checks.sql', ''];
    rival(folder, ours.ms, { name: 'sqlite3', program: '/usr/bin/sqlite3', args, target: 15 });
    explanation(folder);
  } finally {
    if (!process.env.KEEP) rmSync(folder, { recursive: true, force: true });
  }
}

/** The median by time of five audits of our own ledger. */
function median(folder: string, args: readonly string[]): ReturnType<typeof measured> {
  const runs = [1, 2, 3, 4, 5].map(() => measured(folder, process.execPath, args));
  const ours = runs.sort((a, b) => a.ms - b.ms)[2]!;
  if (ours.code !== 0) throw new Error(`the audit of our own ledger ended with ${ours.code}`);
  return ours;
}

function tellPeak(what: string, peakMb: number | null): void {
  if (peakMb !== null) report(what, `${peakMb.toFixed(0)} MB (limit ${120 + (20 * rows) / 1e6})`);
}

/** A ledger whose Flex was rounded up: every row after the first close differs, and one hypothesis explains them all. */
function explanation(folder: string): void {
  const { ms, peakMb, code } = measured(folder, process.execPath, audit('wrong.csv', 'wrong-invoices.csv'));
  if (code === 0) return report('audit: a wrong ledger explained', 'so few rows have no Flex to round');
  if (code !== 1) throw new Error(`the audit of a wrong ledger ended with ${code}`);
  report('audit: a wrong ledger explained', `${(ms / 1000).toFixed(1)} s`);
  if (peakMb !== null) report('audit: peak memory of that', `${peakMb.toFixed(0)} MB`);
}

function rival(
  folder: string,
  ms: number,
  { name, program, args, target }: { name: string; program: string; args: readonly string[]; target: number },
): void {
  if (!existsSync(program)) return report(`audit: times faster than ${name}`, `${program} is not installed`);
  report(
    `audit: times faster than ${name}`,
    `${(measured(folder, program, args).ms / ms).toFixed(1)} (target ${target})`,
  );
}

await auditAgainstRivals();
