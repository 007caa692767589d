import { describe, expect, it } from 'vitest';
import { itemName, nameOf } from '../../../../../../renderer/contrib/scenario/draft/changeName.ts';

describe('the name of a change', () => {
  it('says what was changed, in the words of the field', () => {
    expect(nameOf(['name'])).toBe('name');
    expect(nameOf(['timeZone'])).toBe('time zone');
    expect(nameOf(['policy', 'flexCycle'])).toBe('Flex cycle');
    expect(nameOf(['horizon', 'start'])).toBe('horizon start');
    expect(nameOf(['plans', 0, 'fee'])).toBe('plan fee');
    expect(nameOf(['plans', 0, 'includedCredits'])).toBe('plan included credits');
    expect(nameOf(['plans', 1, 'prepaidPrices', 0, 'unitPrice'])).toBe('price tier unit price');
    expect(nameOf(['usage', 'models', 0, 'weekdays', 2])).toBe('weekdays');
  });

  it('names one item of a list', () => {
    expect(itemName(['timeline'])).toBe('timeline entry');
    expect(itemName(['opening', 'prepaid'])).toBe('prepaid lot');
    expect(itemName(['usage', 'events'])).toBe('usage row');
  });
});
