import { describe, expect, it } from 'vitest';
import { edited, undone } from '../../../../../renderer/workbench/documents/history.ts';
import { created, opened, restored } from '../../../../../renderer/workbench/documents/newDocument.ts';
import { createUnsavedKeeper, workOf } from '../../../../../renderer/workbench/layout/unsaved.ts';
import type { OpenDocument } from '../../../../../renderer/platform/documents.ts';
import type { RpcCall } from '../../../../../shared/rpc/table.ts';

const onDisk = { path: 'b.json', text: 'saved', sha256: 'b'.repeat(64), readOnly: false };
const saved = opened(onDisk, null);
const change = (document: OpenDocument, text: string) =>
  edited(document, text, { label: text, merge: null, timeMs: 0 });

/** A host that notes what it is told, and refuses paths that it is told to. */
function host() {
  const calls: string[] = [];
  const refused = new Set<string>();
  const rpc = (async (name: string, { path }: { path: string }) => {
    if (refused.has(path)) throw new Error(`no room for ${path}`);
    calls.push(`${name.replace('unsaved.', '')} ${path}`);
    return null;
  }) as unknown as RpcCall;
  return { calls, refused, keeper: createUnsavedKeeper(rpc) };
}

describe('what is kept of a document', () => {
  it('is its text while that is not saved, its undo also after, and nothing of one that was only read', () => {
    expect(workOf(saved)).toBeNull();
    const typed = change(saved, 'typed');
    expect(workOf(typed)).toMatchObject({ text: 'typed', sha256: onDisk.sha256, undo: [{ removed: 'sav' }], redo: [] });
    expect(workOf({ ...typed, savedText: 'typed', dirty: false })).toMatchObject({ text: null, undo: [{}] });
    expect(workOf(created('new.json', ''))).toMatchObject({ text: '', sha256: null });
  });

  it('is the newest of its undo where that is long', () => {
    const first = change(change(saved, 'x'.repeat(600_000)), 'y');
    expect(first.undo).toHaveLength(2);
    expect(workOf(change(first, 'z'))?.undo.map(({ label }) => label)).toEqual(['y', 'z']);
  });

  it('comes back with undo and redo, over what is on disk', () => {
    const typed = undone(change(change(saved, 'one'), 'two'));
    const back = restored(saved, workOf(typed)!)!;
    expect(back).toMatchObject({ text: 'one', dirty: true, savedText: 'saved' });
    expect(undone(back)).toMatchObject({ text: 'saved', dirty: false });
    expect(back.redo).toHaveLength(1);
  });

  it('of a saved document is its undo, where the file still is that version', () => {
    const work = { ...workOf(change(saved, 'two'))!, text: null, sha256: onDisk.sha256 };
    expect(restored(saved, work)).toMatchObject({ text: 'saved', dirty: false, undo: [{}] });
    expect(restored({ ...saved, sha256: 'c'.repeat(64) }, work)).toBeNull();
    expect(restored(null, work)).toBeNull();
  });

  it('that was saved just before the end is not taken for a conflict', () => {
    const work = workOf(change(saved, 'typed'))!;
    const later = opened({ ...onDisk, text: 'typed', sha256: 'c'.repeat(64) }, null);
    expect(restored(later, work)).toMatchObject({ dirty: false, sha256: 'c'.repeat(64), undo: [{}] });
  });
});

describe('unsaved work', () => {
  it('is given to the host once for each change, and dropped when its document is closed', async () => {
    const { calls, keeper } = host();
    const typed = change(saved, 'typed');
    await keeper.keep([typed, created('new.json', '')]);
    await keeper.keep([typed, created('new.json', '')].slice(0, 1));
    await keeper.keep([{ ...typed, saving: true }]);
    await keeper.keep([undone(undone(typed))]);
    expect(calls).toEqual(['keep b.json', 'keep new.json', 'drop new.json', 'keep b.json']);
    await keeper.keep([saved]);
    expect(calls.at(-1)).toBe('drop b.json');
  });

  it('that came back is dropped once it is saved', async () => {
    const { calls, keeper } = host();
    keeper.adopt('b.json');
    await keeper.keep([saved]);
    expect(calls).toEqual(['drop b.json']);
  });

  it('of one document that cannot be kept holds up no other, and is tried again', async () => {
    const { calls, refused, keeper } = host();
    refused.add('a.json');
    const both = [created('a.json', 'a'), created('b.json', 'b')];
    await expect(keeper.keep(both)).rejects.toThrow('no room for a.json');
    expect(calls).toEqual(['keep b.json']);
    refused.clear();
    await keeper.keep(both);
    expect(calls).toEqual(['keep b.json', 'keep a.json']);
  });
});
