import { expect, it } from 'vitest';
import { decodeScenario } from '../../../../shared/scenario/decode.ts';
import { faultList } from '../../../../shared/scenario/faultList.ts';
import { warnNearLimit } from '../../../../shared/scenario/nearLimit.ts';
import { scenarioDocument } from '../../../support/scenarioDocument.ts';

const ofLength = (length: number): string => {
  const text = JSON.stringify(scenarioDocument());
  return text + ' '.repeat(length - text.length);
};

it.each([
  [15_999_999, []],
  [16_000_000, ['warning near-limit']],
  [20_000_000, ['warning near-limit']],
  [20_000_001, ['error json-size']],
])('a scenario of %i characters of at most 20,000,000: %j (F35)', (length, faults) => {
  const { scenario, diagnostics } = decodeScenario(ofLength(length));
  expect(diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual(faults);
  expect(scenario !== null).toBe(length <= 20_000_000);
  if (faults[0]?.startsWith('warning'))
    expect(diagnostics[0]!.message).toMatch(/^This has (80|100) % of the 20,000,000/);
});

it.each([
  [799_000, []],
  [801_000, ['near-limit']],
  [1_000_001, ['json-size']],
])('a scenario of %i values of at most 1,000,000: %j (F35)', (values, told) => {
  const text = JSON.stringify({ ...scenarioDocument(), unknown: 0 }).replace(
    '"unknown":0',
    `"unknown":[${'1,'.repeat(values)}1]`,
  );
  const codes = decodeScenario(text).diagnostics.map(({ code }) => code);
  expect(codes.filter((code) => code === 'near-limit' || code === 'json-size')).toEqual(told);
});

it.each([
  [7_999_999, []],
  [8_000_000, ['near-limit: This has 80 % of the 10,000,000 usage events that can be read. Split it.']],
  [10_000_000, ['near-limit: This has 100 % of the 10,000,000 usage events that can be read. Split it.']],
  [10_000_001, []],
])('%i of 10,000,000 usage events: a warning from four fifths on, until they are refused (F35)', (count, told) => {
  const faults = faultList(null);
  warnNearLimit(faults, { path: ['usage'], count, limit: 10_000_000, of: 'usage events', advice: 'Split it.' });
  expect(faults.hasErrors()).toBe(false);
  expect(faults.diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual(told);
});
