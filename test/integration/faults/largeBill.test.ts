import { mkdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { billFigures } from '../../../main/host/billFigures.ts';
import { runScenario } from '../../../main/host/runScenario.ts';
import { createScenarioThreads } from '../../../main/host/threads/scenarioThreads.ts';
import type { ReadUsage } from '../../../main/host/usageFiles.ts';
import { steadyClock } from '../../../main/platform/clock.ts';
import { err, ok } from '../../../shared/base/result.ts';
import type { Run } from '../../../shared/engine/outcome.ts';
import { usageFileReader } from '../../../shared/scenario/usageFile.ts';
import { startHost, transports, type StartedHost } from '../../support/rpcTransports.ts';
import { scenarioDocument } from '../../support/scenarioDocument.ts';
import { freshFolder } from '../../support/storeOnDisk.ts';

const bill = 'acme.scenario.json';
/** Each makes an event a day. */
const models = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `m${index}`,
    from: '2026-01-01',
    credits: true,
    level: 0.001,
    per: 'day',
  }));
const millions = JSON.stringify(
  scenarioDocument({ horizon: { start: '2026-01-01', end: '2031-03-15' }, usage: { models: models(1000) } }),
);
const small = JSON.stringify(scenarioDocument({ name: 'Small' }));
const rows = (count: number): string =>
  `at,credits,id\n${Array.from({ length: count }, (_, row) => `2026-01-0${1 + (row % 9)},0.00${row % 10},id-${row}`).join('\n')}\n`;

describe.each(transports)('a bill of millions of rows, $name', (transport) => {
  let host: StartedHost;
  let folder: string;
  beforeEach(async () => {
    host = await startHost(transport);
    folder = path.join(freshFolder(), 'acme');
    mkdirSync(folder);
    writeFileSync(path.join(folder, bill), millions);
    await host.call('workspace.open', { folder });
  });
  afterEach(() => host.close());

  const compute = (text: string, of = bill) => host.send('bill.compute', { path: of, text });
  const told = () =>
    host.connection.events.flatMap(({ event, payload }) => (event === 'bill.progress' ? [payload] : []));
  const untilComputing = async (): Promise<void> => {
    await expect.poll(() => told().at(-1)?.step, { timeout: 30_000 }).toMatch(/^Computing/);
  };

  it('is computed while the host answers others, and cancelled at once (F44)', async () => {
    const order: string[] = [];
    const long = compute(millions).then((outcome) => (order.push('bill'), outcome));
    await untilComputing();
    for (let asked = 0; asked < 5; asked++) {
      await host.call('document.read', { path: bill });
      order.push('another');
    }
    expect(await compute(small, 'small.scenario.json')).toMatchObject({ ok: true, value: { bill: { name: 'Small' } } });
    // Another as large begins as late as this, and is far from its end when the first is stopped.
    const other = compute(millions, 'other.scenario.json').then((outcome) => (order.push('other'), outcome));
    await expect.poll(() => told().at(-1)?.path, { timeout: 30_000 }).toBe('other.scenario.json');
    expect(await host.call('bill.cancel', { path: bill })).toEqual({ cancelled: true });
    expect(await long).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(order).toEqual([...Array.from({ length: 5 }, () => 'another'), 'bill']);
    expect(await host.call('bill.cancel', { path: 'other.scenario.json' })).toEqual({ cancelled: true });
    expect(await other).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await host.call('bill.cancel', { path: bill })).toEqual({ cancelled: false });
  });

  it('is held against another until nobody waits for that (F44)', async () => {
    writeFileSync(path.join(folder, 'other.scenario.json'), millions);
    const order: string[] = [];
    const note = (name: string) => (outcome: unknown) => (order.push(name), outcome);
    const first = { path: bill, text: millions };
    const texts = host.send('compare.bills', { job: 'texts', first, second: first }).then(note('texts'));
    const saved = { job: 'saved', first: bill, second: 'other.scenario.json' };
    const files = host.send('compare.run', saved).then(note('files'));
    const whole = compute(millions, 'other.scenario.json').then(note('whole'));
    await untilComputing();
    expect(await host.call('compare.cancel', { job: 'texts' })).toEqual({ cancelled: true });
    expect(await host.call('compare.cancel', { job: 'saved' })).toEqual({ cancelled: true });
    for (const outcome of [texts, files]) {
      expect(await outcome).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    }
    expect(order).not.toContain('whole');
    expect(await host.call('compare.cancel', { job: 'saved' })).toEqual({ cancelled: false });
    await host.call('bill.cancel', { path: 'other.scenario.json' });
    expect(await whole).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });

  it('gives way to the bill of a newer text, and is never shown in its place (F44)', async () => {
    const first = compute(millions);
    await untilComputing();
    const second = compute(small);
    expect(await second).toMatchObject({ ok: true, value: { bill: { name: 'Small' } } });
    expect(await first).toMatchObject({ ok: false, error: { code: 'superseded' } });
  });
});

describe('a bill on a thread', () => {
  it('is given up when the host stops, which does not wait for it', async () => {
    const host = await startHost(transports[0]!);
    await host.call('workspace.open', { folder: freshFolder() });
    const long = host.send('bill.compute', { path: bill, text: millions });
    await expect.poll(() => host.connection.events.some(({ event }) => event === 'bill.progress')).toBe(true);
    await host.close();
    expect(await long).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });

  it('is the bill that is computed where it is asked for, row by row (F44, F46)', async () => {
    const threads = createScenarioThreads(steadyClock);
    const usage = { files: [{ path: 'u.csv' }], events: [{ at: '2026-03-01', credits: 95, id: 'é-1' }] };
    const text = JSON.stringify(scenarioDocument({ timeZone: 'Europe/Berlin', usage }));
    const there = await runScenario({ text, readUsage: Object.assign(usageOf(60_000), { threads }) });
    const here = await runScenario({ text, readUsage: usageOf(60_000) });
    await threads.close();
    expect(there.figures).toEqual(billFigures(here.scenario!, here.run!));
    expect(here.figures).toBeUndefined();
    expect(there.diagnostics).toEqual(here.diagnostics);
    const withZone = ({ program, ...run }: Run) => ({ ...run, program: { ...program, zone: program.zone.id } });
    expect(isDeepStrictEqual(withZone(there.run!), withZone(here.run!))).toBe(true);
    expect(there.run!.program.zone).toBe(here.run!.program.zone);
  });

  it('tells the faults of a large text in their places', async () => {
    const threads = createScenarioThreads(steadyClock);
    const events = Array.from({ length: 20_000 }, (_, index) => ({
      at: '2026-03-01',
      credits: 0.01,
      id: `job-${index}`,
    }));
    const broken = { files: [{ path: 'none.csv' }], events: [...events, { at: '2027-03-01', credits: 1, id: 'late' }] };
    const missing: ReadUsage = ({ scenario }) => {
      const place = scenario.json.placeAt(['usage', 'files', 0, 'path']);
      const fault = {
        code: 'missing-file',
        severity: 'error',
        path: 'usage.files[0].path',
        place,
        message: '',
      } as const;
      return Promise.resolve(err([fault]));
    };
    for (const usage of [broken, { ...broken, events }]) {
      const text = JSON.stringify(scenarioDocument({ usage }), null, 2);
      expect(text.length).toBeGreaterThan(1_000_000);
      const there = await runScenario({ text, readUsage: Object.assign(missing.bind(null), { threads }) });
      const here = await runScenario({ text, readUsage: missing });
      expect(there.diagnostics).toEqual(here.diagnostics);
      expect(there.diagnostics[0]!.place!.line).toBeGreaterThan(1);
      expect([there.run, here.run]).toEqual([null, null]);
    }
    await threads.close();
  });

  it('is refused by what it takes (F44)', async () => {
    for (const [limits, code] of [
      [{ heapMb: 4096, longestMs: 100 }, 'takes-too-long'],
      [{ heapMb: 32, longestMs: 100_000 }, 'takes-too-much'],
    ] as const) {
      const threads = createScenarioThreads(steadyClock, limits);
      const ran = await threads.run({ text: millions, files: [], faults: [] });
      expect(ran).toMatchObject({ run: null, diagnostics: [{ code, severity: 'error' }] });
      await threads.close();
    }
  });
});

function usageOf(count: number): ReadUsage {
  return ({ file, scenario }) => {
    const reader = usageFileReader(file.path, scenario.zone);
    reader.push(rows(count));
    return Promise.resolve(ok(reader.end().rows));
  };
}
