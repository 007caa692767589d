/**
 * Minor units of whole credits at `num` ÷ `den` minor units each, rounded once, half away from zero. All are whole and not
 * negative. @rule R24
 */
export function flexAmount(credits: number, num: number, den: number): number {
  if (den === 1 && credits * num <= Number.MAX_SAFE_INTEGER) return credits * num;
  const top = 2 * credits * num + den;
  if (top > Number.MAX_SAFE_INTEGER) {
    return Number((2n * BigInt(credits) * BigInt(num) + BigInt(den)) / (2n * BigInt(den)));
  }
  const bottom = 2 * den;
  const quotient = Math.floor(top / bottom);
  // The division itself rounds; what it gives is too great by one at most.
  return quotient * bottom > top ? quotient - 1 : quotient;
}
