import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../base/Button.tsx';
import { Icon } from '../../base/Icon.tsx';
import { IconButton } from '../../base/IconButton.tsx';
import type { Notice } from '../../platform/notifications.ts';
import { useShell } from '../useShell.ts';
import { SilenceButton } from './SilenceButton.tsx';

/** The notices so far, newest first, above the bell. */
export function NotificationCenter() {
  const { state } = useShell();
  const open = useStore(state, (now) => now.notices);
  return open ? <OpenCenter /> : null;
}

function OpenCenter() {
  const { state, notifications, commands, settings } = useShell();
  const past = useStore(notifications.store, (now) => now.past);
  const quiet = useStore(settings, (now) => now.doNotDisturb);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const inside = box.current;
    inside?.querySelector<HTMLElement>('button')?.focus();
    return () => {
      const ours = document.activeElement === document.body || inside?.contains(document.activeElement);
      if (ours && before instanceof HTMLElement) before.focus();
    };
  }, []);
  const close = (): void => state.setState({ notices: false });
  return (
    <section
      ref={box}
      className="notice-center"
      role="dialog"
      aria-label="Notification center"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <div className="notice-center-head">
        <h2>{past.length === 0 ? 'No notifications' : 'Notifications'}</h2>
        <IconButton
          icon={quiet ? 'bell-slash' : 'bell'}
          label="Do Not Disturb"
          pressed={quiet}
          onClick={() => void commands.run('notifications.toggleDoNotDisturb')}
        />
        <IconButton
          icon="clear-all"
          label="Clear all notifications"
          disabled={past.length === 0}
          onClick={() => void commands.run('notifications.clear')}
        />
        <IconButton icon="chevron-down" label="Hide notifications" command="edit.cancel" onClick={close} />
      </div>
      <ul>
        {past.map((notice) => (
          <PastNotice key={notice.id} notice={notice} onClose={close} />
        ))}
      </ul>
    </section>
  );
}

function PastNotice({ notice, onClose }: { readonly notice: Notice; onClose(): void }) {
  const { notifications } = useShell();
  const { id, severity, text, actions, topic, atMs } = notice;
  return (
    <li data-scope="notice" className={`notice-past notice-${severity}`}>
      <Icon name={severity} />
      <div className="notice-text">
        <span className="visually-hidden">{severity}: </span>
        {text}
        <time dateTime={new Date(atMs).toISOString()}>{new Date(atMs).toLocaleTimeString()}</time>
      </div>
      <IconButton
        icon="close"
        label={`Remove: ${text}`}
        command="notice.forget"
        onClick={() => notifications.forget(id)}
      />
      {(actions.length > 0 || topic !== null) && (
        <div className="notice-actions">
          {topic && <SilenceButton topic={topic} />}
          {actions.map((action) => (
            <Button
              key={action.title}
              command="notice.do"
              onClick={() => {
                onClose();
                notifications.dismiss(id);
                void action.run();
              }}
            >
              {action.title}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}
