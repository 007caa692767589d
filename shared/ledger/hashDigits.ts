/**
 * Writes the 64 lower-case hex digits of the SHA-256 of bytes `[from, until)` into `digits`, as ASCII: a port beside `Sha256`, for
 * rows that are bytes already.
 */
export type Sha256Into = (bytes: Uint8Array, from: number, until: number, digits: Uint8Array) => void;

/** Digits of a hash. */
export const hashLength = 64;

/** The digits of a hash as ASCII bytes, which are copied and compared four at a time. */
export class HashDigits {
  readonly bytes = new Uint8Array(hashLength);
  readonly view = new DataView(this.bytes.buffer);

  constructor(text: string) {
    this.set(text);
  }

  set(text: string): void {
    for (let digit = 0; digit < hashLength; digit++) this.bytes[digit] = text.charCodeAt(digit);
  }

  text(): string {
    return String.fromCharCode(...this.bytes);
  }

  read(from: DataView, at: number): void {
    for (let four = 0; four < hashLength; four += 4) this.view.setInt32(four, from.getInt32(at + four));
  }

  write(to: DataView, at: number): void {
    for (let four = 0; four < hashLength; four += 4) to.setInt32(at + four, this.view.getInt32(four));
  }

  equals({ view }: HashDigits): boolean {
    for (let four = 0; four < hashLength; four += 4) if (view.getInt32(four) !== this.view.getInt32(four)) return false;
    return true;
  }

  copy({ view }: HashDigits): void {
    this.read(view, 0);
  }
}
