import { describe, expect, it } from 'vitest';
import { shortName, tornadoData, tornadoSeries } from '../../../../renderer/charts/tornadoSeries.ts';

const driver = (model: string, low: string, high: string) => ({ model, share: 0.5, low, high });

describe('the drivers of the total', () => {
  it('spans from the cheaper to the dearer end, whichever the model causes', () => {
    const { bars } = tornadoSeries([driver('inference', '90.00', '120.00'), driver('credit back', '120.00', '95.00')]);
    expect(bars.map(({ span }) => span)).toEqual([
      [90, 120],
      [95, 120],
    ]);
  });

  it('draws the ten most important and says how many are left to the table', () => {
    const drivers = Array.from({ length: 25 }, (_, index) => driver(`model ${index}`, '1.00', '2.00'));
    expect(tornadoSeries(drivers)).toMatchObject({ left: 15 });
    expect(tornadoSeries(drivers).bars).toHaveLength(10);
    expect(tornadoData(drivers, 'USD').rows).toHaveLength(25);
  });

  it('cuts long names between letters', () => {
    expect(shortName('inference')).toBe('inference');
    expect(shortName('a-name-as-long-as-a-street', 10)).toBe('a-name-as…');
    expect(shortName('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 2)).toBe('👩‍👩‍👧‍👦…');
  });
});
