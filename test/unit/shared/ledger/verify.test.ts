import { describe, expect, it } from 'vitest';
import { acceptLines } from '../../../../main/store/acceptLines.ts';
import { blockOf } from '../../../../main/store/ledgerLines.ts';
import type { LedgerRow } from '../../../../shared/ledger/row.ts';
import { chainVerifier, type Claim, type SavedHead } from '../../../../shared/ledger/verify.ts';
import { chainRow } from '../../../support/chainRow.ts';
import { hashing } from '../../../support/hashing.ts';
import { usesOfOneCredit } from '../../../support/ledgerRows.ts';

const { sha256 } = hashing;
const start = sha256('{}');
const rows = [...usesOfOneCredit(5)];

function chained(of: readonly LedgerRow[]): { lines: string[]; claim: Claim } {
  let head = start;
  const lines = of.map((row) => {
    const made = chainRow(head, row, sha256);
    head = made.hash;
    return made.line;
  });
  const last = of.at(-1);
  const closing = {
    included: last?.includedAfter ?? '0',
    prepaid: last?.prepaidAfter ?? '0',
    flexMonth: last?.flexMonthAfter ?? '0',
  };
  return { lines, claim: { rows: of.length, head, closing } };
}

/** By the lines as texts, and as the bytes of a file: both say the same. */
function verify(lines: readonly string[], claim: Claim | null, saved: SavedHead | null = null) {
  const [byText, byBytes] = [chainVerifier(start, saved, hashing), chainVerifier(start, saved, hashing)];
  for (const line of lines) byText.accept(line);
  acceptLines(byBytes, blockOf(new Uint8Array(0), Buffer.from(lines.map((line) => `${line}\n`).join(''))));
  const found = byText.finish(claim);
  expect(byBytes.finish(claim)).toEqual(found);
  return found;
}

const { lines, claim } = chained(rows);
const changed = rows.map((row) => (row.seq === 3 ? { ...row, credits: '2' } : row));

describe('what a verification answers', () => {
  it('intact, where every row follows, with or without a head kept from earlier', () => {
    expect(verify(lines, claim)).toMatchObject({ status: 'intact', rows: 5, head: claim.head, row: null });
    expect(verify(lines, claim, { head: claim.head, rows: 5 }).status).toBe('intact');
    expect(verify([], { rows: 0, head: start, closing: claim.closing }).status).toBe('intact');
  });

  it('altered at the first row that does not follow: a cell changed', () => {
    const altered = lines.map((line) => line.replace('job-3', 'job-9'));
    expect(verify(altered, claim)).toMatchObject({ status: 'altered', row: 3, rows: 2 });
  });

  it('altered: a row removed, doubled, or put in another place', () => {
    expect(verify(lines.toSpliced(2, 1), claim)).toMatchObject({ status: 'altered', row: 3 });
    expect(verify(lines.toSpliced(2, 0, lines[1]!), claim)).toMatchObject({ status: 'altered', row: 3 });
    expect(verify([lines[0]!, lines[2]!, lines[1]!], claim)).toMatchObject({ status: 'altered', row: 2 });
  });

  it('altered: rows beyond those that the manifest states, or closing balances that are not the last row’s', () => {
    expect(verify(lines, chained(rows.slice(0, 4)).claim)).toMatchObject({ status: 'altered', row: 5 });
    const closing = { ...claim.closing, included: '99' };
    expect(verify(lines, { ...claim, closing })).toMatchObject({ status: 'altered', row: null });
  });

  it('truncated, where the end is gone that the manifest states', () => {
    expect(verify(lines.slice(0, 3), claim)).toMatchObject({ status: 'truncated', rows: 3, row: 4 });
  });

  it('truncated, where manifest and rows agree but the head that was kept belongs to more rows', () => {
    const short = chained(rows.slice(0, 3));
    expect(verify(short.lines, short.claim, { head: claim.head, rows: 5 })).toMatchObject({
      status: 'truncated',
      row: 4,
    });
  });

  it('re-chained, where every hash follows but to another head than the one kept', () => {
    const forged = chained(changed);
    expect(verify(forged.lines, forged.claim).status).toBe('intact');
    expect(verify(forged.lines, forged.claim, { head: claim.head, rows: 5 }).status).toBe('rechained');
    expect(verify(forged.lines, forged.claim, { head: claim.head, rows: null }).status).toBe('rechained');
    expect(verify(forged.lines, claim).status).toBe('rechained');
  });

  it('tells which rows came after the head that was kept', () => {
    const older = chained(rows.slice(0, 3)).claim.head;
    expect(verify(lines, claim, { head: older, rows: 3 })).toMatchObject({ status: 'rechained', row: 4 });
  });

  it('gives four different messages', () => {
    const messages = [
      verify(lines, claim),
      verify(lines.toSpliced(2, 1), claim),
      verify(lines.slice(0, 3), claim),
      verify(chained(changed).lines, claim),
    ].map(({ message }) => message);
    expect(new Set(messages).size).toBe(4);
  });
});
