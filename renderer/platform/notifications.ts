import type { StoreApi } from 'zustand/vanilla';
import type { NoticeTopic } from '../../shared/rpc/views.ts';

export interface NotificationAction {
  readonly title: string;
  run(): void | Promise<void>;
}

export interface Notice {
  readonly id: number;
  readonly severity: 'info' | 'warning' | 'error';
  readonly text: string;
  readonly actions: readonly NotificationAction[];
  /** What it may be turned off as; null where it may not. */
  readonly topic: NoticeTopic | null;
  /** Milliseconds UTC. */
  readonly atMs: number;
}

/** Notices that wait to be shown, and all that were, the newest first. */
export interface NotificationsState {
  readonly queue: readonly Notice[];
  readonly past: readonly Notice[];
}

/** Notices, one at a time; the others wait. Each is also written to Output. Only what the user must know now. */
export interface Notifications {
  readonly store: StoreApi<NotificationsState>;
  show(severity: Notice['severity'], text: string, actions?: readonly NotificationAction[], topic?: NoticeTopic): void;
  /** Shows notices of a kind no more; the settings turn them on again. */
  silence(topic: NoticeTopic): Promise<void>;
  /** Tells a failed call in plain words. */
  failed(doing: string, error: unknown): void;
  dismiss(id: number): void;
  /** Takes a notice out of the history; all of them where none is named. */
  forget(id?: number): void;
  /** Says it to screen readers alone. */
  announce(text: string): void;
}
