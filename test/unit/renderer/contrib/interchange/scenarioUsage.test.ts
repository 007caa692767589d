import { describe, expect, it } from 'vitest';
import {
  meterIds,
  relativeToScenario,
  withTokenMeters,
  withUsageFile,
} from '../../../../../renderer/contrib/interchange/scenarioUsage.ts';

const file = { path: 'usage/trace.csv', sha256: 'a'.repeat(64) };

describe('an import listed in its scenario', () => {
  it('adds the file and changes not a character elsewhere', () => {
    const text = '{\n    "name":   "Acme", // the pilot\n    "usage": {\n        "events": []\n    }\n}\n';
    const after = withUsageFile(text, file);
    expect(after).toContain('"name":   "Acme", // the pilot\n    "usage": {\n        "events": []');
    expect(after).toContain('"path": "usage/trace.csv"');
    expect(after.endsWith('}\n')).toBe(true);
  });

  it('makes usage and files where there are none, in an empty document too', () => {
    expect(JSON.parse(withUsageFile('{}', file))).toEqual({ usage: { files: [file] } });
    expect(JSON.parse(withUsageFile('{ "usage": { "files": [] } }', file)).usage.files).toEqual([file]);
  });

  it('comes after the files that are listed already', () => {
    const text = JSON.stringify({ usage: { files: [{ path: 'usage/jan.csv' }] } });
    expect(JSON.parse(withUsageFile(text, file)).usage.files).toEqual([{ path: 'usage/jan.csv' }, file]);
  });

  it('renews the digest of a file that is listed already', () => {
    const once = withUsageFile('{}', file);
    const again = withUsageFile(once, { ...file, sha256: 'b'.repeat(64) });
    expect(JSON.parse(again).usage.files).toEqual([{ ...file, sha256: 'b'.repeat(64) }]);
  });

  it('keeps the line ends of the document', () => {
    expect(withUsageFile('{\r\n  "name": "Acme"\r\n}\r\n', file)).not.toMatch(/[^\r]\n/);
  });

  it('names the file as the scenario sees it', () => {
    expect(relativeToScenario('acme.scenario.json', 'usage/trace.csv')).toBe('usage/trace.csv');
    expect(relativeToScenario('deals/acme.scenario.json', 'deals/usage/trace.csv')).toBe('usage/trace.csv');
    expect(relativeToScenario('deals/acme.scenario.json', 'usage/trace.csv')).toBeNull();
  });
});

describe('meters that a scenario lacks', () => {
  it('come as token meters whose price nobody invents', () => {
    const after = JSON.parse(withTokenMeters('{ "meters": [] }', ['in', 'out'], '2023-11-16'));
    expect(after.meters).toEqual(
      ['in', 'out'].map((id) => ({
        id,
        unit: 'token',
        runs: 'third-party',
        rates: [{ from: '2023-11-16', per: 1_000_000 }],
      })),
    );
  });

  it('are not added twice', () => {
    const text = withTokenMeters('{}', ['in'], '2023-11-16');
    expect(withTokenMeters(text, ['in'], '2024-01-01')).toBe(text);
    expect([...meterIds(text)]).toEqual(['in']);
  });
});
