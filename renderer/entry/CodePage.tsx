import { useState } from 'react';
import { Button } from '../base/Button.tsx';
import { TextField } from '../base/TextField.tsx';
import { exchangeCode } from '../platform/session.ts';
import './codePage.css';

/** What a browser sees that has no session: how to get one. */
export function CodePage({ onConnected }: { onConnected(): void }) {
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | null>(null);
  const submit = async (): Promise<void> => {
    const token = await exchangeCode(codeOf(code)).catch(() => undefined);
    if (token === undefined) setError('Drawdown does not answer. Is it still running in the terminal?');
    else if (token === null)
      setError('This code is wrong or was used already. Press Enter in the terminal for a new one.');
    else onConnected();
  };
  return (
    <main className="code-page">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <span className="code-page-mark" aria-hidden="true" />
        <h1>Drawdown</h1>
        <p>
          This page has no session. Press <kbd>Enter</kbd> in the terminal that runs Drawdown: it prints a new address.
          Open it, or paste it here.
        </p>
        <TextField label="Address or code" value={code} error={error} autoFocus onChange={setCode} />
        <Button kind="primary" type="submit" disabled={code.trim() === ''}>
          Connect
        </Button>
        <p className="code-page-why">Only who can read that terminal gets in. Nothing leaves this computer.</p>
      </form>
    </main>
  );
}

function codeOf(text: string): string {
  return /#code=([^&\s]+)/.exec(text)?.[1] ?? text.trim();
}
