import { createStore } from 'zustand/vanilla';
import type { Notice, Notifications, NotificationsState } from '../platform/notifications.ts';
import type { Output } from '../platform/workbench.ts';

const mostPast = 100;

interface Needs {
  readonly output: Output;
  nowMs(): number;
  doNotDisturb(): boolean;
}

export function createNotifications({ output, nowMs, doNotDisturb }: Needs) {
  const store = createStore<NotificationsState & { readonly announcement: string }>(() => ({
    queue: [],
    past: [],
    announcement: '',
  }));
  let lastId = 0;
  const notifications = {
    store,
    show(severity, text, actions = []) {
      output.write(text);
      const repeated = store.getState().queue.some((notice) => notice.text === text);
      if (repeated) return;
      const notice: Notice = { id: ++lastId, severity, text, actions, atMs: nowMs() };
      const quiet = doNotDisturb() && severity !== 'error';
      store.setState(({ queue, past }) => ({
        queue: quiet ? queue : [...queue, notice],
        past: [notice, ...past.filter((each) => each.text !== text)].slice(0, mostPast),
      }));
    },
    failed(doing, error) {
      const reason = error instanceof Error ? error.message : String(error);
      notifications.show('error', `${doing}: ${reason}`);
    },
    dismiss: (id) => store.setState(({ queue }) => ({ queue: queue.filter((notice) => notice.id !== id) })),
    forget: (id?: number) =>
      store.setState(({ past }) => ({ past: past.filter((each) => id !== undefined && each.id !== id) })),
    announce: (announcement) => store.setState({ announcement }),
  } satisfies Notifications;
  return notifications;
}
