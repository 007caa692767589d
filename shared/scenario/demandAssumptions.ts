import { groupDigits } from '../base/decimal.ts';
import { formatLocalDate } from '../calendar/instant.ts';
import { zoneOf } from '../calendar/zone.ts';
import type { DemandModel, Noise } from '../demand/demandModel.ts';
import type { Assumption } from './assumptions.ts';
import type { ModelDocument } from './modelSchema.ts';
import type { Scenario } from './scenario.ts';

/** What is expected to be used, model by model, and the usage that a model was fitted to. */
export function demandAssumptions({ models, meters, document }: Scenario): Assumption[] {
  return models.map((model, index) => {
    const history = document.usage?.models?.[index]?.history;
    const unit = model.meter === null ? 'credits' : meters.find(({ id }) => id === model.meter)?.unit;
    return {
      id: `demand/${model.id}`,
      title: `Expected usage: ${model.id}`,
      text: [modelText(model, unit), ...(history ? [historyText(history)] : [])].join(' '),
      rule: null,
      kind: 'demand',
      confidence: null,
      source: history && history.files.length > 0 ? history.files.join(', ') : null,
      path: `usage.models[${index}]`,
    };
  });
}

function modelText(model: DemandModel, unit: string | undefined): string {
  const { level, per, ramp, growth, weekdays, months, spikes, noise } = model;
  const of = [unit ?? 'units', model.meter === null ? '' : `of ${model.meter}`].filter((part) => part !== '').join(' ');
  const parts = [
    `${figure(level)} ${of} a ${per}, from ${dateText(model.from)} until ${dateText(model.until)}`,
    ...(ramp ? [`moving to ${figure(ramp.to)} by ${dateText(ramp.by)}`] : []),
    ...(growth === 0 ? [] : [`growing by ${percent(growth)} a month`]),
    ...(weekdays ? ['with a weekday pattern'] : []),
    ...(months ? ['with a yearly pattern'] : []),
    ...(spikes.length === 0 ? [] : [spikes.length === 1 ? 'with one spike' : `with ${spikes.length} spikes`]),
    ...(noise ? [noiseText(noise)] : []),
  ];
  return `${parts.join(', ')}.`;
}

function noiseText(noise: Noise): string {
  const shared = noise.shared === 0 ? '' : `, ${percent(noise.shared)} of it shared with other models`;
  if (noise.kind === 'resampled') return `spreading as ${noise.factors.length} days of history did${shared}`;
  const idle = noise.zeroDays === 0 ? '' : ` with nothing on ${percent(noise.zeroDays)} of days`;
  return `spreading by ${percent(noise.cv)} from day to day${idle}${shared}`;
}

function historyText({ days, files, from, until, note }: NonNullable<ModelDocument['history']>): string {
  const source = files.length > 0 ? files.join(', ') : 'the listed usage';
  return `Fitted to ${figure(days)} days of ${source}, ${from} until ${until}.${note === undefined ? '' : ` ${note}`}`;
}

function figure(value: number): string {
  return /e/.test(String(value)) ? String(value) : groupDigits(String(value));
}

function percent(share: number): string {
  return `${figure(Number((share * 100).toPrecision(3)))} %`;
}

function dateText(local: number): string {
  return formatLocalDate(local, zoneOf('UTC')!);
}
