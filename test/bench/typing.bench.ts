import { compileScenario } from '../../shared/scenario/compile.ts';
import { decodeScenario } from '../../shared/scenario/decode.ts';
import { scenarioOf } from '../support/growth.ts';
import { outcomeOf } from '../support/programs.ts';
import { medianMs, report } from './measure.ts';

/** A year of daily usage over ten meters, as demand models with growth, weekdays and a spike each. */
function yearOfTenMeters(): string {
  const ids = Array.from({ length: 10 }, (_, index) => `meter-${index}`);
  const meters = ids.map((id) => ({
    id,
    unit: 'image',
    runs: 'hosted',
    rates: [{ from: '2020-01-01', credits: 1, per: 3000 }],
  }));
  const models = ids.map((meter) => ({
    id: `use-of-${meter}`,
    meter,
    level: 1234.5,
    per: 'day',
    growth: 0.05,
    weekdays: [1, 1, 1, 1, 1, 0.3, 0.3],
    spikes: [{ from: '2026-11-20', days: 10, factor: 3 }],
  }));
  const horizon = { start: '2026-01-01', end: '2027-01-01' };
  return JSON.stringify(scenarioOf({ horizon, timeZone: 'America/New_York', meters, usage: { models } }), null, 2);
}

function billWhileTyping(): void {
  const text = yearOfTenMeters();
  const { scenario } = decodeScenario(text);
  const { program } = compileScenario(scenario!, []);
  if (program?.usage.count !== 3650) throw new Error('a year of ten meters has 3,650 events');
  const ms = medianMs(25, () => outcomeOf(compileScenario(scenario!, []).program!));
  report('typing: compile and run, a year of daily usage, ten meters', `${ms.toFixed(1)} ms (limit 10)`);
  report('typing: reading the text of it', `${medianMs(25, () => decodeScenario(text)).toFixed(1)} ms`);
}

billWhileTyping();
