import { err, ok } from '../../../shared/base/result.ts';
import type { Handlers } from '../handlers.ts';

/** Forecasts and plans. */
export function forecastService(): Handlers<'forecast.run' | 'forecast.cancel' | 'plan.run' | 'plan.quantity'> {
  const refused = () => err({ code: 'not-ready', message: 'Forecasts cannot be made yet.' });
  return {
    'forecast.run': refused,
    'plan.run': refused,
    'plan.quantity': () => err({ code: 'unknown-plan', message: 'The plan is no longer kept: run it again.' }),
    'forecast.cancel': () => ok({ cancelled: false }),
  };
}
