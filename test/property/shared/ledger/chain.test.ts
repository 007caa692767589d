import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../shared/base/canonicalJson.ts';
import { acceptLines } from '../../../../main/store/acceptLines.ts';
import { blockOf } from '../../../../main/store/ledgerLines.ts';
import { ChainedLines } from '../../../../shared/ledger/chainedLines.ts';
import { rowColumns, rowKinds, type LedgerRow } from '../../../../shared/ledger/row.ts';
import { follows, readRowLine } from '../../../../shared/ledger/rowLine.ts';
import { chainVerifier } from '../../../../shared/ledger/verify.ts';
import { chainRow } from '../../../support/chainRow.ts';
import { hashing } from '../../../support/hashing.ts';

const { sha256, sha256Into } = hashing;
const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 12 }));
const cells = Object.fromEntries(rowColumns.map((column) => [column, cell]));
const anyRow = fc.record({
  ...cells,
  kind: fc.constantFrom(...rowKinds),
  seq: fc.integer({ min: 1, max: 2 ** 40 }),
}) as unknown as fc.Arbitrary<LedgerRow>;
const anyHash = fc.stringMatching(/^[0-9a-f]{64}$/);

describe('any row', () => {
  it('is written as the RFC 8785 form of itself with its hash, and read back the same', () => {
    fc.assert(
      fc.property(anyRow, anyHash, (row, previous) => {
        const { hash, line } = chainRow(previous, row, sha256);
        expect(hash).toBe(sha256(`${previous}\n${canonicalJson({ ...row })}`));
        expect(line).toBe(canonicalJson({ ...row, hash }));
        const read = readRowLine(line);
        expect(read?.row).toEqual(row);
        expect(read !== null && follows(previous, read, sha256)).toBe(true);
      }),
    );
  });

  it('that is changed anywhere follows no more', () => {
    fc.assert(
      fc.property(anyRow, anyHash, fc.nat(), fc.string({ maxLength: 3 }), fc.nat(3), (row, previous, at, put, cut) => {
        const { line } = chainRow(previous, row, sha256);
        const from = at % line.length;
        const changed = line.slice(0, from) + put + line.slice(from + cut);
        fc.pre(changed !== line);
        const read = readRowLine(changed);
        expect(read !== null && follows(previous, read, sha256)).toBe(false);
      }),
    );
  });
});

const plainText = fc.stringMatching(/^[ -!#-[\]-~]{0,12}$/);
const plainRow = fc.record({
  ...Object.fromEntries(rowColumns.map((column) => [column, plainText])),
  kind: fc.constantFrom(...rowKinds),
  seq: fc.constant(1),
}) as unknown as fc.Arbitrary<LedgerRow>;
const someRows = fc
  .array(fc.oneof({ weight: 4, arbitrary: plainRow }, anyRow), { minLength: 1, maxLength: 300 })
  .map((rows) => rows.map((row, index) => ({ ...row, seq: index + 1 })));
const start = sha256('{}');

/** The lines of rows as the format page says them. */
function linesOf(rows: readonly LedgerRow[]): string[] {
  let head = start;
  return rows.map((row) => {
    const { hash, line } = chainRow(head, row, sha256);
    head = hash;
    return line;
  });
}

function accepted(bytes: Uint8Array) {
  const verifier = chainVerifier(start, null, hashing);
  const isIntact = acceptLines(verifier, blockOf(new Uint8Array(0), bytes));
  return { isIntact, rows: verifier.rows, head: verifier.head };
}

describe('any rows, as bytes', () => {
  it('are written as the lines of their texts, and verify', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const written = new ChainedLines(start, sha256Into);
        for (const row of rows) written.add(row);
        const bytes = Buffer.from(written.take());
        const lines = linesOf(rows);
        expect(bytes.toString()).toBe(lines.map((line) => `${line}\n`).join(''));
        expect(accepted(bytes)).toEqual({ isIntact: true, rows: rows.length, head: written.head });
      }),
    );
  });

  it('of which a byte is changed verify up to the row before it, and no further', () => {
    fc.assert(
      fc.property(someRows, fc.nat(), fc.integer({ min: 1, max: 255 }), (rows, place, flip) => {
        const lines = linesOf(rows);
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
        const at = place % bytes.length;
        fc.pre(bytes[at] !== 10 && (bytes[at]! ^ flip) !== 10);
        const row = bytes.subarray(0, at).filter((byte) => byte === 10).length;
        bytes[at]! ^= flip;
        expect(accepted(bytes)).toMatchObject({ isIntact: false, rows: row });
      }),
    );
  });
});
