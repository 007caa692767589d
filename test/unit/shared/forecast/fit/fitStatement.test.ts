import { describe, expect, it } from 'vitest';
import { fitHistory } from '../../../../../shared/forecast/fit/fitHistory.ts';
import { fitQuality, fitStatement } from '../../../../../shared/forecast/fit/fitStatement.ts';
import { knownDemand, type KnownDemand } from '../../../../support/knownDemand.ts';

function stated(law: Partial<KnownDemand>) {
  const fit = fitHistory(knownDemand({ from: '2025-01-01', days: 365, level: 1000, ...law }));
  if (!fit.ok) throw new Error(fit.error.code);
  const { found, untold } = fitStatement(fit.value, 'minutes');
  const texts = Object.fromEntries(found.map(({ id, text }) => [id, text]));
  return { texts, untold: untold.map(({ id }) => id), quality: fitQuality(fit.value) };
}

describe('the statement of a fit', () => {
  it('says in sentences how many days there were and what was found', () => {
    const { texts } = stated({ growth: 0.05, weekdays: [2, 1, 1, 1, 1, 1, 0], spikes: { 31: 5 } });
    expect(texts).toMatchObject({
      days: 'Looked at 365 days, 2025-01-01 to 2025-12-31. 52 days have nothing.',
      level: 'The level at the end is 1,710 minutes a day, from 1,000 at the start.',
      growth: 'It grows by 5.0 % a month; anything between 5.0 % and 5.0 % fits as well.',
      weekdays: 'The weekday pattern has most on Monday (200 % of the mean) and least on Sunday (0.0 % of the mean).',
      spikes: '1 spike was set apart (2025-02-01 × 5); the model has it with the chance that history had.',
      spread: 'Days do not spread around the line.',
    });
  });

  it('says what does not stand out', () => {
    const { texts } = stated({ cv: 0.3 });
    expect(texts['growth']).toMatch(/^No growth stands out from the noise; anything between −\d/);
    expect(texts['weekdays']).toBe('No weekday pattern stands out from the noise.');
  });

  it('says what too little history cannot tell', () => {
    expect(stated({ days: 10, cv: 0.1 }).untold).toEqual(['weekdays', 'growth', 'months', 'spread', 'spikes']);
    expect(stated({ days: 40, cv: 0.1 }).untold).toEqual(['growth', 'months']);
    expect(stated({ days: 365, cv: 0.1 }).untold).toEqual(['months']);
    expect(stated({ days: 731, cv: 0.1 }).untold).toEqual([]);
  });

  it('says how well the line fits, by what noise leaves', () => {
    expect(stated({ weekdays: [2, 1, 1, 1, 1, 1, 0.5] }).quality).toEqual({
      explained: 1,
      off: expect.closeTo(0, 9) as number,
    });
    // A lognormal factor of cv 0.1 is off by about 0.0797 on average.
    expect(Math.abs(stated({ cv: 0.1 }).quality.off - 0.0797)).toBeLessThan(0.012);
  });
});
