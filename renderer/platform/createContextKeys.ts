import { createStore } from 'zustand/vanilla';
import type { ContextKeys, ContextValues } from './contextKeys.ts';
import { holds } from './when.ts';

export function createContextKeys(initial: ContextValues = {}): ContextKeys {
  const store = createStore<ContextValues>(() => initial);
  return {
    store,
    get: (key) => store.getState()[key] ?? null,
    set(key, value) {
      if (store.getState()[key] !== value) store.setState({ [key]: value });
    },
    holds(when, more) {
      if (when === undefined) return true;
      return holds(when, more ? { ...store.getState(), ...more } : store.getState());
    },
  };
}
