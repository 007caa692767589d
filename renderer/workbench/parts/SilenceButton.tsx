import { useStore } from 'zustand';
import type { NoticeTopic } from '../../../shared/rpc/views.ts';
import { Button } from '../../base/Button.tsx';
import { useShell } from '../useShell.ts';

/** Turns notices of a kind off for good; nothing where they are off already. */
export function SilenceButton({ topic }: { readonly topic: NoticeTopic }) {
  const { notifications, settings } = useShell();
  const isWanted = useStore(settings, (now) => now[topic]);
  if (!isWanted) return null;
  const silence = (): void =>
    void notifications.silence(topic).catch((error: unknown) => notifications.failed('Do Not Show Again', error));
  return (
    <Button command="notice.silence" onClick={silence}>
      Do Not Show Again
    </Button>
  );
}
