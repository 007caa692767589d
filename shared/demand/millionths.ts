import { assert } from '../base/assert.ts';
import { ratio, roundHalfEven } from '../base/ratio.ts';

const bits = new DataView(new ArrayBuffer(8));

/**
 * Millionths of a number, rounded half-even from its exact binary value. Invariant: finite and not negative. A result from
 * 2^53 on may not be the exact count; callers refuse it.
 */
export function roundToMillionths(value: number): number {
  assert(Number.isFinite(value) && value >= 0, 'a quantity is finite and not negative');
  const scaled = value * 1e6;
  const floor = Math.floor(scaled);
  // The product carries one rounding of its own; only within that distance of a half can it mislead.
  const doubt = scaled * 2 ** -51;
  const fraction = scaled - floor;
  if (scaled < 2 ** 40 && Math.abs(fraction - 0.5) > doubt) return fraction < 0.5 ? floor : floor + 1;
  return Number(roundHalfEven(exactMillionths(value)));
}

function exactMillionths(value: number) {
  bits.setFloat64(0, value);
  const high = bits.getBigUint64(0);
  const exponent = Number((high >> 52n) & 0x7ffn);
  const fraction = high & 0xfffffffffffffn;
  const mantissa = exponent === 0 ? fraction : fraction | 0x10000000000000n;
  const power = Math.max(exponent, 1) - 1075;
  const units = mantissa * 1_000_000n;
  return power >= 0 ? ratio(units << BigInt(power)) : ratio(units, 1n << BigInt(-power));
}
