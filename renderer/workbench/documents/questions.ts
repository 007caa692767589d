import type { DocumentView } from '../../../shared/rpc/views.ts';
import type { Dialogs } from '../../platform/dialogs.ts';
import type { Documents } from '../../platform/documents.ts';
import type { ConflictChoice } from './saveDocument.ts';

/** Asks what to do when the file on disk is not the one that was read. */
export function askConflict(dialogs: Dialogs, path: string, onDisk: DocumentView | null): Promise<ConflictChoice> {
  const actions = [
    { id: 'overwrite', title: 'Overwrite' } as const,
    { id: 'reload', title: 'Reload from Disk' } as const,
  ];
  return dialogs.confirm({
    severity: 'warning',
    title: onDisk ? `${path} has changed on disk` : `${path} is gone from disk`,
    text: onDisk
      ? 'Another program wrote this file after it was opened here. Overwrite keeps your text, Reload takes the text on disk (Undo brings yours back).'
      : 'Another program removed or renamed this file after it was opened here. Overwrite writes your text again.',
    actions: onDisk ? actions : [{ id: 'overwrite', title: 'Write Again' }],
  });
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
