import { dayMs } from '../../calendar/month.ts';
import { historyEnd } from '../fit/dailyHistory.ts';
import { percentText, quantityText } from '../fit/figureText.ts';
import type { FitSentence } from '../fit/fitStatement.ts';
import { localDateText } from '../fit/modelJson.ts';
import { isInside, type Backtest, type ForecastError } from './backtest.ts';

const names: Readonly<Record<ForecastError['id'], string>> = {
  model: 'the model',
  'last-month': 'the last month repeated',
  'last-week': 'the same weekday of the last week',
};

/** Tells a backtest in plain sentences with their numbers. `unit` is what quantities are counted in, in the plural. */
export function backtestStatement(test: Backtest, unit: string): FitSentence[] {
  return [
    { id: 'held-out', text: heldOutText(test) },
    { id: 'coverage', text: coverageText(test) },
    ...(test.total > 0 ? [{ id: 'error', text: errorText(test) }] : []),
    { id: 'total', text: totalText(test, unit) },
  ];
}

function heldOutText({ fit, heldOut }: Backtest): string {
  const span = `${localDateText(heldOut.from)} to ${localDateText(historyEnd(heldOut) - dayMs)}`;
  const days = heldOut.quantities.length;
  return `The last ${days} days, ${span}, were held out and forecast from the ${quantityText(fit.known)} days before them.`;
}

function coverageText({ covered, judged }: Backtest): string {
  return `The 80 % band holds ${covered} of ${judged} days, ${percentText(covered / judged)}.`;
}

/** The model first, then its rivals, and who comes closest. */
function errorText({ errors }: Backtest): string {
  const offs = errors.map(({ id, off }) => `${names[id]} by ${percentText(off ?? 0)}`);
  const best = errors.reduce((least, each) => ((each.off ?? 0) < (least.off ?? 0) ? each : least));
  const verdict = best.id === 'model' ? 'The model comes closest.' : `Here ${names[best.id]} comes closer.`;
  return `A day is off on average: ${offs.join(', ')}. ${verdict}`;
}

function totalText({ errors, total, bands }: Backtest, unit: string): string {
  const bias = errors[0]!.bias;
  const by =
    bias === null || Math.abs(bias) < 0.0005
      ? ''
      : ` (${percentText(Math.abs(bias))} too ${bias < 0 ? 'low' : 'high'})`;
  const said = bias === null ? '' : `the model says ${quantityText(total * (1 + bias))}${by}, `;
  const sum = { low: bands.totalLow, high: bands.totalHigh };
  const inside = isInside(total, sum) ? 'inside' : 'outside';
  const band = `${quantityText(bands.totalLow)} to ${quantityText(bands.totalHigh)}`;
  return `Together these days came to ${quantityText(total)} ${unit}; ${said}the 80 % band of their sum is ${band}, and they lie ${inside} it.`;
}
