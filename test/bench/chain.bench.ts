import { sha256Text } from '../../main/platform/sha256.ts';
import { chainRow, rowCanonical } from '../../shared/ledger/chain.ts';
import type { LedgerRow } from '../../shared/ledger/row.ts';
import { chainVerifier } from '../../shared/ledger/verify.ts';
import { report } from './measure.ts';

const rows = 1_000_000;
const blockRows = 20_000;
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

/** One pass over all rows, block by block: the bare hashes of the texts, then writing the chain, then verifying its lines. */
function chainAgainstBareHashes(): void {
  const ms = { bare: 0, write: 0, verify: 0 };
  let bytes = 0;
  let bare = start;
  let written = start;
  const verifier = chainVerifier(start, null, sha256Text);
  for (let first = 0; first < rows; first += blockRows) {
    const block = Array.from({ length: blockRows }, (_, index) => rowOf(first + index));
    const texts = flat(block.map(rowCanonical));
    for (const text of texts) bytes += text.length + start.length + 1;
    let from = performance.now();
    for (const text of texts) bare = sha256Text(`${bare}\n${text}`);
    ms.bare += performance.now() - from;
    const lines: string[] = [];
    from = performance.now();
    for (const row of block) {
      const { hash, line } = chainRow(written, row, sha256Text);
      written = hash;
      lines.push(line);
    }
    ms.write += performance.now() - from;
    const read = flat(lines);
    from = performance.now();
    for (const line of read) if (!verifier.accept(line)) throw new Error('our own chain does not verify');
    ms.verify += performance.now() - from;
  }
  if (bare !== written || verifier.head !== written) throw new Error('the three do not come to one head');
  report(
    `chain: bare hashes of ${rows.toLocaleString('en')} rows, ${(bytes / 1e6).toFixed(0)} MB`,
    `${ms.bare.toFixed(0)} ms`,
  );
  report('chain: writing, times the bare hashes', `${(ms.write / ms.bare).toFixed(2)} (limit 2)`);
  report('chain: verifying, times the bare hashes', `${(ms.verify / ms.bare).toFixed(2)} (limit 2)`);
}

chainAgainstBareHashes();
