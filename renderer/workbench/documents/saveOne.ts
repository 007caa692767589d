import { messageOf } from '../../platform/messageOf.ts';
import type { Workbench } from '../../platform/workbench.ts';

interface SaveParts extends Pick<Workbench, 'documents' | 'notifications'> {
  saveAs(path: string): Promise<unknown>;
}

/** Saves a document and says so. Where it cannot be saved, the text stays, and can be tried again or saved elsewhere. */
export async function saveOne(parts: SaveParts, path: string): Promise<void> {
  try {
    if (await parts.documents.save(path)) parts.notifications.announce(`${path} saved`);
  } catch (error) {
    saveFailed(parts, path, error);
  }
}

/** Tells that a document could not be saved, and what can be done. */
export function saveFailed(parts: SaveParts, path: string, error: unknown): void {
  parts.notifications.show('error', `${path} is not saved: ${messageOf(error)} Your text is kept.`, [
    { title: 'Retry', run: () => saveOne(parts, path) },
    { title: 'Save As…', run: async () => void (await parts.saveAs(path)) },
  ]);
}
