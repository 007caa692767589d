import { describe, expect, it } from 'vitest';
import { askConflict } from '../../../../../renderer/workbench/documents/questions.ts';
import type { Dialogs } from '../../../../../renderer/platform/dialogs.ts';

const onDisk = { path: 'a b.json', text: 'theirs', sha256: 'theirs', readOnly: false };

/** A user who answers every question with one choice. */
async function asked(choice: string | null, gone = false) {
  const did: string[] = [];
  const offered: string[] = [];
  const dialogs = {
    confirm: (question: { readonly actions: readonly { readonly id: string }[] }) => {
      offered.push(...question.actions.map(({ id }) => id));
      return Promise.resolve(choice);
    },
  } as unknown as Dialogs;
  const editors = { open: (uri: string) => void did.push(`open ${uri}`) };
  const saveAs = (path: string) => Promise.resolve(did.push(`save ${path} as`));
  const answer = await askConflict({ dialogs, editors, saveAs }, 'a b.json', gone ? null : onDisk);
  return { answer, did, offered };
}

describe('a file that another program changed under unsaved work (F15)', () => {
  it('offers to compare, to overwrite and to save elsewhere, and only overwrites when told to', async () => {
    expect(await asked('overwrite')).toEqual({
      answer: 'overwrite',
      did: [],
      offered: ['compare', 'overwrite', 'saveAs'],
    });
    expect(await asked(null)).toMatchObject({ answer: null, did: [] });
    expect(await asked('saveAs')).toMatchObject({ answer: null, did: ['save a b.json as'] });
  });

  it('is compared as it is on disk with the unsaved text', async () => {
    expect(await asked('compare')).toMatchObject({ answer: null, did: ['open diff:a%20b.json@disk|a%20b.json@now'] });
  });

  it('that is gone has nothing to be compared with, but can be written again or elsewhere', async () => {
    expect((await asked(null, true)).offered).toEqual(['overwrite', 'saveAs']);
  });
});
