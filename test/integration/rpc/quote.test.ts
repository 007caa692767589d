import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RpcParams } from '../../../shared/rpc/table.ts';
import { scenarioOf } from '../../support/growth.ts';
import { startHost, transports, type StartedHost } from '../../support/rpcTransports.ts';

const model = { id: 'training', credits: true, level: 12, per: 'day', noise: { kind: 'lognormal', cv: 0.6 } };
const text = (parts: object = {}) => JSON.stringify(scenarioOf({ usage: { models: [model] }, ...parts }));

describe.each(transports)('a quote, $name', (transport) => {
  let host: StartedHost;
  let folder: string;
  beforeEach(async () => {
    host = await startHost(transport);
    folder = mkdtempSync(join(tmpdir(), 'drawdown-workspace-'));
    await host.call('workspace.open', { folder });
  });
  afterEach(async () => {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const params = (parts: Partial<RpcParams<'quote.make'>> = {}): RpcParams<'quote.make'> => ({
    job: 'quote',
    path: 'acme.scenario.json',
    text: text(),
    paths: 100,
    seed: 1,
    number: 'Q-7/8',
    customer: 'Acme',
    seller: 'Drawdown',
    notes: '',
    brand: null,
    validUntil: null,
    internal: null,
    since: null,
    daily: false,
    ...parts,
  });
  const make = async (parts?: Partial<RpcParams<'quote.make'>>) =>
    (await host.call('quote.make', params(parts))).quote!;
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');

  it('is made, looked at, written, and opened again to the same cent', async () => {
    const draft = await make();
    expect(draft).toMatchObject({ number: 'Q-7/8', version: 1, currency: 'USD', internalHtml: null, changed: null });
    expect(draft.html).toContain('Quote for Acme');
    const written = await host.call('quote.write', { quoteId: draft.quoteId });
    expect(written).toEqual({
      page: 'reports/quote-Q-7-8-v1.html',
      sealed: 'reports/quote-Q-7-8-v1.quote.json',
      internal: null,
    });
    expect(read(written.page)).toBe(draft.html);
    const { quote } = await host.call('quote.open', { job: 'open', path: written.sealed });
    expect(quote).toMatchObject({ number: 'Q-7/8', isOver: false, total: draft.total, hash: draft.hash });
    expect(quote!.verdict).toMatchObject({ isSame: true, isSealed: true, differences: [] });
  });

  it('never writes over another, and says in each page which sealed file belongs to it', async () => {
    const { quoteId } = await make();
    await host.call('quote.write', { quoteId });
    const again = await host.call('quote.write', { quoteId });
    expect(again.sealed).toBe('reports/quote-Q-7-8-v1-2.quote.json');
    expect(read(again.page)).toContain('quote-Q-7-8-v1-2.quote.json');
  });

  it('keeps what is internal out of the customer’s files', async () => {
    const internal = { notes: 'SECRET', costPerCredit: '1.2345', floor: '2987.65' };
    const draft = await make({ internal });
    expect(draft.internalHtml).toContain('SECRET');
    const written = await host.call('quote.write', { quoteId: draft.quoteId });
    expect(read(written.internal!)).toContain('2,987.65');
    for (const path of [written.page, written.sealed]) expect(read(path)).not.toMatch(/SECRET|1\.2345|2,?987\.65/);
  });

  it('follows another: its version counts up, and what is left empty stays', async () => {
    const { sealed } = await host.call('quote.write', { quoteId: (await make()).quoteId });
    const next = await make({ since: sealed, number: null, customer: '', text: text({ name: 'Second try' }) });
    expect(next).toMatchObject({ number: 'Q-7/8', version: 2, changed: { inputs: 1, figures: 0 } });
    expect(next.html).toContain('Quote for Acme');
  });

  it('that was changed is shown to be, and nothing follows it', async () => {
    const { sealed } = await host.call('quote.write', { quoteId: (await make()).quoteId });
    writeFileSync(join(folder, 'other.quote.json'), read(sealed).replace('"customer": "Acme"', '"customer": "Acne"'));
    const { quote } = await host.call('quote.open', { job: 'open', path: 'other.quote.json' });
    expect(quote!.verdict).toMatchObject({ isSame: false, isSealed: false, differences: [{ path: 'hash' }] });
    await expect(make({ since: 'other.quote.json' })).rejects.toThrow('broken-seal');
    await expect(make({ since: 'missing.quote.json' })).rejects.toThrow('missing');
    await expect(host.call('quote.print', { path: 'other.quote.json' })).rejects.toThrow('no-printer');
  });

  it('tells what stands in its way', async () => {
    const faulty = await host.call('quote.make', params({ text: text({ currency: 'dollars' }) }));
    expect(faulty).toMatchObject({ quote: null, diagnostics: [{ path: 'currency' }] });
    await expect(make({ validUntil: '2001-01-01' })).rejects.toThrow('bad-date');
    await expect(host.call('quote.write', { quoteId: 'nope' })).rejects.toThrow('unknown-quote');
    writeFileSync(join(folder, 'no.quote.json'), '{"format": "drawdown.quote/1"}');
    const none = await host.call('quote.open', { job: 'open', path: 'no.quote.json' });
    expect(none.quote).toBeNull();
    expect(none.diagnostics.map(({ path }) => path)).toContain('hash');
  });
});
