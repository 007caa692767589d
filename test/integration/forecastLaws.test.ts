import { describe, expect, it } from 'vitest';
import { lawErrors } from '../support/lawErrors.ts';
import { lawModels } from '../support/lawModels.ts';

describe('forecasts of models whose yearly bill has a known law', () => {
  it.each(lawModels())('$name: P50 and P95 are those of the law', (model) => {
    for (const { percent, truth, mean, standardError, typical } of lawErrors(model, { seeds: 20, paths: 2000 })) {
      expect(Math.abs(mean) / standardError, `P${percent} in standard errors`).toBeLessThan(3);
      expect(typical / truth, `P${percent} of one forecast`).toBeLessThan(0.02);
    }
  });
});
