/**
 * A key by which texts order as people count: case aside, and runs of digits by their number (`row 9` before `row 10`).
 * Texts with one key may still differ.
 */
export function naturalKey(text: string): string {
  return text.toLowerCase().replace(/\d+/g, (run) => numberKey(run.replace(/^0+(?=\d)/, '')));
}

/** A longer number is a greater one, so its length stands before its digits. */
function numberKey(digits: string): string {
  return digits.length < 9 ? `${digits.length}${digits}` : `9${String(digits.length).padStart(6, '0')}${digits}`;
}
