import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHost } from '../../../main/host/createHost.ts';
import type { Host } from '../../../main/host/host.ts';
import { nodePorts } from '../../../main/platform/ports.ts';
import type { AuditPreview } from '../../../shared/rpc/auditViews.ts';
import type { RpcName, RpcParams, RpcReturns } from '../../../shared/rpc/table.ts';
import { filesWithKeys, plantedKeys } from '../../support/filesWithKeys.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'drawdown-keys-'));
const workspace = mkdtempSync(path.join(scratch, 'workspace-'));
/** Everything that the host said to a page: answers and events. */
const said: string[] = [];
let host: Host;
beforeAll(async () => {
  host = createHost({ ...nodePorts({ DRAWDOWN_HOME: path.join(scratch, 'app') }), pickFolder: null });
  host.onEvent((event) => said.push(JSON.stringify(event)));
  await call('workspace.open', { folder: workspace });
});
afterAll(async () => {
  await host.close();
  rmSync(scratch, { recursive: true });
});

async function call<Name extends RpcName>(name: Name, params: RpcParams<Name>): Promise<RpcReturns<Name>> {
  const outcome = await host.call(name, params);
  said.push(JSON.stringify(outcome));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value as RpcReturns<Name>;
}

async function putIn(name: string): Promise<{ readonly upload: string }> {
  const begun = await call('upload.begin', { name });
  await call('upload.append', { ...begun, base64: Buffer.from(filesWithKeys[name]!).toString('base64') });
  return begun;
}

/** Where a planted key is found: in what was said, and in every file of the app's folder and of the workspace. */
function found(): readonly string[] {
  const files = readdirSync(scratch, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const places = [
    ...said.map((text) => ['said', text] as const),
    ...files.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(scratch, file), readFileSync(file, 'latin1')] as const;
    }),
  ];
  return places.flatMap(([place, text]) =>
    Object.entries(plantedKeys).flatMap(([kind, key]) =>
      text.includes(key) ? [`${kind} key: ${place} ${text.slice(0, 300)}`] : [],
    ),
  );
}

describe('API keys in imported usage', () => {
  it('in columns and texts of a CSV are in no file, log or answer; the columns are told', async () => {
    const source = await putIn('columns.csv');
    const preview = await call('import.preview', { source, mapping: null, timeZone: 'UTC' });
    expect(preview.columns.filter(({ secret }) => secret).map(({ name }) => name)).toEqual([
      'api_key',
      'Authorization',
    ]);
    expect(preview.refused.map(({ line, reason }) => [line, reason])).toEqual([
      [5, 'the identity looks like an API key'],
      [6, expect.stringContaining('time')],
      [7, 'the row has 5 cells, the header 6'],
    ]);
    const ran = await call('import.run', {
      source,
      mapping: preview.mapping,
      into: 'usage/a.csv',
      acceptRefused: true,
    });
    expect(ran.counts).toMatchObject({ taken: 3, refused: 3 });
    expect(readFileSync(path.join(workspace, 'usage/a.csv'), 'utf8')).toContain('r-1');
    expect(found()).toEqual([]);
  });

  it('in records of a server are in no file, log or answer; the members are told', async () => {
    const source = await putIn('records.ndjson');
    const preview = await call('import.preview', { source, mapping: null, timeZone: 'UTC' });
    expect(preview.columns.filter(({ secret }) => secret).map(({ name }) => name)).toEqual([
      'api_key',
      'authorization',
    ]);
    const { mapping } = preview;
    const ran = await call('import.run', { source, mapping, into: 'usage/b.csv', acceptRefused: true });
    expect(ran.counts.taken).toBeGreaterThan(0);
    expect(found()).toEqual([]);
  });

  it('in a ledger of somebody else are not shown, and no map may read them', async () => {
    const source = await putIn('ledger.csv');
    const preview = await call('audit.preview', { source, role: 'ledger', mapping: null, map: null, terms: null });
    expect(preview.columns.map(({ name }) => name)).toContain('Access Token');
    expect(preview.refusedCount).toBe(2);
    expect(found()).toEqual([]);
    const mapping = { ...preview.mapping!, columns: { ...preview.mapping!.columns, id: 'Access Token' } };
    const wished: AuditPreview = await call('audit.preview', {
      source,
      role: 'ledger',
      mapping,
      map: null,
      terms: null,
    });
    expect(wished.fault).toBe('The map reads Access Token, which holds keys: they are never kept.');
    expect(found()).toEqual([]);
  });
});
