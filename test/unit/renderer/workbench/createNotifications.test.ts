import { describe, expect, it } from 'vitest';
import { firstSettings } from '../../../../shared/rpc/settingList.ts';
import { createNotifications } from '../../../../renderer/workbench/createNotifications.ts';
import { createOutput } from '../../../../renderer/workbench/createOutput.ts';

function make(quiet = false) {
  let settings = { ...firstSettings, doNotDisturb: quiet };
  const { output } = createOutput(() => 'now');
  const notifications = createNotifications({
    output,
    nowMs: () => 0,
    settings: () => settings,
    turnOff: async (topic) => void (settings = { ...settings, [topic]: false }),
  });
  const shown = () => notifications.store.getState().queue.map(({ text }) => text);
  const past = () => notifications.store.getState().past.map(({ text }) => text);
  return { notifications, output, shown, past };
}

describe('notices', () => {
  it('wait in turn, are not repeated, and stay in the history after they were dismissed', () => {
    const { notifications, shown, past } = make();
    notifications.show('info', 'Exported');
    notifications.show('info', 'Exported');
    notifications.show('error', 'Save failed');
    expect(shown()).toEqual(['Exported', 'Save failed']);
    notifications.dismiss(notifications.store.getState().queue[0]!.id);
    expect(shown()).toEqual(['Save failed']);
    expect(past()).toEqual(['Save failed', 'Exported']);
    notifications.show('info', 'Exported');
    expect(past()).toEqual(['Exported', 'Save failed']);
  });

  it('while the user does not want to be disturbed only errors are shown; all are in the history and in Output', () => {
    const { notifications, output, shown, past } = make(true);
    notifications.show('info', 'Exported');
    notifications.show('warning', 'Slow disk');
    notifications.failed('Save', new Error('the disk is full'));
    expect(shown()).toEqual(['Save: the disk is full']);
    expect(past()).toEqual(['Save: the disk is full', 'Slow disk', 'Exported']);
    expect(output.store.getState().lines).toHaveLength(3);
  });

  it('of a kind that is not wanted are not shown any more, but kept in the history; errors of it are', async () => {
    const { notifications, shown, past } = make();
    notifications.show('info', 'a is in the trash', [], 'noticeTrash');
    notifications.show('info', 'b is in the trash', [], 'noticeTrash');
    await notifications.silence('noticeTrash');
    expect(shown()).toEqual([]);
    notifications.show('info', 'c is in the trash', [], 'noticeTrash');
    notifications.show('info', 'Exported', [], 'noticeExported');
    notifications.show('error', 'd cannot be trashed', [], 'noticeTrash');
    expect(shown()).toEqual(['Exported', 'd cannot be trashed']);
    expect(past()).toContain('c is in the trash');
  });

  it('are taken out of the history one by one or all', () => {
    const { notifications, past } = make();
    for (const text of ['a', 'b', 'c']) notifications.show('info', text);
    notifications.forget(notifications.store.getState().past[1]!.id);
    expect(past()).toEqual(['c', 'a']);
    notifications.forget();
    expect(past()).toEqual([]);
  });
});
