import { describe, expect, it } from 'vitest';
import { RpcFailure } from '../../../../../shared/rpc/rpcFailure.ts';
import { createDocuments } from '../../../../../renderer/workbench/documents/createDocuments.ts';
import type { ConflictChoice } from '../../../../../renderer/workbench/documents/saveDocument.ts';
import type { RpcCall } from '../../../../../shared/rpc/table.ts';

const path = 'acme.scenario.json';

/** A disk whose hashes are its texts, so that versions can be read off. */
function workshop({ choice = null as ConflictChoice, readOnly = null as string | null } = {}) {
  const disk = new Map([[path, 'one']]);
  const asked: (string | null)[] = [];
  const read = (at: string) => {
    const text = disk.get(at);
    if (text === undefined) throw new RpcFailure({ code: 'not-found', message: `${at} does not exist` });
    return { path: at, text, sha256: text, readOnly: false };
  };
  const methods: Record<string, (params: { path: string; text: string; expected: string | null }) => unknown> = {
    'document.read': (params) => read(params.path),
    'document.save': (params) => {
      if ((disk.get(params.path) ?? null) !== params.expected)
        return { saved: false, conflict: disk.has(params.path) ? read(params.path) : null };
      disk.set(params.path, params.text);
      return { saved: true, sha256: params.text, durable: true };
    },
  };
  const documents = createDocuments({
    rpc: (async (name: string, params: never) => methods[name]!(params)) as unknown as RpcCall,
    nowMs: () => 0,
    workspaceReadOnly: () => readOnly,
    askConflict: (_, onDisk) => {
      asked.push(onDisk?.text ?? null);
      return Promise.resolve(choice);
    },
    warnNotDurable: () => undefined,
  });
  return { documents, disk, asked };
}

describe('open documents', () => {
  it('are read once, edited by any view, and saved', async () => {
    const { documents, disk } = workshop();
    const [a, b] = await Promise.all([documents.open(path), documents.open(path)]);
    expect(a).toBe(b);
    documents.edit(path, 'two', 'Change fee');
    expect(await documents.save(path)).toBe(true);
    expect(disk.get(path)).toBe('two');
    expect(documents.get(path)).toMatchObject({ dirty: false, sha256: 'two' });
  });

  it('a file that changed on disk is never overwritten without being asked', async () => {
    const { documents, disk, asked } = workshop();
    await documents.open(path);
    documents.edit(path, 'mine', 'Change fee');
    disk.set(path, 'theirs');
    expect(await documents.save(path)).toBe(false);
    expect(asked).toEqual(['theirs']);
    expect(disk.get(path)).toBe('theirs');
    expect(documents.get(path)).toMatchObject({ text: 'mine', dirty: true, saving: false });
  });

  it('overwrite puts mine in place of theirs, revert takes theirs and undo brings mine back', async () => {
    const overwriting = workshop({ choice: 'overwrite' });
    await overwriting.documents.open(path);
    overwriting.documents.edit(path, 'mine', 'Change fee');
    overwriting.disk.set(path, 'theirs');
    expect(await overwriting.documents.save(path)).toBe(true);
    expect(overwriting.disk.get(path)).toBe('mine');

    const { documents, disk } = workshop();
    await documents.open(path);
    documents.edit(path, 'mine', 'Change fee');
    disk.set(path, 'theirs');
    await documents.save(path);
    await documents.revert(path);
    expect(documents.get(path)).toMatchObject({ text: 'theirs', dirty: false });
    documents.undo(path);
    expect(documents.get(path)).toMatchObject({ text: 'mine', dirty: true });
  });

  it('what the user has seen and agreed to lose is overwritten, and nothing that came after it', async () => {
    const { documents, disk, asked } = workshop();
    await documents.open(path);
    documents.edit(path, 'mine', 'Change fee');
    disk.set(path, 'later');
    expect(await documents.save(path, { sha256: 'theirs' })).toBe(false);
    expect(asked).toEqual(['later']);
    expect(await documents.save(path, { sha256: 'later' })).toBe(true);
    expect(disk.get(path)).toBe('mine');
  });

  it('unsaved work that is brought back tells a conflict where the file changed meanwhile', async () => {
    const { documents, disk, asked } = workshop();
    disk.set(path, 'theirs');
    await documents.restore({ path, text: 'mine', sha256: 'one', undo: [], redo: [] });
    expect(documents.get(path)).toMatchObject({ text: 'mine', dirty: true });
    await documents.save(path);
    expect(asked).toEqual(['theirs']);
  });

  it('unsaved work of a file that is gone is brought back too', async () => {
    const { documents, disk, asked } = workshop();
    disk.delete(path);
    await documents.restore({ path, text: 'mine', sha256: 'one', undo: [], redo: [] });
    await documents.save(path);
    expect(asked).toEqual([null]);
    expect(documents.get(path)).toMatchObject({ text: 'mine', dirty: true });
  });

  it('follow the disk while they are unchanged, and only then', async () => {
    const { documents, disk } = workshop();
    await documents.open(path);
    disk.set(path, 'theirs');
    await documents.refresh([path]);
    expect(documents.get(path)).toMatchObject({ text: 'theirs', dirty: false });
    documents.edit(path, 'mine', 'Change fee');
    disk.set(path, 'again');
    await documents.refresh([path]);
    expect(documents.get(path)).toMatchObject({ text: 'mine', sha256: 'theirs' });
  });

  it('an edit that is made while a changed file is read again stays', async () => {
    const { documents, disk } = workshop();
    await documents.open(path);
    disk.set(path, 'theirs');
    const reading = documents.refresh([path]);
    documents.edit(path, 'mine', 'Change fee');
    await reading;
    expect(documents.get(path)).toMatchObject({ text: 'mine', sha256: 'one', dirty: true });
  });

  it('what is undone right after a save is not brought back by the news of that save', async () => {
    const { documents } = workshop();
    await documents.open(path);
    documents.edit(path, 'two', 'Change fee');
    await documents.save(path);
    const reading = documents.refresh([path]);
    documents.undo(path);
    await reading;
    expect(documents.get(path)).toMatchObject({ text: 'one', dirty: true });
  });

  it('cannot be edited in a workspace that cannot be written to', async () => {
    const { documents } = workshop({ readOnly: 'Another Drawdown holds it.' });
    await documents.open(path);
    documents.edit(path, 'two', 'Change fee');
    expect(documents.get(path)).toMatchObject({ text: 'one', readOnly: 'Another Drawdown holds it.' });
  });

  it('one that cannot be read says why', async () => {
    const { documents } = workshop();
    await expect(documents.open('gone.json')).rejects.toMatchObject({ code: 'not-found' });
    expect(documents.store.getState().failures).toEqual({ 'gone.json': 'gone.json does not exist' });
  });
});
