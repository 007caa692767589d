import { describe, expect, it } from 'vitest';
import { issueReport } from '../../../../../renderer/workbench/parts/issueReport.ts';
import { firstSettings } from '../../../../../shared/rpc/settingList.ts';

const facts = {
  version: '1.2.3',
  host: 'browser',
  agent: 'A browser',
  settings: firstSettings,
  output: 'Opened.',
} as const;

describe('the report of an issue', () => {
  it('says what runs where, and what Output says', () => {
    const report = issueReport(facts);
    expect(report).toContain('Drawdown 1.2.3, browser');
    expect(report).toContain('settings: as at first');
    expect(report).toContain('```\nOpened.\n```');
  });

  it('names the settings that were changed, and no others', () => {
    const report = issueReport({ ...facts, settings: { ...firstSettings, zoom: 2 } });
    expect(report).toContain('settings: {"zoom":2}');
  });

  it('keeps lines of Output within their block', () => {
    expect(issueReport({ ...facts, output: 'a ``` b' }).match(/```/g)).toHaveLength(2);
  });
});
