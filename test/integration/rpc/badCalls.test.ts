import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rpcTable, type RpcName } from '../../../shared/rpc/table.ts';
import { startHost, transports, type StartedHost } from '../../support/rpcTransports.ts';

describe.each(transports)('bad calls, $name (F27, S20, S40)', (transport) => {
  let host: StartedHost;
  beforeAll(async () => {
    host = await startHost(transport);
  });
  afterAll(() => host.close());

  const hostile: readonly (readonly [string, unknown])[] = [
    ['nothing', undefined],
    ['null', null],
    ['text', 'x'],
    ['a number', 1],
    ['a list', []],
    ['an extra key', { extra: 1 }],
    ['a prototype', JSON.parse('{"__proto__":{"polluted":true}}')],
    ['a constructor', { constructor: { prototype: { polluted: true } } }],
    ['a long text', { path: 'x'.repeat(20_000), folder: 'x'.repeat(20_000), key: 'x'.repeat(20_000), extra: 1 }],
  ];

  it.each(Object.keys(rpcTable) as RpcName[])(
    '%s refuses parameters of another shape, with a code and no stack',
    async (name) => {
      for (const [what, params] of hostile) {
        const outcome = await host.send(name, params);
        expect({ what, ok: outcome.ok }).toEqual({ what, ok: false });
        if (outcome.ok) continue;
        expect(['bad-params', 'bad-call']).toContain(outcome.error.code);
        expect(JSON.stringify(outcome.error)).not.toMatch(/\.ts:|at Object|node_modules/);
        expect(outcome.error.message.length).toBeLessThan(600);
      }
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );

  it('a huge text is refused, in pieces or whole', async () => {
    expect(await host.refused('document.read', { path: 'x'.repeat(2_000_000) })).toBe('bad-params');
    expect(await host.refused('settings.get', { extra: 'x'.repeat(6_000_000) })).toBe('bad-params');
  });

  it.each(['', 'nonsense', 'toString', '__proto__', 'constructor', 'workspace', 'workspace.open ', null, 1, {}, []])(
    'there is no method %j',
    async (name) => {
      const outcome = await host.send(name, {});
      expect(outcome).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
    },
  );

  if (transport.carries === 'json') return;
  it('values that JSON cannot carry are refused alike', async () => {
    const cyclic: Record<string, unknown> = {};
    cyclic['path'] = cyclic;
    const throwing = Object.defineProperty({}, 'path', {
      enumerable: true,
      get: () => {
        throw new Error('boom');
      },
    });
    for (const path of [cyclic, throwing, NaN, Infinity, -0, 1n, Symbol('x'), () => 'x', new Date()]) {
      expect(await host.refused('document.read', { path })).toBe('bad-params');
    }
    expect(await host.refused('document.read', throwing)).toBe('bad-params');
    expect(await host.refused('settings.set', { zoom: NaN })).toBe('bad-params');
    expect(await host.refused('bill.rows', { runId: 'x', from: Infinity, count: 1 })).toBe('bad-params');
  });
});
