import { applyEdits } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { setValue } from '../../../../../../renderer/contrib/scenario/edit/setValue.ts';
import type { JsonPath, JsonValue } from '../../../../../../renderer/contrib/scenario/edit/jsonValue.ts';

const scenario = `{
  "name": "Acme 2026",   "currency": "USD",
  "horizon": { "start": "2026-01-01", "end": "2027-01-01" },
  "plans": [
    { "id": "growth", "fee": 299, "prepaidPrices": [{ "from": 0, "unitPrice": "4.00" }] }
  ],
  "timeline": []
}
`;

function set(text: string, path: JsonPath, value: JsonValue | undefined): string {
  return applyEdits(text, setValue(text, path, value));
}

describe('setting a value of a scenario', () => {
  it('changes only the text of that value', () => {
    expect(set(scenario, ['plans', 0, 'fee'], { number: '310.50' })).toBe(scenario.replace('299', '310.50'));
  });

  it('keeps every digit of an amount that no binary number holds', () => {
    const digits = '9007199254740993.123456789';
    expect(set(scenario, ['plans', 0, 'fee'], { number: digits })).toContain(`"fee": ${digits},`);
  });

  it('makes no edit where the value stands already', () => {
    expect(setValue(scenario, ['plans', 0, 'prepaidPrices', 0, 'unitPrice'], '4.00')).toEqual([]);
  });

  it('puts a new key where the format names it, in the layout of its object', () => {
    expect(set(scenario, ['plans', 0, 'kind'], 'paid')).toContain('{ "id": "growth", "kind": "paid", "fee": 299,');
    expect(set(scenario, ['horizon', 'end'], '2026-07-01')).toContain('"end": "2026-07-01" },');
  });

  it('makes the objects that lead to a new value', () => {
    expect(set(scenario, ['policy', 'flexCycle'], 'calendar')).toBe(
      scenario.replace('  "plans"', '  "policy": { "flexCycle": "calendar" },\n  "plans"'),
    );
    expect(set('{}', ['horizon', 'start'], '2026-01-01')).toBe('{\n  "horizon": { "start": "2026-01-01" }\n}');
  });

  it('writes one member a line where the document does so', () => {
    const spread = '{\n\t"horizon": {\n\t\t"start": "2026-01-01"\n\t}\n}';
    expect(set(spread, ['policy'], { includedCycle: 'calendar' })).toBe(
      '{\n\t"horizon": {\n\t\t"start": "2026-01-01"\n\t},\n\t"policy": {\n\t\t"includedCycle": "calendar"\n\t}\n}',
    );
  });

  it('keeps a document of one line on one line', () => {
    expect(set('{"name":"A"}', ['policy', 'flexCycle'], 'calendar')).toBe(
      '{"name":"A","policy":{"flexCycle":"calendar"}}',
    );
  });

  it('keeps the line ends of Windows', () => {
    const text = '{\r\n  "name": "A"\r\n}\r\n';
    expect(set(text, ['currency'], 'EUR')).toBe('{\r\n  "name": "A",\r\n  "currency": "EUR"\r\n}\r\n');
  });

  it('removes a key with its comma, wherever it stands', () => {
    expect(set(scenario, ['plans', 0, 'fee'], undefined)).toBe(scenario.replace(' "fee": 299,', ''));
    expect(set(scenario, ['plans', 0, 'id'], undefined)).toBe(scenario.replace('"id": "growth", ', ''));
    expect(set(scenario, ['timeline'], undefined)).toBe(scenario.replace(',\n  "timeline": []', ''));
    expect(set(scenario, ['policy'], undefined)).toBe(scenario);
  });

  it('writes a hostile key as an ordinary one', () => {
    expect(set('{}', ['__proto__'], 'x')).toBe('{\n  "__proto__": "x"\n}');
  });
});
