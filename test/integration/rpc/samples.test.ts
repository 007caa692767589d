import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startHost, transports, type StartedHost } from '../../support/rpcTransports.ts';

describe.each(transports)('samples, $name', (transport) => {
  let host: StartedHost;
  beforeEach(async () => {
    host = await startHost(transport);
  });
  afterEach(() => host.close());

  it('open as fresh copies, apart from each other and from the user', async () => {
    const listed = await host.call('samples.list', {});
    expect(listed.map(({ id }) => id)).toEqual([
      'growing-monthly',
      'annual-hedge',
      'prepaid-question',
      'billed-wrongly',
      'token-trace',
    ]);
    const first = await host.call('samples.open', { id: 'growing-monthly' });
    const second = await host.call('samples.open', { id: 'growing-monthly' });
    expect(second.folder).not.toBe(first.folder);
    expect(second.folder.startsWith(host.scratch)).toBe(true);
    expect(await host.refused('samples.open', { id: '../annual-hedge' })).toBe('unknown-sample');
  });
});
