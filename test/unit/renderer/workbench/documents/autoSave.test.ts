import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { autoSave } from '../../../../../renderer/workbench/documents/autoSave.ts';
import type { Documents, DocumentsState, OpenDocument } from '../../../../../renderer/platform/documents.ts';
import { firstSettings } from '../../../../../shared/rpc/settingList.ts';
import type { Settings } from '../../../../../shared/rpc/views.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function make(autoSaved: Settings['autoSave']) {
  const store = createStore<DocumentsState>(() => ({ byPath: {}, failures: {} }));
  const settings = createStore<Settings>(() => ({ ...firstSettings, autoSave: autoSaved }));
  const saved: string[] = [];
  const get = (path: string) => store.getState().byPath[path] ?? null;
  const save = (path: string) => Promise.resolve(saved.push(path) > 0);
  autoSave({ documents: { store, get, save } as unknown as Documents, settings, failed: () => undefined });
  const type = (version: number, more: Partial<OpenDocument> = {}) => {
    const document = { path: 'a.json', text: '', savedText: '', dirty: true, readOnly: null, version, ...more };
    store.setState({ byPath: { 'a.json': document as OpenDocument } });
  };
  return { saved, settings, type };
}

describe('auto save', () => {
  it('saves a second after the last change, and once only', () => {
    const { saved, type } = make('afterDelay');
    type(1);
    vi.advanceTimersByTime(900);
    type(2);
    vi.advanceTimersByTime(900);
    expect(saved).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(saved).toEqual(['a.json']);
    type(2);
    vi.advanceTimersByTime(5000);
    expect(saved).toEqual(['a.json']);
  });

  it('leaves alone what is read-only or new, and everything while it is off', () => {
    const { saved, settings, type } = make('afterDelay');
    type(1, { readOnly: 'locked' });
    type(2, { savedText: null });
    vi.advanceTimersByTime(5000);
    settings.setState({ autoSave: 'off' });
    type(3);
    vi.advanceTimersByTime(5000);
    expect(saved).toEqual([]);
    settings.setState({ autoSave: 'afterDelay' });
    vi.advanceTimersByTime(1100);
    expect(saved).toEqual(['a.json']);
  });
});
