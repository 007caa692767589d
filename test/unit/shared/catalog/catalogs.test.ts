import { describe, expect, it } from 'vitest';
import { readDecimal } from '../../../../shared/base/decimal.ts';
import { catalogOf, catalogs } from '../../../../shared/catalog/catalogs.ts';

describe('the built-in catalogs', () => {
  it('have distinct ids, and distinct plans and meters', () => {
    expect(new Set(catalogs.map(({ id }) => id)).size).toBe(catalogs.length);
    for (const { plans, meters } of catalogs) {
      expect(new Set(plans.map(({ id }) => id)).size).toBe(plans.length);
      expect(new Set(meters.map(({ id }) => id)).size).toBe(meters.length);
    }
  });

  it('give every figure as decimal text with its source', () => {
    for (const { plans, meters } of catalogs) {
      const figures = plans.flatMap(({ fee, includedCredits, flexPrice, prepaidPrice }) =>
        [fee, includedCredits, flexPrice, prepaidPrice].filter((figure) => figure !== null),
      );
      for (const { value, source } of figures) {
        expect(readDecimal(value)).not.toBeNull();
        expect(source).not.toBe('');
      }
      for (const { rate } of meters)
        if (rate) expect([readDecimal(rate.credits), readDecimal(rate.per)]).not.toContain(null);
    }
  });

  it('leave out what nobody published', () => {
    expect(catalogOf('faq')!.plans.find(({ id }) => id === 'growth')!.fee).toBeNull();
    expect(catalogOf('2026-09')!.plans.find(({ id }) => id === 'core')!.includedCredits).toBeNull();
    expect(catalogOf('2026-spring')!.plans.find(({ id }) => id === 'public')!.includedCredits).toBeNull();
    for (const { meters } of catalogs) expect(meters.find(({ id }) => id === 'llm-input')?.rate ?? null).toBeNull();
  });

  it('charge for self-hosted work only in the edition that did', () => {
    const rateIn = (id: string) => catalogOf(id)!.meters.find((meter) => meter.id === 'self-hosted-images')!.rate;
    expect(rateIn('faq')).toMatchObject({ credits: '1', per: '3000' });
    expect(rateIn('2026-spring')).toMatchObject({ credits: '0' });
  });

  it('say what one credit buys', () => {
    const per = (id: string) => catalogOf('2026-spring')!.meters.find((meter) => meter.id === id)!.rate!.per;
    expect([per('training'), per('serverless-v2'), per('image-upload'), per('video-cpu')]).toEqual([
      '30',
      '500',
      '10000',
      '600',
    ]);
  });

  it('know no other edition', () => {
    expect(catalogOf('2027')).toBeNull();
  });
});
