import { createStore } from 'zustand/vanilla';
import type { Notice, Notifications } from '../platform/notifications.ts';
import type { Output } from '../platform/workbench.ts';

interface NotificationsState {
  readonly queue: readonly Notice[];
  readonly announcement: string;
}

export function createNotifications(output: Output) {
  const store = createStore<NotificationsState>(() => ({ queue: [], announcement: '' }));
  let lastId = 0;
  const notifications = {
    store,
    show(severity, text, actions = []) {
      output.write(text);
      const repeated = store.getState().queue.some((notice) => notice.text === text);
      if (repeated) return;
      store.setState(({ queue }) => ({ queue: [...queue, { id: ++lastId, severity, text, actions }] }));
    },
    failed(doing, error) {
      const reason = error instanceof Error ? error.message : String(error);
      notifications.show('error', `${doing}: ${reason}`);
    },
    dismiss: (id) => store.setState(({ queue }) => ({ queue: queue.filter((notice) => notice.id !== id) })),
    announce: (announcement) => store.setState({ announcement }),
  } satisfies Notifications;
  return notifications;
}
