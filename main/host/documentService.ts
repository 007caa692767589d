import { readDocument, saveDocument } from '../store/document.ts';
import { fromStore } from './fromStore.ts';
import type { Handlers } from './handlers.ts';
import type { OpenFolder } from './openFolder.ts';

/** Reads and saves the text documents of the workspace. */
export function documentService(open: OpenFolder): Handlers<'document.read' | 'document.save'> {
  return {
    'document.read': async ({ path }) => {
      const workspace = open.workspace();
      return workspace.ok ? fromStore(await readDocument(workspace.value, path)) : workspace;
    },
    'document.save': async (save) => {
      const workspace = open.workspace();
      return workspace.ok ? fromStore(await saveDocument(workspace.value, save)) : workspace;
    },
  };
}
