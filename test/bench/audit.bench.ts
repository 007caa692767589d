import { spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../../main/launch/ensureBuilt.mjs';
import { invoicesCsv } from '../../shared/interchange/exporters/invoiceRows.ts';
import { rowCsv, rowsCsvHeader } from '../../shared/interchange/exporters/rowsCsv.ts';
import { ledgerRows } from '../../shared/engine/rows.ts';
import { statement } from '../../shared/engine/statement.ts';
import type { Program, UsageColumns } from '../../shared/engine/program.ts';
import { programOf } from '../support/billOf.ts';
import { outcomeOf } from '../support/programs.ts';
import { report } from './measure.ts';

const rows = 1_000_000;
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
    ids: Array.from({ length: rows }, (_, row) => `job-${row}`),
  };
}

async function writeFiles(folder: string): Promise<void> {
  const program = programOf(document);
  const run = outcomeOf({ ...program, usage: usageOfYear(program) });
  const stream = createWriteStream(path.join(folder, 'rows.csv'));
  const journal = createWriteStream(path.join(folder, 'rows.ledger'));
  stream.write(rowsCsvHeader);
  let text = '';
  let entries = '';
  for (const row of ledgerRows(run)) {
    text += rowCsv(row);
    if (row.kind === 'use') {
      entries += `${row.at.slice(0, 10)} ${row.id}\n  Revenue  ${row.credits} CR\n  Pool:Included  -${row.included} CR\n  Pool:Prepaid  -${row.prepaid} CR\n  Pool:Flex  -${row.flex} CR\n\n`;
    }
    if (text.length < 1_000_000) continue;
    stream.write(text);
    journal.write(entries);
    text = entries = '';
  }
  await Promise.all([
    new Promise<void>((done) => stream.end(text, done)),
    new Promise<void>((done) => journal.end(entries, done)),
  ]);
  writeFileSync(path.join(folder, 't.scenario.json'), JSON.stringify(document));
  writeFileSync(path.join(folder, 'invoices.csv'), invoicesCsv(statement(run).invoices));
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

async function auditAgainstRivals(): Promise<void> {
  await ensureBuilt(['cli'], () => undefined);
  const folder = mkdtempSync(path.join(tmpdir(), 'drawdown-bench-'));
  try {
    await writeFiles(folder);
    writeFileSync(path.join(folder, 'checks.sql'), sql);
    const args = [cli, 'audit', '--terms', 't.scenario.json', '--ledger', 'rows.csv', '--invoices', 'invoices.csv'];
    const runs = [1, 2, 3].map(() => measured(folder, process.execPath, args)).sort((a, b) => a.ms - b.ms);
    const ours = runs[1]!;
    if (ours.code !== 0) throw new Error(`the audit of our own ledger ended with ${ours.code}`);
    report(
      `audit: ${rows.toLocaleString('en')} rows, ${(statSync(path.join(folder, 'rows.csv')).size / 1e6).toFixed(0)} MB, whole process`,
      `${(ours.ms / 1000).toFixed(2)} s`,
    );
    report('audit: rows a second', Math.round(rows / (ours.ms / 1000)).toLocaleString('en'));
    if (ours.peakMb !== null) report('audit: peak memory', `${ours.peakMb.toFixed(0)} MB (limit 140)`);
    rival(folder, ours.ms, {
      name: 'ledger balance',
      program: '/usr/bin/ledger',
      args: ['-f', 'rows.ledger', 'balance'],
      target: 25,
    });
    const script = {
      name: 'sqlite3',
      program: '/usr/bin/sqlite3',
      args: [':memory:', '-init', 'checks.sql', ''],
      target: 15,
    };
    rival(folder, ours.ms, script);
  } finally {
    if (!process.env.KEEP) rmSync(folder, { recursive: true, force: true });
  }
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
