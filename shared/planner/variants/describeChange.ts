import type { JsonValue } from '../../base/canonicalJson.ts';
import type { VariantChange } from './comparison.ts';

/** A change in a few plain words. */
export function describeChange({ change, written }: VariantChange): string {
  const from = written['from'] === undefined ? '' : ` from ${text(written['from'])}`;
  const of = written['of'] === undefined ? 'all usage' : text(written['of']);
  switch (change.do) {
    case 'plan':
      return `plan ${change.plan}${from}${change.when === 'cycle-end' ? ', when the cycle ends' : ''}`;
    case 'catalog':
      return `price list ${change.edition}${change.alone ? ' alone' : ''}`;
    case 'flex':
      return `Flex ${change.enabled ? 'on' : 'off'}${from}`;
    case 'cap':
      return `${change.amount === null ? 'no cap of Flex' : `Flex capped at ${text(written['amount'])}`}${from}`;
    case 'prepaid': {
      const price = change.unitPrice ? ` at ${text(written['unitPrice'])}` : '';
      const instead = change.instead ? ', and no other purchase' : '';
      return `${text(written['credits'])} prepaid credits on ${change.at}${price}${instead}`;
    }
    case 'price': {
      const flex = change.flex ? [`Flex at ${text(written['flex'])}`] : [];
      return [...flex, ...(change.prepaid ? [`prepaid credits at ${text(written['prepaid'])}`] : [])].join(', ');
    }
    case 'usage':
      return `${of} × ${change.factor}`;
    case 'growth':
      return `${of} growing by ${Number((change.rate * 100).toPrecision(6))} % a month more`;
  }
}

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : String(value);
}
