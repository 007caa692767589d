const point = 46;
const powers = new Float64Array([1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]);

/** Reads decimals that are not negative, with at most nine digits before the point and nine after it, from ASCII bytes. */
export class PlainNumber {
  /** The decimal last read is `mantissa / 10^scale`, in its shortest form; NaN where there was none. */
  mantissa = NaN;
  scale = 0;

  /** Reads digits, four at a time; gives the place after them. Of more than nine the mantissa is wrong: their number tells. */
  readWhole(bytes: Uint8Array, view: DataView, place: number): number {
    let at = place;
    let value = 0;
    for (let four = view.getInt32(at, true); areDigits(four); four = view.getInt32(at, true)) {
      value = (Math.imul(value, 10_000) + fourDigits(four)) | 0;
      at += 4;
    }
    for (let digit = bytes[at]! ^ 48; digit < 10; digit = bytes[++at]! ^ 48) value = (value * 10 + digit) | 0;
    this.mantissa = value;
    return at;
  }

  /** Reads what stands at a place; gives the place after it, or -1 where that is no such decimal. */
  read(bytes: Uint8Array, view: DataView, place: number): number {
    const end = this.readWhole(bytes, view, place);
    const whole = this.mantissa;
    const digits = end - place;
    this.scale = 0;
    if (digits === 0) this.mantissa = NaN;
    if (digits > 9) return -1;
    return bytes[end] === point && digits > 0 ? this.readFraction(bytes, view, { place: end + 1, whole, digits }) : end;
  }

  private readFraction(
    bytes: Uint8Array,
    view: DataView,
    { place, whole, digits }: { readonly place: number; readonly whole: number; readonly digits: number },
  ): number {
    const end = this.readWhole(bytes, view, place);
    let fraction = this.mantissa;
    let scale = end - place;
    if (scale === 0 || scale > 9 || digits + scale > 15) return -1;
    for (; scale > 0 && fraction % 10 === 0; scale--) fraction /= 10;
    this.mantissa = whole * powers[scale]! + fraction;
    this.scale = scale;
    return end;
  }
}

/** Whether four ASCII bytes are all digits. */
export function areDigits(four: number): boolean {
  return (~(four + 0x46464646) & (four + 0x50505050) & 0x80808080) === (0x80808080 | 0);
}

/** The value of four digits, the first in the lowest byte. */
export function fourDigits(four: number): number {
  const pairs = (Math.imul(four & 0x0f0f0f0f, 2561) >>> 8) & 0x00ff00ff;
  return Math.imul(pairs, 6_553_601) >>> 16;
}
