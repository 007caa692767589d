import { z } from 'zod';
import { modelNumber, modelRange, wholeNumber } from './amounts.ts';
import { defaulted, key } from './schemaKey.ts';
import { identity, insidePath, lineText, localDate } from './texts.ts';

const spike = z.strictObject({
  from: key(localDate(), 'First day; with `chance`, the first day of the window in which the spike may begin.'),
  until: key(localDate(), 'With `chance`: end of the window for the first day, itself outside it.').optional(),
  days: key(
    modelRange({ what: 'days', minimum: 1, maximum: 36_525, whole: true }),
    'How many days; with `chance` also [least, greatest], each length equally likely.',
  ),
  factor: key(
    modelRange({ what: 'a factor', minimum: 0, maximum: 1_000_000 }),
    'Factor on the quantity of each day; with `chance` also [least, greatest], evenly between. Default: 1, where something is added.',
  ).optional(),
  add: key(
    modelNumber({ what: 'a quantity' }),
    'Quantity added to each day, after all factors; in the model’s unit. Default: 0.',
  ).optional(),
  chance: key(
    modelNumber({ what: 'a chance', minimum: 0, maximum: 1 }),
    'How likely the spike is, from 0 to 1. Default: certain.',
  ).optional(),
});

const shared = defaulted(
  modelNumber({ what: 'a share', minimum: 0, maximum: 1 }),
  0,
  'Share of the spread, from 0 to 1, that comes from a factor of the day common to all models that have one, so that they rise and fall together. Default: 0, each on its own.',
);

const noise = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: key(z.literal('lognormal'), 'Lognormal day factors with mean 1, independent from day to day.'),
    cv: key(
      modelNumber({ what: 'a coefficient of variation', minimum: 0, maximum: 100 }),
      'Coefficient of variation of the days that have something: their standard deviation ÷ their mean, so 0.4 is 40 %.',
    ),
    shared,
    zeroDays: defaulted(
      modelNumber({ what: 'a chance', minimum: 0, below: 1 }),
      0,
      'Chance, from 0 to below 1, that a day has nothing; the other days rise so that the mean stays. Default: 0.',
    ),
  }),
  z.strictObject({
    kind: key(z.literal('resampled'), 'Day factors drawn from those seen in history, independent from day to day.'),
    factors: key(
      z.array(modelNumber({ what: 'a factor', minimum: 0 })).max(4000),
      'Factors of the days of history against what was expected of them; used ÷ their mean, days with nothing as 0.',
    ),
    shared,
  }),
]);

const ramp = z.strictObject({
  to: key(modelNumber({ what: 'a level', minimum: 0 }), 'The level that is reached, in the unit of `level`.'),
  by: key(localDate(), 'First day with that level; from the model’s first day on the level moves there in a line.'),
});

const history = z.strictObject({
  files: key(z.array(insidePath()).max(1000), 'Usage files that the model was fitted to; none: the listed events.'),
  from: key(localDate(), 'First day of that history.'),
  until: key(localDate(), 'End of that history, itself outside.'),
  days: key(wholeNumber(1, 100_000), 'Days that were looked at.'),
  note: key(lineText(), 'What was found, in a sentence.').optional(),
});

/** A demand model. */
export const modelSchema = z.strictObject({
  id: key(identity(), 'Identity of the model; its events are named id/date.'),
  meter: key(identity(), 'Id of the meter that the demand is measured on.').optional(),
  credits: key(z.literal(true), 'True for demand stated in credits, instead of a meter.').optional(),
  from: key(localDate(), 'First local day. Default: the horizon’s. Growth counts from its month.').optional(),
  until: key(localDate(), 'End, itself outside. Default: the horizon’s.').optional(),
  level: key(
    modelNumber({ what: 'a level', minimum: 0 }),
    'Expected quantity per day or month, before everything else; in the meter’s unit, or credits.',
  ),
  per: key(z.enum(['day', 'month']), 'What the level is for; a month’s is spread evenly over its days.'),
  ramp: key(
    ramp,
    'The level moves in a straight line, day by day, to another, and stays there. Default: none.',
  ).optional(),
  growth: key(
    modelNumber({ what: 'a growth', minimum: -1 }),
    'Growth per calendar month: 0.05 is 5 %. Default: none.',
  ).optional(),
  weekdays: key(
    z.array(modelNumber({ what: 'a weight', minimum: 0 })).length(7),
    'Relative weights of Monday to Sunday. Default: all alike.',
  ).optional(),
  months: key(
    z.array(modelNumber({ what: 'a weight', minimum: 0 })).length(12),
    'Yearly pattern: relative weights of the days of January to December. Default: all alike.',
  ).optional(),
  spikes: key(z.array(spike).max(1000), 'Days that are unlike the others. Default: none.').optional(),
  noise: key(
    noise,
    'Random day factors, for forecasts only; a simulation uses the expected value. Default: none.',
  ).optional(),
  history: key(history, 'The usage that the model was fitted to; kept for the record.').optional(),
});

export type ModelDocument = z.output<typeof modelSchema>;
export type SpikeDocument = z.output<typeof spike>;
export type NoiseDocument = z.output<typeof noise>;
