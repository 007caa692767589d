import { useStore } from 'zustand';
import { mappingStore, unmapped } from './mappingStore.ts';

/** Why the audit of an editor cannot run yet for want of a map; null where it can. */
export function useUnmapped(path: string): string | null {
  return useStore(mappingStore, () => unmapped(path));
}
