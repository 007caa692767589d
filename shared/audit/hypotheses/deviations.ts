import type { Deviation } from '../../engine/deviation.ts';
import type { Program } from '../../engine/program.ts';
import type { HypothesisName, Variation } from './variation.ts';

/** Mistakes in how the rules are carried out: those that can matter under the terms. */
export function deviationVariations(program: Program): Variation[] {
  const supposed = (
    name: HypothesisName,
    deviation: Deviation,
    parameters: Variation['parameters'] = {},
  ): Variation => {
    return { name, parameters, deviation };
  };
  const hasAnnual = program.plans.some(({ cycle }) => cycle === 'annual');
  const hasPurchase = program.actions.some((action) => action.do === 'buy-prepaid');
  const hasPrepaid =
    hasPurchase || (program.opening?.lots.length ?? 0) > 0 || program.actions.some(isPrepaidAdjustment);
  const leaves = program.actions.some((action) => action.do === 'change-plan' || action.do === 'cancel');
  return [
    supposed('flex-ceil', { flexRounding: 'up' }),
    supposed('flex-nearest', { flexRounding: 'nearest' }),
    supposed('flex-unrounded', { flexRounding: 'none' }),
    supposed('flex-per-meter', { flexSums: 'meter' }),
    supposed('flex-per-event', { flexSums: 'event' }),
    supposed('fraction-carried', { fractionCarried: true }),
    supposed('rollover', { rollover: true }),
    supposed('whole-events', { draws: 'whole-events' }),
    ...(hasPrepaid ? [supposed('prepaid-first', { draws: 'prepaid-first' })] : []),
    ...(hasPurchase ? [supposed('retroactive-prepaid', { retroactivePrepaid: true })] : []),
    ...(leaves ? [supposed('no-forfeit', { noForfeit: true })] : []),
    ...(hasAnnual
      ? [
          supposed('annual-by-month', { annualByMonth: 'lapsing' }, { unused: 'lapses each month' }),
          supposed('annual-by-month', { annualByMonth: 'staying' }, { unused: 'stays until the cycle ends' }),
        ]
      : []),
  ];
}

function isPrepaidAdjustment(action: Program['actions'][number]): boolean {
  return action.do === 'adjust' && action.bucket === 'prepaid';
}
