import { assert } from '../../base/assert.ts';
import type { Run } from '../../engine/outcome.ts';
import { monthTexts } from '../../engine/series.ts';
import { statement } from '../../engine/statement.ts';
import type { QuoteFigures } from './quoteSchema.ts';

interface Spread {
  readonly mean: string;
  readonly points: readonly { readonly percent: number; readonly amount: string }[];
}

interface RunOut {
  readonly chance: number;
  readonly points: readonly { readonly percent: number; readonly date: string | null }[];
}

/** What a quote takes from a forecast. */
export interface QuotedForecast {
  readonly random: boolean;
  readonly total: Spread;
  readonly months: readonly (Spread & {
    readonly label: string;
    readonly flexChance: number;
    readonly blockedChance: number;
  })[];
  readonly runOut: { readonly included: RunOut | null; readonly prepaid: RunOut | null };
  readonly drivers: readonly {
    readonly model: string;
    readonly share: number;
    readonly low: string;
    readonly high: string;
  }[];
}

/** The figures of a quote: the bill on expected usage beside what the paths come to. */
export function quoteFigures(run: Run, forecast: QuotedForecast): QuoteFigures {
  const { invoices, money, credits, closing } = statement(run);
  const { total, runOut, drivers, random } = forecast;
  return {
    random,
    expected: { ...money },
    range: spreadOf(total),
    months: monthFigures(run, forecast),
    invoices: invoices.map(({ lines, ...invoice }) => ({ ...invoice, lines: lines.map((line) => ({ ...line })) })),
    credits: { ...credits },
    closing: { ...closing },
    runOut: { included: runOutOf(runOut.included), prepaid: runOutOf(runOut.prepaid) },
    drivers: drivers.map(({ model, share, low, high }) => ({ model, share, low, high })),
  };
}

function monthFigures(run: Run, { months }: QuotedForecast): QuoteFigures['months'] {
  return monthTexts(run).map(({ label, invoiced, included, prepaid, flex, blocked }, index) => {
    const month = months[index];
    assert(month?.label === label, 'a forecast has the months of the run');
    const { flexChance, blockedChance } = month;
    return {
      label,
      expected: invoiced,
      ...spreadOf(month),
      included,
      prepaid,
      flex,
      blocked,
      flexChance,
      blockedChance,
    };
  });
}

function spreadOf({ mean, points }: Spread) {
  return { mean, points: points.map(({ percent, amount }) => ({ percent, amount })) };
}

function runOutOf(runOut: RunOut | null): QuoteFigures['runOut']['prepaid'] {
  return runOut && { chance: runOut.chance, points: runOut.points.map(({ percent, date }) => ({ percent, date })) };
}
