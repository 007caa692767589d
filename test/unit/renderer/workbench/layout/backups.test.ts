import { describe, expect, it } from 'vitest';
import { created, opened } from '../../../../../renderer/workbench/documents/newDocument.ts';
import { readBackups, writeBackups } from '../../../../../renderer/workbench/layout/backups.ts';
import type { RpcCall } from '../../../../../shared/rpc/table.ts';

function keeper() {
  const kept = new Map<string, string>();
  const rpc = (async (name: string, { key, value }: { key: string; value: string }) => {
    if (name === 'state.get') return kept.get(key) ?? null;
    expect(value.length).toBeLessThanOrEqual(200_000);
    kept.set(key, value);
    return null;
  }) as unknown as RpcCall;
  return { kept, rpc };
}

const saved = opened({ path: 'b.json', text: 'saved', sha256: 'b'.repeat(64), readOnly: false }, null);

describe('unsaved work', () => {
  it('is kept whatever its size, saved work is not', async () => {
    const { rpc } = keeper();
    const large = created('a.json', '€"\n'.repeat(150_000));
    await writeBackups(rpc, [large, saved]);
    expect(await readBackups(rpc)).toEqual([{ path: 'a.json', text: large.text, sha256: null }]);
  });

  it('a copy that was not finished is not read: the one before is', async () => {
    const { rpc, kept } = keeper();
    await writeBackups(rpc, [created('a.json', 'first')]);
    kept.set('backup.b.0', 'half of the sec');
    expect(await readBackups(rpc)).toMatchObject([{ text: 'first' }]);
  });

  it('a damaged copy gives nothing', async () => {
    const { rpc, kept } = keeper();
    await writeBackups(rpc, [created('a.json', 'first')]);
    kept.set('backup.a.0', 'damaged');
    expect(await readBackups(rpc)).toEqual([]);
  });

  it('is gone once everything is saved', async () => {
    const { rpc } = keeper();
    await writeBackups(rpc, [created('a.json', 'first')]);
    await writeBackups(rpc, [saved]);
    expect(await readBackups(rpc)).toEqual([]);
  });
});
