import { useStore } from 'zustand';
import { auditStore } from './auditStore.ts';

/** How many findings the latest audit has. */
export function useFindingCount(): number {
  return useStore(auditStore, ({ latest, byPath }) =>
    latest === null ? 0 : (byPath[latest]?.view?.findingCount ?? 0),
  );
}
