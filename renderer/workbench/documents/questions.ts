import type { DocumentView } from '../../../shared/rpc/views.ts';
import type { Dialogs } from '../../platform/dialogs.ts';
import type { Documents } from '../../platform/documents.ts';
import type { Editors } from '../../platform/editor.ts';
import type { ConflictChoice } from './saveDocument.ts';

interface ConflictParts {
  readonly dialogs: Dialogs;
  readonly editors: Pick<Editors, 'open'>;
  saveAs(path: string): Promise<unknown>;
}

/** Asks what to do when the file on disk is not the one that was read. To compare, or to save elsewhere, overwrites nothing. */
export async function askConflict(
  { dialogs, editors, saveAs }: ConflictParts,
  path: string,
  onDisk: DocumentView | null,
): Promise<ConflictChoice> {
  const choice = await dialogs.confirm(onDisk ? changedQuestion(path) : goneQuestion(path));
  if (choice === 'saveAs') await saveAs(path);
  if (choice === 'compare')
    editors.open(`diff:${encodeURIComponent(path)}@disk|${encodeURIComponent(path)}@now`, {
      focus: true,
      pinned: true,
    });
  return choice === 'overwrite' ? choice : null;
}

const overwrite = { id: 'overwrite', title: 'Overwrite' } as const;
const elsewhere = { id: 'saveAs', title: 'Save As…' } as const;

function changedQuestion(path: string) {
  return {
    severity: 'warning',
    title: `${path} has changed on disk`,
    text: 'Another program wrote this file after it was opened here. Your text is kept, and nothing is written until you decide.',
    actions: [{ id: 'compare', title: 'Compare' }, overwrite, elsewhere],
  } as const;
}

function goneQuestion(path: string) {
  return {
    severity: 'warning',
    title: `${path} is gone from disk`,
    text: 'Another program removed or renamed this file after it was opened here. Your text is kept.',
    actions: [{ ...overwrite, title: 'Write Again' }, elsewhere],
  } as const;
}

/** Asks before unsaved work goes. True: it may go, saved or given up. */
export async function askDrop(
  { dialogs, documents }: { dialogs: Dialogs; documents: Documents },
  path: string,
): Promise<boolean> {
  const document = documents.get(path);
  if (!document?.dirty) {
    documents.close(path);
    return true;
  }
  const choice = await dialogs.confirm({
    severity: 'warning',
    title: `Save the changes to ${path.split('/').at(-1) ?? path}?`,
    text: 'They are lost if you close it without saving.',
    actions: [
      { id: 'save', title: 'Save' },
      { id: 'drop', title: "Don't Save", danger: true },
    ],
  });
  if (choice === null) return false;
  if (choice === 'save' && !(await documents.save(path))) return false;
  documents.close(path);
  return true;
}
