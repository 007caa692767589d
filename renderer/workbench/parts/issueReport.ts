import { firstSettings } from '../../../shared/rpc/settingList.ts';
import type { Settings } from '../../../shared/rpc/views.ts';

/** What a report of an issue is made from. */
export interface IssueFacts {
  readonly version: string;
  readonly host: 'desktop app' | 'browser';
  readonly agent: string;
  readonly settings: Settings;
  /** The newest lines of Output. */
  readonly output: string;
}

/** The text of a report: what was run, what is set otherwise than at first, and what Output says. */
export function issueReport({ version, host, agent, settings, output }: IssueFacts): string {
  const changed = Object.entries(settings).filter(([id, value]) => value !== firstSettings[id as keyof Settings]);
  return [
    '## What happened',
    '',
    '(what you did, what you expected, what came instead)',
    '',
    '## Where',
    '',
    `- Drawdown ${version}, ${host}`,
    `- ${agent}`,
    `- settings: ${changed.length === 0 ? 'as at first' : JSON.stringify(Object.fromEntries(changed))}`,
    '',
    '## Output',
    '',
    '```',
    output === '' ? '(nothing)' : output.replaceAll('```', "'''"),
    '```',
    '',
  ].join('\n');
}
