/** The date of a local midnight, given as if UTC; null stays null. */
export function dateText(day: number | null): string | null {
  return day === null ? null : new Date(day).toISOString().slice(0, 10);
}
