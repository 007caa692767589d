import { useStore } from 'zustand';
import { useShell } from '../useShell.ts';

export function useProblemCount(): number {
  const { problems } = useShell();
  return useStore(problems.store, ({ byPath }) => Object.values(byPath).reduce((sum, each) => sum + each.length, 0));
}
