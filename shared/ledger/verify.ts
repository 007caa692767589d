import type { Sha256 } from './chain.ts';
import type { ClosingBalances } from './manifest.ts';
import { follows, readRowLine, type ReadRow } from './rowLine.ts';
import type { LedgerRow } from './row.ts';

/** What a manifest claims of its rows. */
export interface Claim {
  readonly rows: number;
  readonly head: string;
  readonly closing: ClosingBalances;
}

/** A head kept from earlier, with its number of rows where that is known. */
export interface SavedHead {
  readonly head: string;
  readonly rows: number | null;
}

/**
 * What a chain shows. `altered`: a row, or the manifest, does not follow from what is before it. `truncated`: rows at the end
 * are gone, or an older version was put back. `rechained`: every hash follows, but to another head than the one kept.
 */
export interface Verification {
  readonly status: 'intact' | 'altered' | 'truncated' | 'rechained';
  /** Rows that follow from the chain's start. */
  readonly rows: number;
  /** The hash of the last of them. */
  readonly head: string;
  /** First bad row, where there is one. */
  readonly row: number | null;
  readonly message: string;
}

/** Checks lines as they stream past; memory does not grow with them. */
export interface ChainVerifier {
  /** Takes the next line, without its line end; gives what it reads as, or null from the first altered row on. */
  accept(line: string): ReadRow | null;
  /** Rows accepted and the hash of the last. */
  readonly rows: number;
  readonly head: string;
  finish(claim: Claim | null): Verification;
}

/** A verifier of the chain that begins at `start`. `saved` is the head that the chain should end in, if one was kept. */
export function chainVerifier(start: string, saved: SavedHead | null, sha256: Sha256): ChainVerifier {
  let rows = 0;
  let head = start;
  let last: ReadRow | null = null;
  let fault: string | null = null;
  let savedAt = saved?.head === start ? 0 : null;

  function accept(line: string): ReadRow | null {
    if (fault !== null) return null;
    const read = readRowLine(line);
    fault = faultOf(read, rows + 1, read !== null && follows(head, read, sha256));
    if (fault !== null || !read) return null;
    rows += 1;
    head = read.hash;
    last = read;
    if (head === saved?.head) savedAt = rows;
    return read;
  }

  function finish(claim: Claim | null): Verification {
    const found = { rows, head };
    if (fault !== null) return { ...found, status: 'altered', row: rows + 1, message: fault };
    return (
      (claim && compareClaim(found, last?.row ?? null, claim, saved)) ??
      compareSaved(found, saved, savedAt) ?? {
        ...found,
        status: 'intact',
        row: null,
        message: intact(rows, saved !== null),
      }
    );
  }

  return {
    accept,
    finish,
    get rows() {
      return rows;
    },
    get head() {
      return head;
    },
  };
}

interface Found {
  readonly rows: number;
  readonly head: string;
}

function faultOf(read: ReadRow | null, expected: number, isNext: boolean): string | null {
  if (!read) return `Row ${expected} is not a ledger row.`;
  if (read.seq !== expected) return `Row ${expected} was expected, and row ${read.seq} stands there.`;
  return isNext ? null : `Row ${expected} does not follow from the row before it: it, or the one before, was changed.`;
}

function compareClaim(
  found: Found,
  last: LedgerRow | null,
  claim: Claim,
  saved: SavedHead | null,
): Verification | null {
  if (found.rows < claim.rows) {
    const message = `The manifest states ${claim.rows} rows; ${claim.rows - found.rows} at the end are gone.`;
    return { ...found, status: 'truncated', row: found.rows + 1, message };
  }
  if (found.rows > claim.rows) {
    const message = `The manifest states ${claim.rows} rows; there are ${found.rows}.`;
    return { ...found, status: 'altered', row: claim.rows + 1, message };
  }
  if (found.head !== claim.head) {
    const manifestAltered = found.head === saved?.head;
    return manifestAltered
      ? { ...found, status: 'altered', row: null, message: 'The manifest states another head than the rows have.' }
      : { ...found, status: 'rechained', row: null, message: rechained('the manifest states') };
  }
  if (last && !sameBalances(last, claim.closing)) {
    const message = 'The closing balances in the manifest are not those of the last row.';
    return { ...found, status: 'altered', row: null, message };
  }
  return null;
}

function sameBalances(last: LedgerRow, closing: ClosingBalances): boolean {
  return (
    last.includedAfter === closing.included &&
    last.prepaidAfter === closing.prepaid &&
    last.flexMonthAfter === closing.flexMonth
  );
}

function compareSaved(found: Found, saved: SavedHead | null, savedAt: number | null): Verification | null {
  if (!saved || saved.head === found.head) return null;
  if (savedAt !== null) {
    const message = `The head that was kept is that of row ${savedAt}; ${found.rows - savedAt} rows were added after it.`;
    return { ...found, status: 'rechained', row: savedAt + 1, message };
  }
  if (saved.rows !== null && found.rows < saved.rows) {
    const message = `The head that was kept is that of row ${saved.rows}; there are only ${found.rows} rows: the end was cut off, or an older version was put back.`;
    return { ...found, status: 'truncated', row: found.rows + 1, message };
  }
  return { ...found, status: 'rechained', row: null, message: rechained('was kept') };
}

function rechained(which: string): string {
  return `Every row follows from the one before, but the head is not the one that ${which}: the chain was computed anew, or the end was cut off.`;
}

function intact(rows: number, compared: boolean): string {
  const follow = `All ${rows} rows follow from the scenario`;
  return compared ? `${follow}, and end in the head that was kept.` : `${follow}. No head from elsewhere was compared.`;
}
