import * as nodePath from 'node:path';
import type { NamedFile } from '../host/audit/readText.ts';
import { nodeFs } from '../platform/fs.ts';
import { readAhead } from '../workers/readAhead.ts';
import { readArguments } from './auditArguments.ts';
import type { Command } from './command.ts';

export const auditUsage = `drawdown audit --terms TERMS.scenario.json [--usage USAGE.csv] [--ledger ROWS.csv|ROWS.ndjson|NAME.ledger]
    [--invoices INVOICES.csv] [--map MAP.json] [--head HASH] [--search SECONDS] [--json]
    [--materiality AMOUNT] [--tolerance AMOUNT] [--trivial AMOUNT] [--sample ROWS [--seed NUMBER]] [--evidence FILE.zip]
    [--report FILE.html]
  Recomputes an exported ledger or its invoices by the terms: is every figure what they say, where is the first row that is
  not, what is the difference in money, and which mistake explains it. Give a ledger or invoices, and the independent usage
  record where there is no ledger. Exit code 0 where all is clean, 1 where there are findings.
  Amounts are in the currency of the terms: differences of the invoice lines that add up to more than --materiality are material; a
  line up to --tolerance, or below --trivial, is kept and marked. --sample draws rows to look at by hand; the same seed draws the same
  ones. --evidence writes a pack of the inputs, the report as HTML, JSON and CSV, a log and hashes; --report writes the
  HTML alone, which prints with page numbers. Neither is ever written over another file.`;

/** Audits an exported ledger, or invoices. */
export const auditCommand: Command = async (args, io) => {
  const asked = readArguments(args);
  const named = (file: string | undefined): NamedFile | null =>
    file === undefined ? null : { absolute: nodePath.resolve(io.cwd, file), shown: file };
  const ledger = named(asked.ledger);
  // Begun before the rest of the program is loaded, which takes a fifth of the time that a million rows do.
  const ahead = ledger && !asked.keepRows && asked.map === undefined ? readAhead(nodeFs, ledger) : null;
  try {
    const { runAudit } = await import('./runAudit.ts');
    const { terms, usage, invoices, map } = asked;
    const files = { terms: named(terms)!, usage: named(usage), ledger, invoices: named(invoices), map: named(map) };
    return await runAudit(asked, { ...files, ahead }, io);
  } finally {
    await ahead?.then((rows) => rows?.close());
  }
};
