import { sha256Into, sha256Text } from '../../main/platform/sha256.ts';
import { acceptLines } from '../../main/store/acceptLines.ts';
import { blockOf } from '../../main/store/ledgerLines.ts';
import { rowCanonical } from '../../shared/ledger/chain.ts';
import { ChainedLines } from '../../shared/ledger/chainedLines.ts';
import type { LedgerRow } from '../../shared/ledger/row.ts';
import { chainVerifier } from '../../shared/ledger/verify.ts';
import { collectGarbage, report } from './measure.ts';

const rows = 1_000_000;
const blockRows = 1000;
const start = '0'.repeat(64);

/** A usage row as the engine writes it. */
function rowOf(index: number): LedgerRow {
  return {
    seq: index + 1,
    at: new Date(Date.UTC(2026, 0, 1) + index * 31_000).toISOString().replace('.000Z', 'Z'),
    kind: 'use',
    id: `job-${index}`,
    meter: 'training',
    quantity: String(1 + (index % 97)),
    credits: '1.533333333',
    included: '1.533333333',
    prepaid: '0',
    flex: '0',
    blocked: '0',
    includedAfter: `${40_000 + (index % 9000)}.366666681`,
    prepaidAfter: '20000',
    flexMonthAfter: '0',
    rule: 'R21',
    cause: `usage.events[${index}]`,
    flags: '',
  };
}

/** Lines as they come from a file: whole texts, not parts that are put together when somebody looks. */
function flat(lines: readonly string[]): string[] {
  return Buffer.from(lines.join('\n')).toString().split('\n');
}

function linesOf(block: readonly LedgerRow[], written: ChainedLines): Uint8Array {
  for (const row of block) written.add(row);
  return written.take();
}

function bareHashes(previous: string, texts: readonly string[]): string {
  let hash = previous;
  for (const text of texts) hash = sha256Text(`${hash}\n${text}`);
  return hash;
}

const ms = { bare: 0, write: 0, verify: 0 };

/** Adds up processor time, of all threads: another process that takes the machine for a while does not count. */
function timed<T>(what: keyof typeof ms, work: () => T): T {
  // What others left to be collected is not paid for here.
  collectGarbage({ type: 'minor' });
  const from = process.cpuUsage();
  const made = work();
  const { user, system } = process.cpuUsage(from);
  ms[what] += (user + system) / 1000;
  return made;
}

/**
 * One pass over all rows, block by block: the bare hashes of their texts, then the rows written as lines of a segment, then those lines
 * verified as they are read from a file.
 */
function chainAgainstBareHashes(): void {
  const written = new ChainedLines(start, sha256Into);
  const verifier = chainVerifier(start, null, { sha256: sha256Text, sha256Into });
  let bare = start;
  let bytes = 0;
  for (let first = 0; first < rows; first += blockRows) {
    const block = Array.from({ length: blockRows }, (_, index) => rowOf(first + index));
    const texts = flat(block.map(rowCanonical));
    for (const text of texts) bytes += text.length + start.length + 1;
    bare = timed('bare', () => bareHashes(bare, texts));
    const lines = timed('write', () => linesOf(block, written));
    const read = blockOf(new Uint8Array(0), lines);
    if (!timed('verify', () => acceptLines(verifier, read))) throw new Error('altered');
  }
  if (bare !== written.head || verifier.head !== bare) throw new Error('the three do not come to one head');
  const what = `chain: bare hashes of ${rows.toLocaleString('en')} rows, ${(bytes / 1e6).toFixed(0)} MB`;
  report(what, `${ms.bare.toFixed(0)} ms`);
  report('chain: writing, times the bare hashes', `${(ms.write / ms.bare).toFixed(2)} (limit 2)`);
  report('chain: verifying, times the bare hashes', `${(ms.verify / ms.bare).toFixed(2)} (limit 2)`);
}

chainAgainstBareHashes();
