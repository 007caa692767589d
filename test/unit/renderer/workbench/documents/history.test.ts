import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpenDocument } from '../../../../../renderer/platform/documents.ts';
import { edited, redone, synced, undone } from '../../../../../renderer/workbench/documents/history.ts';
import { opened } from '../../../../../renderer/workbench/documents/newDocument.ts';

const onDisk = { path: 'acme.scenario.json', text: '{"fee": 299}', sha256: 'a'.repeat(64), readOnly: false };
const first = opened(onDisk, null);

function edit(document: OpenDocument, text: string, { merge = null as string | null, timeMs = 0 } = {}): OpenDocument {
  return edited(document, text, { label: 'Change fee', merge, timeMs });
}

/** The document after none, one, two … steps. */
function walk(from: OpenDocument, step: (document: OpenDocument) => OpenDocument, count: number): OpenDocument[] {
  const states = [from];
  while (states.length < count) states.push(step(states.at(-1)!));
  return states;
}

describe('the history of a document', () => {
  it('an edit makes it dirty, its undo makes it clean again', () => {
    const changed = edit(first, '{"fee": 310}');
    expect(changed).toMatchObject({ text: '{"fee": 310}', dirty: true });
    expect(undone(changed)).toMatchObject({ text: onDisk.text, dirty: false });
    expect(redone(undone(changed))).toMatchObject({ text: '{"fee": 310}', dirty: true });
  });

  it('keeps only the stretch that changed, under its label', () => {
    const [step] = edit(first, '{"fee": 300}').undo;
    expect(step).toMatchObject({ label: 'Change fee', at: 8, removed: '299', inserted: '300' });
  });

  it('quick typing in one field is one step, a pause or another field begins a new one', () => {
    const one = edit(first, '{"fee": 2990}', { merge: 'fee', timeMs: 0 });
    const two = edit(one, '{"fee": 29905}', { merge: 'fee', timeMs: 400 });
    expect(two.undo).toHaveLength(1);
    expect(undone(two).text).toBe(onDisk.text);
    expect(edit(two, '{"fee": 1}', { merge: 'fee', timeMs: 2000 }).undo).toHaveLength(2);
    expect(edit(two, '{"fee": 1}', { merge: 'name', timeMs: 500 }).undo).toHaveLength(2);
  });

  it('typing back to where it began leaves no step', () => {
    const one = edit(first, '{"fee": 2990}', { merge: 'fee' });
    expect(edit(one, onDisk.text, { merge: 'fee' })).toMatchObject({ undo: [], dirty: false });
  });

  it('a save ends the step, and undo reaches back across it', () => {
    const one = edit(first, '{"fee": 2990}', { merge: 'fee' });
    const saved = synced(one, one.text, 'b'.repeat(64));
    expect(saved.dirty).toBe(false);
    const two = edit(saved, '{"fee": 29905}', { merge: 'fee', timeMs: 10 });
    expect(two.undo).toHaveLength(2);
    expect(undone(undone(two))).toMatchObject({ text: onDisk.text, dirty: true });
  });

  it('after an undo, an edit gives up what was undone', () => {
    const changed = edit(undone(edit(first, 'x')), 'y');
    expect(changed.redo).toEqual([]);
    expect(redone(changed)).toBe(changed);
  });

  it('undo of any edits gives back every text on the way, and redo goes there again', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 12 }), (texts) => {
        const states = [first];
        for (const text of texts) if (text !== states.at(-1)!.text) states.push(edit(states.at(-1)!, text));
        const forward = states.map((state) => state.text);
        const undoing = walk(states.at(-1)!, undone, states.length);
        expect(undoing.map((state) => state.text)).toEqual(forward.toReversed());
        expect(walk(undoing.at(-1)!, redone, states.length).map((state) => state.text)).toEqual(forward);
      }),
    );
  });
});
