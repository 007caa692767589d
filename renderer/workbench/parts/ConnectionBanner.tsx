import { useStore } from 'zustand';
import { Banner } from '../../base/Banner.tsx';
import { Button } from '../../base/Button.tsx';
import { useShell } from '../useShell.ts';

/** Says that the host cannot be reached, and what to do. */
export function ConnectionBanner() {
  const { state } = useShell();
  const connection = useStore(state, (now) => now.connection);
  if (connection === 'open') return null;
  if (connection === 'gone')
    return (
      <Banner kind="warning">
        Drawdown does not answer. Is it still running in the terminal? If it was started anew, open the address that it
        printed. What you change now is in this page alone. Trying again…
      </Banner>
    );
  return (
    <Banner
      kind="error"
      actions={
        <Button kind="primary" onClick={() => location.reload()}>
          Enter a New Code
        </Button>
      }
    >
      Drawdown was started anew, and this page belongs to the start before. Press Enter in the terminal for a new
      address. What you changed since then is in this page alone: copy it out first.
    </Banner>
  );
}
