import { describe, expect, it } from 'vitest';
import { restoreVersion } from '../../../../../../renderer/contrib/compare/versions/restoreVersion.ts';
import type { NotificationAction } from '../../../../../../renderer/platform/notifications.ts';
import type { Workbench } from '../../../../../../renderer/platform/workbench.ts';

const path = 'acme.scenario.json';

/** A host that keeps what a restore replaces. Hashes are texts. */
function desk({ dirty = false, conflict = false } = {}) {
  let text = dirty ? 'on disk' : 'two';
  const versions = ['one'];
  const notices: { readonly text: string; readonly actions: readonly NotificationAction[] }[] = [];
  const replace = (by: string) => {
    versions.push(text);
    text = by;
  };
  const methods: Record<string, (params: { number: number; expected: string }) => unknown> = {
    'version.read': () => ({ text, sha256: text, damage: null }),
    'version.list': () => versions.map((sha256, index) => ({ number: index + 1, sha256 })).toReversed(),
    'version.restore': ({ number, expected }) => {
      if (conflict || expected !== text) return { saved: false, conflict: null };
      replace(versions[number - 1]!);
      return { saved: true, sha256: text, durable: true };
    },
  };
  const workbench = {
    rpc: async (name: string, params: never) => methods[name]!(params),
    documents: {
      get: () => ({ dirty }),
      save: async () => (replace('unsaved'), true),
      revert: async () => undefined,
    },
    notifications: {
      show: (_: string, said: string, actions: readonly NotificationAction[] = []) =>
        notices.push({ text: said, actions }),
      announce: () => undefined,
    },
  } as unknown as Workbench;
  return { restore: () => restoreVersion(workbench, { path, number: 1 }), notices, text: () => text };
}

describe('a version that is restored (F47)', () => {
  it('is undone by what it replaced', async () => {
    const { restore, notices, text } = desk();
    await restore();
    expect(text()).toBe('one');
    await notices[0]!.actions.find(({ title }) => title === 'Undo')!.run();
    expect(text()).toBe('two');
  });

  it('keeps unsaved work as a version first, and has it back', async () => {
    const { restore, notices, text } = desk({ dirty: true });
    await restore();
    expect(text()).toBe('one');
    await notices[0]!.actions[0]!.run();
    expect(text()).toBe('unsaved');
  });

  it('is not put over what another program wrote meanwhile', async () => {
    const { restore, notices, text } = desk({ conflict: true });
    await restore();
    expect(text()).toBe('two');
    expect(notices).toMatchObject([{ text: expect.stringMatching(/Nothing was restored/), actions: [] }]);
  });
});
