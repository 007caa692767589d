import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../shared/base/canonicalJson.ts';
import { chainStart, rowCanonical } from '../../../../shared/ledger/chain.ts';
import { ChainedLines } from '../../../../shared/ledger/chainedLines.ts';
import { follows, readRowLine } from '../../../../shared/ledger/rowLine.ts';
import { chainRow } from '../../../support/chainRow.ts';
import { hashing } from '../../../support/hashing.ts';
import { ledgerRow } from '../../../support/ledgerRows.ts';

const { sha256, sha256Into } = hashing;
const plain = ledgerRow({ seq: 7, id: 'job-7', meter: 'training', quantity: '95', credits: '3.166666667' });
const odd = ledgerRow({ seq: 8, id: 'a "quoted" \\ id\n', meter: 'Zug-Länge 😀', cause: '\u0001' });

describe('the chain of hashes', () => {
  it('starts at the SHA-256 of the scenario in canonical form', () => {
    expect(chainStart({ b: 1, a: [true] }, sha256)).toBe(sha256('{"a":[true],"b":1}'));
  });

  it.each([plain, odd])('hashes the hash before, a line feed and the row in RFC 8785 form', (row) => {
    expect(rowCanonical(row)).toBe(canonicalJson({ ...row }));
    const start = sha256('{}');
    const written = new ChainedLines(start, sha256Into);
    written.add(row);
    written.take();
    expect(written.head).toBe(sha256(`${start}\n${canonicalJson({ ...row })}`));
  });

  it.each([plain, odd])(
    'writes a line that is the canonical form of the row with its hash, and reads it back',
    (row) => {
      const { hash, line } = chainRow('abc', row, sha256);
      expect(line).toBe(canonicalJson({ ...row, hash }));
      const read = readRowLine(line);
      expect(read?.row).toEqual(row);
      expect(read && follows('abc', read, sha256)).toBe(true);
      expect(read && follows('abd', read, sha256)).toBe(false);
    },
  );

  it.each([
    ['a space between members', (line: string) => line.replace(',"id"', ', "id"')],
    ['an escape that need not be', (line: string) => line.replace('job-7', '\\u006aob-7')],
    ['a member given twice', (line: string) => line.replace('"id":', '"id":"x","id":')],
    ['a member of its own', (line: string) => line.replace('"id":', '"iz":"x","id":')],
    ['a member missing', (line: string) => line.replace('"flags":"",', '')],
    ['a number where text stands', (line: string) => line.replace('"quantity":"95"', '"quantity":95')],
    ['a leading zero', (line: string) => line.replace('"seq":7', '"seq":07')],
    ['an unknown kind', (line: string) => line.replace('"kind":"use"', '"kind":"gift"')],
    ['an upper-case hash', (line: string) => line.replace(/"hash":"[^"]*"/, (hash) => hash.toUpperCase())],
    ['a carriage return', (line: string) => `${line}\r`],
    ['half a surrogate pair', (line: string) => line.replace('job-7', '\\ud800')],
  ])('takes a line with %s for no row', (_, change) => {
    const { line } = chainRow('abc', plain, sha256);
    expect(change(line)).not.toBe(line);
    expect(readRowLine(change(line))).toBeNull();
  });
});
