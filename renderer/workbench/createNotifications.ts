import { createStore } from 'zustand/vanilla';
import type { Notice, NotificationAction, Notifications, NotificationsState } from '../platform/notifications.ts';
import type { Output } from '../platform/workbench.ts';
import type { NoticeTopic, Settings } from '../../shared/rpc/views.ts';

const mostPast = 100;

interface Needs {
  readonly output: Output;
  nowMs(): number;
  settings(): Settings;
  /** Keeps that notices of a kind are not wanted. */
  turnOff(topic: NoticeTopic): Promise<void>;
}

export function createNotifications({ output, nowMs, settings, turnOff }: Needs) {
  const store = createStore<NotificationsState & { readonly announcement: string }>(() => ({
    queue: [],
    past: [],
    announcement: '',
  }));
  let lastId = 0;
  const notifications = {
    store,
    show(severity: Notice['severity'], text: string, actions: readonly NotificationAction[] = [], topic?: NoticeTopic) {
      output.write(text);
      const repeated = store.getState().queue.some((notice) => notice.text === text);
      if (repeated) return;
      const notice: Notice = { id: ++lastId, severity, text, actions, topic: topic ?? null, atMs: nowMs() };
      const unwanted = settings().doNotDisturb || (topic !== undefined && !settings()[topic]);
      const quiet = unwanted && severity !== 'error';
      store.setState(({ queue, past }) => ({
        queue: quiet ? queue : [...queue, notice],
        past: [notice, ...past.filter((each) => each.text !== text)].slice(0, mostPast),
      }));
    },
    failed(doing, error) {
      const reason = error instanceof Error ? error.message : String(error);
      notifications.show('error', `${doing}: ${reason}`);
    },
    async silence(topic) {
      store.setState(({ queue }) => ({ queue: queue.filter((notice) => notice.topic !== topic) }));
      await turnOff(topic);
      notifications.announce('Such notices are not shown any more. Settings, Notices turns them on again.');
    },
    dismiss: (id) => store.setState(({ queue }) => ({ queue: queue.filter((notice) => notice.id !== id) })),
    forget: (id?: number) =>
      store.setState(({ past }) => ({ past: past.filter((each) => id !== undefined && each.id !== id) })),
    announce: (announcement) => store.setState({ announcement }),
  } satisfies Notifications;
  return notifications;
}
