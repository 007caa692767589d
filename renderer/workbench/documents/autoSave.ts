import type { StoreApi } from 'zustand/vanilla';
import type { Settings } from '../../../shared/rpc/views.ts';
import type { Documents } from '../../platform/documents.ts';

const afterMs = 1000;

interface Needs {
  readonly documents: Documents;
  readonly settings: StoreApi<Settings>;
  failed(path: string, error: unknown): void;
}

/** Saves changed files a second after the last change, where the user wants that. A file that another program changed is asked about once. */
export function autoSave({ documents, settings, failed }: Needs): void {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const tried = new Map<string, number>();
  const due = (path: string): void => {
    timers.delete(path);
    const document = documents.get(path);
    if (!document?.dirty || document.savedText === null || settings.getState().autoSave === 'off') return;
    tried.set(path, document.version);
    documents.save(path).catch((error: unknown) => failed(path, error));
  };
  const look = (): void => {
    if (settings.getState().autoSave === 'off') return;
    for (const { path, dirty, version, readOnly } of Object.values(documents.store.getState().byPath)) {
      if (!dirty || readOnly !== null || tried.get(path) === version) continue;
      clearTimeout(timers.get(path));
      tried.set(path, version);
      timers.set(
        path,
        setTimeout(() => due(path), afterMs),
      );
    }
  };
  documents.store.subscribe(look);
  settings.subscribe(look);
}
