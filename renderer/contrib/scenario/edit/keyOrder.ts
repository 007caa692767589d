import type { JsonPath } from './jsonValue.ts';

const orders: Readonly<Record<string, readonly string[]>> = {
  '': words('format name currency timeZone horizon policy catalog plans meters opening timeline usage'),
  horizon: words('start end'),
  policy: words('includedCycle flexCycle'),
  'plans.*': words('id name kind cycle fee includedCredits flexPrice prepaidPrices'),
  'plans.*.prepaidPrices.*': words('from unitPrice'),
  'meters.*': words('id unit runs rates'),
  'meters.*.rates.*': words('from credits providerPrice per creditPrice markup minimum plus'),
  opening: words('plan since included prepaid flex capUsed flexEnabled cap pending'),
  'opening.prepaid.*': words('credits unitPrice id'),
  'opening.pending': words('do plan'),
  'timeline.*': words('at do plan when bucket credits unitPrice id enabled cap reason'),
  usage: words('asOf events files models'),
  'usage.events.*': words('at meter quantity credits calls whole billable id'),
  'usage.files.*': words('path sha256'),
  'usage.models.*': words('id meter credits from until level per ramp growth weekdays months spikes noise history'),
  'usage.models.*.spikes.*': words('from until days chance factor add'),
  'usage.models.*.ramp': words('to by'),
  'usage.models.*.noise': words('kind cv zeroDays shared factors'),
  'usage.models.*.history': words('files from until days note'),
};

function words(text: string): readonly string[] {
  return text.split(' ');
}

/** The order in which the keys of the object at a path are usually written. */
export function keyOrder(path: JsonPath): readonly string[] {
  return orders[path.map((step) => (typeof step === 'number' ? '*' : step)).join('.')] ?? [];
}
