import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../shared/base/canonicalJson.ts';
import { chainRow } from '../../../../shared/ledger/chain.ts';
import { rowColumns, rowKinds, type LedgerRow } from '../../../../shared/ledger/row.ts';
import { follows, readRowLine } from '../../../../shared/ledger/rowLine.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
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
