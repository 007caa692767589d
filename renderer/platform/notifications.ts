import type { StoreApi } from 'zustand/vanilla';

export interface NotificationAction {
  readonly title: string;
  run(): void | Promise<void>;
}

export interface Notice {
  readonly id: number;
  readonly severity: 'info' | 'warning' | 'error';
  readonly text: string;
  readonly actions: readonly NotificationAction[];
}

/** Notices, one at a time; the others wait. Each is also written to Output. Only what the user must know now. */
export interface Notifications {
  readonly store: StoreApi<{ readonly queue: readonly Notice[] }>;
  show(severity: Notice['severity'], text: string, actions?: readonly NotificationAction[]): void;
  /** Tells a failed call in plain words. */
  failed(doing: string, error: unknown): void;
  dismiss(id: number): void;
  /** Says it to screen readers alone. */
  announce(text: string): void;
}
