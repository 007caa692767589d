import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSeal } from '../../../main/host/quote/openSeal.ts';
import { openInvoices } from '../../../main/host/threads/scenarioJobs.ts';
import { createScenarioThreads, type ScenarioThreads } from '../../../main/host/threads/scenarioThreads.ts';
import { steadyClock } from '../../../main/platform/clock.ts';
import { decodeScenario } from '../../../shared/scenario/decode.ts';
import { hostileTexts } from '../../support/hostileTexts.ts';
import { startHost, transports, type StartedHost } from '../../support/rpcTransports.ts';
import { scenarioDocument } from '../../support/scenarioDocument.ts';
import { freshFolder } from '../../support/storeOnDisk.ts';
import { countTried } from '../../support/tried.ts';

const long = process.env['DRAWDOWN_LONG'] === '1';
const many = (count: number, text: string): string => Array.from({ length: count }, () => text).join(',');
/** Larger than what is read where it is asked for; in the long run as large as anything may be. */
const size = long ? 6_000_000 : 600_000;
const wrongEvents = JSON.stringify(
  scenarioDocument({ usage: { events: Array.from({ length: size / 5 }, () => ({ at: 'x' })) } }),
);
const objects = `{"usage":{"events":[${many(size, '{}')}]}}`;
const wrongLines = `number,issuedAt,kind,credits,unitPrice,amount\n${'1,x,y,z\n'.repeat(size / 3)}`;
const invoiceUnits = { zone: 'UTC', minorDigits: 2, mapping: null };

/** What is read on a thread, and where it is asked for. */
const readers = [
  {
    title: 'a scenario',
    large: wrongEvents,
    there: async (threads: ScenarioThreads, text: string) => (await threads.decode(text))?.diagnostics,
    here: (text: string): unknown => decodeScenario(text).diagnostics,
  },
  {
    title: 'a sealed quote',
    large: objects,
    there: (threads: ScenarioThreads, text: string): Promise<unknown> => threads.quote(text),
    here: openSeal,
  },
  {
    title: 'invoices',
    large: wrongLines,
    there: (threads: ScenarioThreads, text: string): Promise<unknown> => threads.invoices({ text, ...invoiceUnits }),
    here: (text: string): unknown => openInvoices({ text, ...invoiceUnits }),
  },
];

/** What work came to, and how often others could have had their turn meanwhile. */
async function countTurns<T>(work: Promise<T>): Promise<{ readonly value: T; readonly turns: number }> {
  let turns = 0;
  const turn = setInterval(() => (turns += 1), 1);
  const value = await work;
  clearInterval(turn);
  return { value, turns };
}

/** Far fewer than there are while nothing is done here; work in one go leaves none. */
const someTurns = 3;

const threads = createScenarioThreads(steadyClock);
afterAll(() => threads.close());

describe.each(readers)('$title from a stranger, on a thread of the host', ({ there, here, large }) => {
  it('is answered as it is where it is asked for, whatever it holds (F23, F26, F27, F28, F36, F38, F44)', async () => {
    const texts = hostileTexts(false);
    const others: string[] = [];
    for (const [what, text] of texts) {
      const answer = await there(threads, text);
      if (JSON.stringify(answer) !== JSON.stringify(here(text))) others.push(what);
    }
    expect(others).toEqual([]);
    countTried('hostile inputs', texts.length);
  });

  it('gives others their turns while a large one is refused (F36, F44)', async () => {
    const { value, turns } = await countTurns(there(threads, large));
    expect(JSON.stringify(value)).toMatch(/"(code|reason)":/);
    expect(turns).toBeGreaterThan(someTurns);
    countTried('hostile inputs', 1);
  });

  it('is given up where it takes too long or too much, and when nobody waits for it (F36, F44)', async () => {
    const text = `{"a":[${many(950_000, '{}')}]}\n${'1,2026-02-01,flex,1,1,1\n'.repeat(200_000)}`;
    for (const [limits, word] of [
      [{ heapMb: 1024, longestMs: 1 }, '0.001 seconds'],
      [{ heapMb: 16, longestMs: 100_000 }, '16 MB of memory'],
    ] as const) {
      const strict = createScenarioThreads(steadyClock, limits);
      expect(JSON.stringify(await there(strict, text))).toContain(word);
      await strict.close();
    }
    expect(JSON.stringify(await there(threads, '{}'))).toBe(JSON.stringify(here('{}')));
    countTried('hostile inputs', 2);
  });
});

describe('a large file of a stranger in the folder', () => {
  let host: StartedHost;
  let folder: string;
  beforeEach(async () => {
    host = await startHost(transports[0]!);
    folder = path.join(freshFolder(), 'acme');
    mkdirSync(folder);
    await host.call('workspace.open', { folder });
  });
  afterEach(() => host.close());

  const audit = { job: 'a', usage: { path: 'usage.csv' }, ledger: null, map: null, head: null };
  it.each([
    ['the text of a bill', 'bill.compute', wrongEvents, { path: 'bad', text: wrongEvents }],
    ['a sealed quote', 'quote.open', objects, { job: 'q', path: 'bad' }],
    ['the terms of an audit', 'audit.run', wrongEvents, { ...audit, terms: 'bad', invoices: { path: 'usage.csv' } }],
    ['its invoices', 'audit.run', wrongLines, { ...audit, terms: 'terms.scenario.json', invoices: { path: 'bad' } }],
  ])(
    'as %s is refused while the host answers others, and stays as it was (F36, F44)',
    async (_, name, text, params) => {
      expect(text.length).toBeGreaterThan(1_000_000);
      writeFileSync(path.join(folder, 'bad'), text);
      writeFileSync(path.join(folder, 'terms.scenario.json'), JSON.stringify(scenarioDocument()));
      writeFileSync(path.join(folder, 'usage.csv'), 'at,credits,id\n2026-01-02,1,a\n');
      const { value, turns } = await countTurns(host.send(name, params));
      const outcome = JSON.stringify(value);
      expect(outcome).not.toMatch(/"code":"(bug|bad-params)"/);
      expect(outcome).toMatch(/"(severity|code)":"(error|faults|bad-input)"/);
      expect(turns).toBeGreaterThan(someTurns);
      expect(readFileSync(path.join(folder, 'bad'), 'utf8') === text).toBe(true);
      countTried('hostile inputs', 1);
    },
  );
});
