const units = [
  ['year', 365.25 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** What it means that the machine's clock was set, in the largest unit of which there is about one: it goes on while it is set. */
export function clockMovedText(movedMs: number): string {
  const by = Math.abs(movedMs);
  const [unit, ms] = units.find(([, each]) => by > each * 0.99) ?? units[3];
  const count = Math.max(1, Math.round(by / ms));
  const how = `${movedMs < 0 ? 'back' : 'forward'} by ${count} ${unit}${count === 1 ? '' : 's'}`;
  return `The clock of this computer moved ${how}. Kept versions and entries stay in the order in which they were made, but their times may be wrong.`;
}
