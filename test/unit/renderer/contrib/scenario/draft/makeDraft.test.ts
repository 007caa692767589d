import { describe, expect, it } from 'vitest';
import { makeDraft } from '../../../../../../renderer/contrib/scenario/draft/makeDraft.ts';
import type { Documents } from '../../../../../../renderer/platform/documents.ts';

/** Documents that hold one text and note the labels of its edits. */
function oneDocument(text: string) {
  const state = { text, labels: [] as string[] };
  const documents = {
    get: () => ({ text: state.text }),
    edit(_path: string, next: string, label: string) {
      state.text = next;
      state.labels.push(label);
    },
  } as unknown as Documents;
  return { state, documents };
}

const text = '{ "plans": [{ "id": "team", "fee": 299 }, { "id": "team-2" }] }';

describe('a draft of a scenario', () => {
  it('edits the newest text, which may be ahead of what is drawn', () => {
    const { state, documents } = oneDocument(text);
    const draft = makeDraft(documents, { document: 'a', text, locked: false, problems: [] });
    draft.set(['plans', 0, 'fee'], { number: '1' }, { label: 'Change plan fee' });
    draft.set(['plans', 0, 'name'], 'Team', { label: 'Change plan name' });
    expect(state.text).toContain('{ "id": "team", "name": "Team", "fee": 1 }');
    expect(state.labels).toEqual(['Change plan fee', 'Change plan name']);
  });

  it('gives a copy an identity of its own', () => {
    const { state, documents } = oneDocument(text);
    const draft = makeDraft(documents, { document: 'a', text, locked: false, problems: [] });
    draft.duplicate(['plans'], 0, { label: 'Duplicate plan' });
    expect(JSON.parse(state.text).plans).toEqual([
      { id: 'team', fee: 299 },
      { id: 'team-3', fee: 299 },
      { id: 'team-2' },
    ]);
    expect(state.labels).toEqual(['Duplicate plan']);
  });

  it('makes several changes one step', () => {
    const { state, documents } = oneDocument(text);
    const draft = makeDraft(documents, { document: 'a', text, locked: false, problems: [] });
    const changes = [
      [['plans', 0, 'fee'], undefined],
      [['plans', 0, 'kind'], 'free'],
    ] as const;
    draft.setAll(changes, { label: 'Change plan' });
    expect(JSON.parse(state.text).plans[0]).toEqual({ id: 'team', kind: 'free' });
    expect(state.labels).toEqual(['Change plan']);
  });

  it('changes nothing while it is locked', () => {
    const { state, documents } = oneDocument(text);
    const draft = makeDraft(documents, { document: 'a', text, locked: true, problems: [] });
    draft.remove(['plans', 0], { label: 'Remove plan' });
    expect(state).toEqual({ text, labels: [] });
  });
});
