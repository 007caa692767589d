import { createStore } from 'zustand/vanilla';
import type { Diagnostic } from '../../shared/base/diagnostic.ts';
import type { Problems, ProblemsState } from '../platform/problems.ts';

export function createProblems(): Problems {
  const store = createStore<ProblemsState>(() => ({ byPath: {} }));
  const byOwner = new Map<string, ReadonlyMap<string, readonly Diagnostic[]>>();
  return {
    store,
    set(owner, path, diagnostics) {
      const owners = new Map(byOwner.get(path)).set(owner, diagnostics);
      byOwner.set(path, owners);
      const all = [...owners.values()].flat();
      store.setState(({ byPath: { [path]: _before, ...rest } }) => ({
        byPath: all.length === 0 ? rest : { ...rest, [path]: all },
      }));
    },
  };
}
