import { createHash } from 'node:crypto';

/** The digest of a file whose bytes come past in order. */
export class PassingDigest {
  private readonly hash = createHash('sha256');
  private left: number;

  constructor(fileBytes: number) {
    this.left = fileBytes;
  }

  /** Takes the next bytes. A line end that the file itself does not have counts for nothing. */
  take(bytes: Uint8Array, from: number, until: number): void {
    const end = Math.min(until, from + this.left);
    this.hash.update(bytes.subarray(from, end));
    this.left -= end - from;
  }

  /** Null where not all of the file came past. */
  hex(): string | null {
    return this.left === 0 ? this.hash.digest('hex') : null;
  }
}
