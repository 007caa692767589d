import type { Sha256 } from './chain.ts';
import { HashDigits, type Sha256Into } from './hashDigits.ts';
import type { ClosingBalances } from './manifest.ts';
import { PlainLines } from './plainLines.ts';
import { follows, readRowLine, type ReadRow } from './rowLine.ts';

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
  /**
   * Takes the lines at `[from, until)`, after a line feed and with `lineSlack` bytes after them, up to the first that is not plain
   * (`PlainLines`), and gives where that begins. They are used up.
   */
  acceptPlain(bytes: Uint8Array, from: number, until: number): number;
  /** Rows accepted and the hash of the last. */
  readonly rows: number;
  readonly head: string;
  /** Whether an altered row was met. */
  readonly altered: boolean;
  finish(claim: Claim | null): Verification;
}

/** SHA-256 of texts and of bytes. */
export interface ChainHashing {
  readonly sha256: Sha256;
  readonly sha256Into: Sha256Into;
}

/** A verifier of the chain that begins at `start`. `saved` is the head that the chain should end in, if one was kept. */
export function chainVerifier(
  start: string,
  saved: SavedHead | null,
  { sha256, sha256Into }: ChainHashing,
): ChainVerifier {
  const head = new HashDigits(start);
  const savedHead = saved && new HashDigits(saved.head);
  const plain = new PlainLines();
  let rows = 0;
  let closing: (() => ClosingBalances) | null = null;
  let fault: string | null = null;
  let savedAt = saved?.head === start ? 0 : null;

  function accept(line: string): ReadRow | null {
    if (fault !== null) return null;
    const read = readRowLine(line);
    fault = faultOf(read, rows + 1, read !== null && follows(head.text(), read, sha256));
    if (fault !== null || !read) return null;
    rows += 1;
    head.set(read.hash);
    closing = () => closingOf((column) => read.row[column]);
    if (savedHead?.equals(head)) savedAt = rows;
    return read;
  }

  function acceptPlain(bytes: Uint8Array, from: number, until: number): number {
    plain.open(bytes, from, until);
    while (fault === null && plain.read()) acceptRead();
    return plain.place;
  }

  function acceptRead(): void {
    const last = plain.count - 1;
    // Before its line is used up.
    const after = closingOf((column) => plain.text(last, column));
    for (let row = 0; row <= last; row++) {
      const seq = plain.seq[row]!;
      fault = faultOf({ seq }, rows + 1, seq === rows + 1 && plain.follows(row, head, sha256Into));
      if (fault !== null) return;
      rows += 1;
      if (savedHead?.equals(head)) savedAt = rows;
    }
    closing = () => after;
  }

  function finish(claim: Claim | null): Verification {
    const found = { rows, head: head.text() };
    if (fault !== null) return { ...found, status: 'altered', row: rows + 1, message: fault };
    return (
      (claim && compareClaim(found, closing?.() ?? null, claim, saved)) ??
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
    acceptPlain,
    finish,
    get rows() {
      return rows;
    },
    get head() {
      return head.text();
    },
    get altered() {
      return fault !== null;
    },
  };
}

interface Found {
  readonly rows: number;
  readonly head: string;
}

function closingOf(cell: (column: 'includedAfter' | 'prepaidAfter' | 'flexMonthAfter') => string): ClosingBalances {
  return { included: cell('includedAfter'), prepaid: cell('prepaidAfter'), flexMonth: cell('flexMonthAfter') };
}

function faultOf(read: { readonly seq: number } | null, expected: number, isNext: boolean): string | null {
  if (!read) return `Row ${expected} is not a ledger row.`;
  if (read.seq !== expected) return `Row ${expected} was expected, and row ${read.seq} stands there.`;
  return isNext ? null : `Row ${expected} does not follow from the row before it: it, or the one before, was changed.`;
}

function compareClaim(
  found: Found,
  last: ClosingBalances | null,
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

function sameBalances(last: ClosingBalances, closing: ClosingBalances): boolean {
  return last.included === closing.included && last.prepaid === closing.prepaid && last.flexMonth === closing.flexMonth;
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
