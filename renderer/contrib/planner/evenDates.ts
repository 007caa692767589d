/** `count` local dates from `at` on, a whole number of months apart and before `end`; fewer where the months do not suffice. */
export function evenDates(at: string, end: string, count: number): readonly string[] {
  const months = monthsBetween(at, end);
  const step = Math.max(1, Math.floor(months / count));
  return Array.from({ length: count }, (_, index) => addMonths(at, index * step)).filter((date) => date < end);
}

function monthsBetween(from: string, until: string): number {
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number);
  const [untilYear = 0, untilMonth = 0] = until.split('-').map(Number);
  return (untilYear - fromYear) * 12 + untilMonth - fromMonth;
}

/** The same day of a later month, or that month’s last where it is shorter. */
function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}
