import type { AuditBasis } from '../basis.ts';
import type { BillLine } from '../billLines.ts';
import type { Variation } from './variation.ts';

/** Single events that are tried each way. */
const mostTried = 300;
/** Usage beyond which a tenth of them are tried: a run then takes long. */
const mostSmall = 20_000;

/**
 * Single events that may have been counted twice, or left out, where only invoices show that something is wrong: those before
 * the first line that differs, the likeliest first, by how near their credits come to the difference.
 */
export function searchedUsage(
  { usage: { usage } }: AuditBasis,
  actual: readonly BillLine[],
  expected: readonly BillLine[],
): Variation[] {
  const first = firstFlexDifference(actual, expected);
  if (!first) return [];
  const candidates: { readonly index: number; readonly distance: number }[] = [];
  for (let index = 0; index < usage.count && usage.at[index]! < first.at; index++) {
    const demand = usage.demand[index]!;
    if (demand > 0) candidates.push({ index, distance: Math.abs(demand - Math.abs(first.credits)) });
  }
  candidates.sort((a, b) => a.distance - b.distance);
  return candidates.slice(0, usage.count > mostSmall ? mostTried / 10 : mostTried).map(({ index }): Variation => {
    const parameters = { events: 1, ids: [usage.ids[index]!], at: new Date(usage.at[index]!).toISOString() };
    return first.credits > 0
      ? { name: 'duplicate-usage', parameters, repeated: [index] }
      : { name: 'missing-usage', parameters, dropped: [index] };
  });
}

/** The earliest instant at which another Flex is billed than is due, and by how many credits more. */
function firstFlexDifference(actual: readonly BillLine[], expected: readonly BillLine[]) {
  const credits = new Map<number, number>();
  const count = (lines: readonly BillLine[], sign: number): void => {
    for (const { at, kind, credits: billed } of lines) {
      if (kind === 'flex' || kind === 'final-flex') credits.set(at, (credits.get(at) ?? 0) + sign * (billed ?? 0));
    }
  };
  count(actual, 1);
  count(expected, -1);
  const differing = [...credits].filter(([, difference]) => difference !== 0).sort(([a], [b]) => a - b);
  return differing[0] ? { at: differing[0][0], credits: differing[0][1] } : null;
}
