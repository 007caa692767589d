import { useStore } from 'zustand';
import { Button } from '../../base/Button.tsx';
import { classes } from '../../base/classes.ts';
import { Icon } from '../../base/Icon.tsx';
import { IconButton } from '../../base/IconButton.tsx';
import type { Notice } from '../../platform/notifications.ts';
import { useShell } from '../useShell.ts';
import { SilenceButton } from './SilenceButton.tsx';

/** The notice that is due, and the live regions in which notices and announcements are said. */
export function NoticeToast() {
  const { notifications, announcements, state } = useShell();
  const queue = useStore(notifications.store, (state) => state.queue);
  const announcement = useStore(announcements, (state) => state.announcement);
  const open = useStore(state, (now) => now.notices);
  // The notification center shows them itself.
  const notice = open ? undefined : queue[0];
  return (
    <>
      <section className="notices" aria-label="Notifications" aria-live="polite">
        {notice && (
          <Toast
            key={notice.id}
            notice={notice}
            more={queue.length - 1}
            onDismiss={() => notifications.dismiss(notice.id)}
          />
        )}
      </section>
      <div className="visually-hidden" role="status">
        {announcement}
      </div>
    </>
  );
}

interface ToastProps {
  readonly notice: Notice;
  readonly more: number;
  onDismiss(): void;
}

function Toast({ notice, more, onDismiss }: ToastProps) {
  return (
    <div data-scope="notice" className={classes('notice', `notice-${notice.severity}`)}>
      <Icon name={notice.severity} />
      <div className="notice-text">{notice.text}</div>
      <IconButton icon="close" label="Dismiss notification" command="notice.forget" onClick={onDismiss} />
      <div className="notice-actions">
        {more > 0 && <span className="notice-more">{more} more</span>}
        {notice.topic && <SilenceButton topic={notice.topic} />}
        {notice.actions.map((action) => (
          <Button
            key={action.title}
            command="notice.do"
            kind="primary"
            onClick={() => {
              onDismiss();
              void action.run();
            }}
          >
            {action.title}
          </Button>
        ))}
      </div>
    </div>
  );
}
