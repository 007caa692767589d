/** Plain decimal text, as cells of figures have it. */
export const plainDecimal = /^-?\d+(?:\.\d+)?$/;

/**
 * Orders two plain decimal texts by their exact values: below 0 where the left is less. Doubles decide where they differ, for
 * reading a decimal never changes an order; where they do not, every digit is compared. Invariant: both match `plainDecimal`.
 */
export function compareDecimals(left: string, right: string): number {
  const difference = Number(left) - Number(right);
  return difference !== 0 && !Number.isNaN(difference) ? difference : compareDigits(left, right);
}

/** As `compareDecimals`, by every digit. */
export function compareDigits(left: string, right: string): number {
  if (left === right) return 0;
  const places = Math.max(placesOf(left), placesOf(right));
  const difference = scaled(left, places) - scaled(right, places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function placesOf(text: string): number {
  const dot = text.indexOf('.');
  return dot < 0 ? 0 : text.length - dot - 1;
}

function scaled(text: string, places: number): bigint {
  return BigInt(text.replace('.', '') + '0'.repeat(places - placesOf(text)));
}
