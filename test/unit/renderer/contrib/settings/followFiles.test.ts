import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { followFiles } from '../../../../../renderer/contrib/settings/followFiles.ts';
import type { Workbench } from '../../../../../renderer/platform/workbench.ts';
import type { Diagnostic } from '../../../../../shared/base/diagnostic.ts';
import { firstSettings } from '../../../../../shared/rpc/settingList.ts';

const place = { line: 1, column: 1, offset: 0, length: 1 };
const scope = (path: string): Diagnostic => ({
  code: 'setting-scope',
  severity: 'warning',
  path,
  place,
  message: path,
});
const unknown: Diagnostic = {
  code: 'unknown-setting',
  severity: 'warning',
  path: '<b>x</b>',
  place,
  message: 'no such',
};

/** A workbench on a folder whose settings file has those problems; nothing is open at first. */
function openable(found: readonly Diagnostic[]) {
  const shown: string[] = [];
  const problems = new Map<string, readonly Diagnostic[]>();
  const workspace = createStore<{ readonly folder: string } | null>(() => null);
  const file = (document: string, of: readonly Diagnostic[]) => ({
    document,
    file: document,
    values: {},
    problems: of,
  });
  const rpc = (name: string) => {
    if (name !== 'settings.view')
      return Promise.resolve(name === 'settings.get' ? firstSettings : { rules: [], problems: [] });
    const of = workspace.getState() ? file('workspace:settings.json', found) : null;
    return Promise.resolve({ settings: firstSettings, user: file('user:settings.json', []), workspace: of });
  };
  followFiles({
    rpc,
    on: () => undefined,
    settings: createStore(() => firstSettings),
    keys: { store: createStore(() => ({ rules: [], problems: [] })) },
    workspace: { store: workspace },
    documents: { store: createStore(() => ({ byPath: {} })) },
    problems: { set: (_owner: string, path: string, of: readonly Diagnostic[]) => problems.set(path, of) },
    notifications: { show: (_severity: string, text: string) => shown.push(text) },
    allCommands: [],
  } as unknown as Workbench);
  return { shown, problems, open: (folder: string) => workspace.setState({ folder }) };
}

describe('A folder from outside (S33)', () => {
  beforeEach(() => void vi.stubGlobal('addEventListener', () => undefined));

  it('has what it may not set listed when it is opened, in a notice and among the problems', async () => {
    const { shown, problems, open } = openable([scope('zoom'), unknown, scope('developerTools')]);
    open('/from/somebody');
    await vi.waitFor(() =>
      expect(shown).toEqual(['Only you can set what this folder asks for: zoom, developerTools. It is not applied.']),
    );
    expect(problems.get('workspace:settings.json')).toHaveLength(3);
  });

  it('that asks for nothing of the kind is opened without a word', async () => {
    const { shown, problems, open } = openable([unknown]);
    open('/own');
    await vi.waitFor(() => expect(problems.get('workspace:settings.json')).toEqual([unknown]));
    expect(shown).toEqual([]);
  });
});
